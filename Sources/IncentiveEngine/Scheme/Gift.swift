public import Quantities

/// A gift with a purchase (M22): what is given from a threshold on, 满XX即赠.
public struct GiftStep: Sendable, Hashable {
  /// The gift's name.
  public var name: String
  /// The least the basket, or the offer's items, must cost.
  public var minimumSpend: Money
  /// What one costs the merchant.
  public var cost: Money
  /// What the member takes it to be worth.
  public var value: Money

  /// Creates the step.
  public init(name: String, minimumSpend: Money, cost: Money, value: Money) {
    self.name = name
    self.minimumSpend = minimumSpend
    self.cost = cost
    self.value = value
  }
}

/// A set of a scheme's gifts, by position in ``CompiledScheme/giftNames``.
public struct GiftSet: OptionSet, Sendable, Hashable {
  /// One bit a gift.
  public let rawValue: UInt16
  /// Creates a set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
}

extension Scheme {
  /// The most gifts a scheme may have: one bit each in a ``GiftSet``.
  public static let maximumGiftCount = 16

  /// All gifts, offer by offer, step by step.
  var gifts: [GiftStep] {
    offers.flatMap { offer -> [GiftStep] in
      guard case .gift(let steps) = offer.benefit else { return [] }
      return steps
    }
  }

  /// What is wrong with gifts.
  var giftProblems: [SchemeProblem] {
    var list = ProblemList()
    list.require(
      gifts.count <= Self.maximumGiftCount, "offers",
      "a scheme has at most \(Self.maximumGiftCount) gifts")
    return list.problems
  }
}

extension ProblemList {
  /// The steps of a gift ascend, and each is worth something.
  mutating func check(_ steps: [GiftStep], _ path: String) {
    require(!steps.isEmpty, "\(path).gifts", "an offer of gifts needs at least one")
    for (position, step) in steps.enumerated() {
      let place = "\(path).gifts.\(position + 1)"
      require(amount: step.minimumSpend.minor, "\(place).spend")
      require(amount: step.cost.minor, "\(place).cost")
      require(amount: step.value.minor, "\(place).value")
      require(step.value > .zero, "\(place).value", "must be above zero")
      require(!step.name.isEmpty, place, "needs a name")
      guard position > 0 else { continue }
      require(
        step.minimumSpend > steps[position - 1].minimumSpend, "\(place).spend",
        "must be above that of the gift before")
    }
  }
}
