public import NumericalMethods

/// The difference between two arms that live through the same luck, unit by unit.
public enum PairedDifference {
  /// The mean difference of a unit, with the t interval of the paired differences.
  ///
  /// `differences` holds n, Σd, Σd² of d = arm less control; the interval has n − 1 degrees of
  /// freedom (Student 1908). Throws when `level` is not between 0 and 1.
  public static func mean(
    _ differences: SampleTotals, level: Double = 0.95
  ) throws(NumericalError) -> Estimate {
    let quantile = try twoSidedQuantile(level: level, count: differences.count)
    let count = Double(differences.count)
    return Estimate(
      value: differences.mean,
      standardError: differences.variance.map { ($0 / count).squareRoot() },
      quantile: quantile, level: level)
  }

  /// How many times the variance of independent arms exceeds that of the paired difference.
  ///
  /// The variance of independent arms is that of control plus that of the arm, control + difference.
  /// Nil with a single unit, and when the paired difference does not vary at all.
  public static func varianceRatio(
    difference: SampleTotals, control: SampleTotals, crossProducts: Int128
  ) -> Double? {
    let joint = JointTotals(first: difference, second: control, crossProducts: crossProducts)
    guard let varianceOfDifference = difference.variance, varianceOfDifference > 0,
      let varianceOfControl = control.variance, let covariance = joint.covariance
    else { return nil }
    let varianceOfArm = varianceOfControl + varianceOfDifference + 2 * covariance
    return (varianceOfControl + varianceOfArm) / varianceOfDifference
  }
}
