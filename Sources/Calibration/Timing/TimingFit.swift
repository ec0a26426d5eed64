public import MemberPopulation
public import NumericalMethods

/// A model of when customers buy, fitted by maximum likelihood.
public struct TimingFit: Sendable {
  /// The model.
  public let model: TimingModel
  /// The four parameters, in the model's order.
  public let estimates: [Estimate]
  /// The covariance of the logarithms of the parameters; nothing where the likelihood is flat.
  public let logCovariance: SymmetricMatrix?
  /// The log-likelihood without x! and powers of t, as published ones are; with what the gaps add
  /// where k > 1, so that all models compare.
  public let logLikelihood: Double
  /// What the data cannot tell.
  public let warnings: [TimingWarning]

  /// The values of the parameters.
  public var values: [Double] { estimates.map(\.value) }
  var parameters: SIMD4<Double> { SIMD4(values[0], values[1], values[2], values[3]) }
}

/// What a history table cannot tell about a model.
public enum TimingWarning: Sendable, Hashable {
  /// The search ended at the edge of what a population may have.
  case atEdge(PopulationParameter)
  /// The likelihood is flat in some direction: no standard errors.
  case flat
  /// A parameter has a large relative standard error.
  case hardlyKnown(PopulationParameter, error: Double)
  /// Two parameters can grow together, so that each alone is hardly known while a ratio is.
  ///
  /// The relative standard errors of the first, the second and their ratio.
  case weaklyIdentified(
    PopulationParameter, PopulationParameter, errors: [Double], ratioError: Double)
}
