public import Timeline

/// Stamps that came onto a customer's card, or left it.
public struct StampMovement: Sendable, Hashable {
  /// Where stamps come from or go to.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// An order earned them.
    case earned
    /// A full card was turned in.
    case turnedIn = "turned-in"
    /// The card ran out; noticed with the next order, or when the books are closed.
    case ranOut = "ran-out"
    /// A refund took them back.
    case takenBack = "taken-back"
  }

  /// When it was noticed.
  public let minute: Minute
  /// The customer.
  public let customer: Int
  /// Why.
  public let reason: Reason
  /// How many, more than zero.
  public let count: Int64

  /// By how much the customer's card changes.
  public var change: Int64 { reason == .earned ? count : -count }
}

/// The cards of all customers, as the engine's answers show them.
struct StampBook {
  private(set) var movements: [StampMovement] = []
  private var held: [Int64]

  init(customerCount: Int) { held = Array(repeating: 0, count: customerCount) }

  /// Stamps on all cards.
  var total: Int64 { held.reduce(0, +) }

  /// Takes note of what is on a card before anything happens to it: what is missing ran out.
  mutating func look(at stamps: Int64, of customer: Int, at minute: Minute) {
    book(.ranOut, held[customer] - stamps, customer, minute)
  }

  /// Takes note of an order: what it earned, and what is on the card afterwards.
  mutating func order(earned: Int64, after stamps: Int64, of customer: Int, at minute: Minute) {
    book(.earned, earned, customer, minute)
    book(.turnedIn, held[customer] - stamps, customer, minute)
  }

  /// Takes note of a refund: what is on the card afterwards.
  ///
  /// Stamps that it gives back count as earned.
  mutating func refund(to stamps: Int64, of customer: Int, at minute: Minute) {
    book(.takenBack, held[customer] - stamps, customer, minute)
    book(.earned, stamps - held[customer], customer, minute)
  }

  private mutating func book(
    _ reason: StampMovement.Reason, _ count: Int64, _ customer: Int, _ minute: Minute
  ) {
    guard count > 0 else { return }
    let movement = StampMovement(
      minute: minute, customer: customer, reason: reason, count: count)
    movements.append(movement)
    held[customer] += movement.change
  }
}
