public import Measurement

extension Health {
  /// What must hold of a run, as a sentence.
  public enum Law: String, Sendable, Hashable, CaseIterable {
    case people = "the same people are members at the start of every arm"
    case orders = "shared + gained = the arm's orders, shared + lost = control's"
    case points = "points issued − redeemed − expired − clawed back ± adjusted = outstanding"
    case money = "list − discounts − points redeemed = paid"
    case numbers = "every number is finite or has a reason for being undefined"
    /// The laws that every tally keeps: signs, streams, days, cells, persons, products.
    case totals = "days, months, segments and tiers add up to the totals"
  }

  /// Where a law does not hold, with its numbers.
  public enum Fault: Sendable, Hashable {
    /// An arm begins with other members than control.
    case members(arm: String, Int64, control: Int64)
    /// An arm's orders are not shared and gained ones.
    case orders(arm: String, OrderAttribution)
    /// What moved is not what is outstanding.
    case points(arm: String, moved: Int64, outstanding: Int64)
    /// What was due is not what was paid.
    case payments(arm: String, due: Int64, paid: Int64)
    /// Metrics that are neither numbers nor undefined.
    case numbers(arm: String, [Metric])
    /// A law of the tally.
    case tally(TallyViolation)
  }
}

extension Health.Fault: CustomStringConvertible {
  /// The fault in words.
  public var description: String {
    switch self {
    case .members(let arm, let members, let control):
      "\(arm): \(members) members, control \(control)"
    case .orders(let arm, let orders):
      "\(arm): shared \(orders.shared), gained \(orders.gained) and "
        + "\(orders.gainedFromLapsed) from lapsed, lost \(orders.lost), arm \(orders.arm), "
        + "control \(orders.control)"
    case .points(let arm, let moved, let outstanding):
      "\(arm): movements \(moved), outstanding \(outstanding)"
    case .payments(let arm, let due, let paid): "\(arm): due \(due), paid \(paid)"
    case .numbers(let arm, let metrics):
      "\(arm): " + metrics.map(\.rawValue).joined(separator: ", ")
    case .tally(let violation): violation.description
    }
  }
}
