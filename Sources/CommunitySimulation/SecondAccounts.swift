internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Randomness
internal import Timeline

/// Second accounts of members, such as one opened online beside one opened in a store (M13).
public struct SecondAccounts: Sendable, Hashable {
  /// The share of people who have one from the day they join.
  public var share: Double
  /// The share of their orders that goes to it.
  public var orderShare: Double

  /// Creates the habit.
  public init(share: Double, orderShare: Double) {
    self.share = share
    self.orderShare = orderShare
  }
}

/// Members with two accounts: which one an order goes to, and joining them.
///
/// The second account of a person stands as many places behind the first as there are people. Both
/// get what the program's calendar brings; a message goes out once.
extension ArmRun {
  /// The person's second account, if there is one that was not joined with the first.
  @inline(__always)
  func secondAccount(of person: Int) -> Int? {
    lives[person].hasSecondAccount ? people.count + person : nil
  }

  /// The account that an occasion's order goes to: the same in every arm in which both are there.
  @inline(__always)
  func account(for occasion: Occasion) -> Int {
    let person = Int(occasion.person)
    if plan.abuse != nil { return newestAccount(of: person) }
    guard let habit = plan.secondAccounts, let second = secondAccount(of: person) else {
      return person
    }
    let purpose: Purpose =
      switch occasion.stream {
      case .need: .needAccount
      case .impulse: .impulseAccount
      case .message: .messageAccount
      }
    return draws.uniform(at: address(purpose, of: occasion)) < habit.orderShare ? second : person
  }

  /// Asks for both accounts to be joined, where the scheme does that.
  mutating func mergeAccounts(_ errand: Errand) {
    let person = Int(errand.person)
    guard let second = secondAccount(of: person) else { return }
    let decision = handle(
      .merge(from: second), for: person, at: Minute(index: errand.minute))
    noteTimer(of: second)
    guard decision.refusal == .none else { return }
    lives[person].hasSecondAccount = false
    if isMeasuring { tally.add(to: .mergedAccounts) }
    if decision.referral.change != .none {
      note(decision.referral, friend: person, at: Minute(index: errand.minute))
    }
    if sinks.second.watches(person) { sinks.second.observe(.errand(errand, decision), of: person) }
  }
}
