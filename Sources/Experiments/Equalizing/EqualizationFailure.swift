internal import Measurement
public import Quantities
public import Scenarios

/// Why two arms cannot be made equal.
public enum EqualizationFailure: Error, Sendable, Hashable {
  /// The arm's metric stays on one side of the other arm's in the whole range.
  case outOfRange(
    Equalization, atLowest: Double, atHighest: Double, reference: Double, Currency)
  /// An arm has no value: nobody was a member.
  case undefined(Equalization, arm: String)

  /// What cannot be made equal.
  public var equalization: Equalization {
    switch self {
    case .outOfRange(let equalization, _, _, _, _), .undefined(let equalization, _): equalization
    }
  }

  /// What is wrong, in a sentence.
  public var message: String {
    switch self {
    case .outOfRange(let sought, let low, let high, let reference, let currency):
      "no value between \(sought.grid.lowestText) and \(sought.grid.highestText) makes "
        + "\(sought.metric.rawValue) of \(sought.arm) that of \(sought.target): it is "
        + "\(sought.figure(low, currency)) at \(sought.grid.lowestText) and "
        + "\(sought.figure(high, currency)) at \(sought.grid.highestText), against "
        + sought.figure(reference, currency)
    case .undefined(let sought, let arm):
      "\(sought.metric.rawValue) of \(arm) has no value: nobody was a member at the horizon's start"
    }
  }

  /// What would be right.
  public var hint: String {
    switch self {
    case .outOfRange: "widen the range, or look for another number"
    case .undefined: "give the population members"
    }
  }
}
