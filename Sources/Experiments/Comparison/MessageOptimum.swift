public import Measurement
internal import NumericalMethods

/// How many messages a member bring the most net value, among arms that send different numbers (M54).
///
/// The top of the parabola through the best arm and its two neighbors, over the mean of all
/// replications; its standard error is that of the jackknife, which leaves out one replication at a
/// time (Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 11), and its interval has
/// t quantiles of one degree of freedom less than there are replications.
public struct MessageOptimum: Sendable, Hashable {
  /// Messages delivered a member of the horizon's start, at the top.
  public let messages: Double
  /// The 95% interval.
  public let lower, upper: Double
  /// The best arm and its neighbors, in the order of their messages.
  public let arms: [String]
  /// How many replications it comes from.
  public let replications: Int

  /// Finds the top; nothing with fewer than three replications or arms that send messages, with a best
  /// arm that sends the fewest or the most, or where some replications left out have no top at all.
  public init?(_ totals: ReplicationTotals?, arms names: [String]) {
    guard let totals, totals.count >= 3, names.count >= 4 else { return nil }
    let curve = Curve(totals: totals)
    let all = Array(0..<totals.count)
    let points = (1..<names.count).map { curve.point(ofArm: $0, over: all) }
      .enumerated().filter { $0.element.messages > 0 }
      .sorted { $0.element.messages < $1.element.messages }
    guard
      let best = points.indices.max(by: { points[$0].element.value < points[$1].element.value }),
      points.indices.contains(best - 1), points.indices.contains(best + 1)
    else { return nil }
    let three = points[best - 1...best + 1].map { $0.offset + 1 }
    guard let top = curve.top(of: three, over: all) else { return nil }
    let leftOut = all.compactMap { replication in
      curve.top(of: three, over: all.filter { $0 != replication })
    }
    guard leftOut.count == all.count else { return nil }
    let count = Double(all.count)
    let mean = leftOut.reduce(0, +) / count
    let squares = leftOut.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = ((count - 1) / count * squares).squareRoot()
    guard let quantile = try? StudentT(degreesOfFreedom: count - 1).quantile(0.975) else {
      return nil
    }
    messages = top
    lower = top - quantile * error
    upper = top + quantile * error
    arms = three.map { names[$0] }
    replications = totals.count
  }

  /// Net value over messages, both a member, arm by arm.
  private struct Curve {
    let totals: ReplicationTotals
    let net = Metric.netValuePerMember.form

    func point(ofArm arm: Int, over replications: [Int]) -> (messages: Double, value: Double) {
      var (messages, value, members) = (Int128(0), Int128(0), Int128(0))
      for replication in replications {
        let own = totals.totals(replication: replication, arm: arm)
        let control = totals.totals(replication: replication, arm: 0)
        messages += Int128(own[TallyColumn.messages.rawValue])
        members += Int128(control[TallyColumn.membersAtStart.rawValue])
        for term in net.arm.terms {
          let isControl = term.index >= TallyColumn.count
          let total = isControl ? control[term.index - TallyColumn.count] : own[term.index]
          value += term.factor * Int128(total)
        }
      }
      guard members > 0 else { return (0, 0) }
      return (Double(messages) / Double(members), Double(value) / Double(members))
    }

    /// The top of the parabola through three arms; nothing where it opens upward.
    func top(of arms: [Int], over replications: [Int]) -> Double? {
      let points = arms.map { point(ofArm: $0, over: replications) }
      let (left, middle, right) = (points[0], points[1], points[2])
      let rise = (middle.value - left.value) / (middle.messages - left.messages)
      let fall = (right.value - middle.value) / (right.messages - middle.messages)
      let curvature = (fall - rise) / (right.messages - left.messages)
      guard curvature < 0 else { return nil }
      return (left.messages + middle.messages) / 2 - rise / (2 * curvature)
    }
  }
}
