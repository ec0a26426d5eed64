/// Why a model cannot be fitted to orders.
public enum FitRefusal: Error, Sendable, Hashable {
  /// There are no customers.
  case noCustomers
  /// Nobody was watched for any time after the first purchase.
  case noTime
  /// Fewer than `needed` customers bought again.
  case tooFewRepeaters(found: Int, needed: Int)
  /// No order of a repeat customer has an amount.
  case noAmounts
  /// All amounts are the same, so nothing tells customers or orders apart.
  case constantAmounts(Double)
  /// A segment is left with too few customers to be fitted.
  case tooManySegments(Int)
  /// A history is impossible.
  case impossible(BuyingHistory)
  /// The arithmetic failed; what was computed, and why not.
  case numerical(String)
}

extension FitRefusal: CustomStringConvertible {
  /// What is missing, and what would help.
  public var description: String {
    switch self {
    case .noCustomers: "there are no customers in the window"
    case .noTime:
      "nobody was watched for a day after the first purchase; take a longer window"
    case .tooFewRepeaters(0, let needed):
      "nobody bought again: how often customers buy and how soon they leave cannot be told apart; "
        + "at least \(needed) customers with repeat orders are needed"
    case .tooFewRepeaters(let found, let needed):
      "\(found) customer\(found == 1 ? "" : "s") bought again; four parameters need at least "
        + "\(needed)"
    case .noAmounts: "no order of a repeat customer has an amount above zero"
    case .constantAmounts(let amount):
      "every order is worth \(amount): there is no spread that a distribution could describe"
    case .tooManySegments(let count):
      "\(count) segments are more than these customers can tell: one is left with fewer than "
        + "\(TimingFitter.leastRepeaters) who bought again"
    case .impossible(let history):
      "a history of \(history.repeats) repeats, the last after \(history.lastWeeks) of "
        + "\(history.lengthWeeks) weeks, cannot be"
    case .numerical(let reason): "the likelihood has no maximum that can be found: \(reason)"
    }
  }
}
