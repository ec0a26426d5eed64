// What a member takes from the points mall: of the rewards at hand the one with the greatest surplus,
// its worth less what its points are felt to be worth when kept (a mental account of their own), and
// that one if the surplus outweighs the effort of asking for it: logistic in the logarithm of surplus
// over effort, as at checkout. Effort is the same for a small reward and a large one, so small rewards
// are passed over and points pile up: hoarding and breakage emerge (Stourm, Bradlow & Fader 2015,
// JMR 52:253–267). Sizes are assumptions. Off switch: `points-mall`.

/// A reward as a member weighs it.
public struct RewardOption: Sendable, Hashable {
  /// What it costs in points.
  public var points: Int64
  /// What it is worth, in minor units.
  public var worthMinor: Int64

  /// Creates an option.
  public init(points: Int64, worthMinor: Int64) {
    self.points = points
    self.worthMinor = worthMinor
  }
}

extension ReactionModel {
  /// The position of the reward that a visit to the mall ends with; nothing if with none.
  ///
  /// Ties go to the reward that is listed first.
  ///
  /// - Parameters:
  ///   - pointMinor: minor units that one point is worth at face.
  ///   - mark: an addressed uniform mark.
  public func choice(
    among options: [RewardOption], pointMinor: Double, mark: Double
  ) -> Int? {
    guard visitsMall else { return nil }
    var best: (position: Int, surplus: Double)?
    for (position, option) in options.enumerated() {
      let kept = pointThrift * pointMinor * Double(option.points)
      let surplus = Double(option.worthMinor) - kept
      if surplus > best?.surplus ?? 0 { best = (position, surplus) }
    }
    guard let best else { return nil }
    return isWorthTheEffort(best.surplus, mark: mark) ? best.position : nil
  }
}
