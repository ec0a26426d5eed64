public import NumericalMethods

/// Why a two-stage rule cannot be made.
public enum TwoStageError: Error, Equatable, Sendable {
  /// The pilot has a single unit, and so no variance.
  case pilotTooSmall(units: Int)
  /// The half-width asked for is not a finite number above zero.
  case impossibleHalfWidth(Double)
  /// The quantile could not be computed.
  case numerical(NumericalError)
}

/// Stein's two-stage rule: how many units give an interval of a wanted half-width, and that interval.
///
/// A pilot of n₀ units has the variance s². With t of n₀ − 1 degrees of freedom,
/// n = max(n₀, ⌈t²s²/d²⌉) units give the mean of all of them ± t·s/√n, at most d to each side, which
/// covers the true mean of normal units with at least the level, exactly, whatever their true
/// variance (Stein 1945, Ann. Math. Statist. 16, 243–258).
///
/// Looking again and again and stopping when the interval is short enough is not valid: such a run
/// stops when its own variance happens to look small, so its interval covers too seldom. Here the
/// number of units depends on the pilot's variance alone, which for normal units tells nothing of
/// any mean, and the interval keeps that variance and its degrees of freedom. So a number
/// that is made larger (whole replications) or smaller (a budget) without a look at the data is
/// valid, too; what changes is the half-width.
///
/// A unit is what is independent: a community in a replication, or a replication where communities
/// share something, as the totals were taken. The rule is for means and totals of differences; a
/// ratio is a mean to first order only.
public struct TwoStageSampling: Equatable, Hashable, Sendable {
  /// Units of the pilot, n₀.
  public let pilotUnits: Int
  /// The standard deviation s over the pilot's units.
  public let deviation: Double
  /// The wanted half-width d of the mean over units; for a population's total of C communities, the
  /// total's half-width over C.
  public let halfWidth: Double
  /// The two-sided level.
  public let level: Double
  /// n, the units of pilot and second stage together; where it takes more, ``mostUnits``.
  public let units: Int
  private let quantile: Double

  /// More units than anybody can have: 2⁵³, up to which floating point counts them one by one.
  public static let mostUnits = 1 << 53

  /// Makes the rule from a pilot of two units or more; more than ten make it cheap.
  ///
  /// With few pilot units t is large, and so is n: at 95%, 2 units ask for some 42 times as many as a
  /// known variance would, 10 for 1.33 times, 30 for 1.09 times.
  public init(
    pilot: SampleTotals, halfWidth: Double, level: Double = 0.95
  ) throws(TwoStageError) {
    guard let deviation = pilot.standardDeviation else { throw .pilotTooSmall(units: pilot.count) }
    try self.init(
      pilotUnits: pilot.count, deviation: deviation, halfWidth: halfWidth, level: level)
  }

  /// Makes the rule from the standard deviation over a pilot of two units or more, such as that of a
  /// ratio by its linear terms.
  public init(
    pilotUnits: Int, deviation: Double, halfWidth: Double, level: Double = 0.95
  ) throws(TwoStageError) {
    guard halfWidth > 0, halfWidth.isFinite else { throw .impossibleHalfWidth(halfWidth) }
    guard pilotUnits > 1 else { throw .pilotTooSmall(units: pilotUnits) }
    precondition(deviation >= 0 && deviation.isFinite, "a deviation is a finite number")
    do throws(NumericalError) {
      quantile = try twoSidedQuantile(level: level, count: pilotUnits)
    } catch {
      throw .numerical(error)
    }
    let root = quantile * deviation / halfWidth
    let wanted = min((root * root).rounded(.up), Double(Self.mostUnits))
    self.pilotUnits = pilotUnits
    self.halfWidth = halfWidth
    self.level = level
    self.deviation = deviation
    units = max(pilotUnits, Int(wanted))
  }

  /// Whole replications of so many units each that hold at least n units.
  public func replications(unitsEach: Int) -> Int {
    precondition(unitsEach >= 1, "a replication has at least one unit")
    return (units - 1) / unitsEach + 1
  }

  /// The half-width t·s/√units that so many units in all would have: what more of them buy.
  public func halfWidth(units: Int) -> Double {
    precondition(units >= 1, "at least one unit")
    return quantile * deviation / Double(units).squareRoot()
  }

  /// The mean of all units, pilot and second stage, with the interval that the rule allows.
  ///
  /// The error is that of the pilot's variance. The number of units must not have been chosen by
  /// looking at anything but that variance.
  public func estimate(_ all: SampleTotals) -> Estimate {
    estimate(value: all.mean, units: all.count)
  }

  /// A mean over so many units in all, the pilot's among them, with the interval that the rule allows.
  public func estimate(value: Double, units: Int) -> Estimate {
    precondition(units >= pilotUnits, "the pilot's units are among all units")
    return Estimate(
      value: value, standardError: deviation / Double(units).squareRoot(), quantile: quantile,
      level: level)
  }
}
