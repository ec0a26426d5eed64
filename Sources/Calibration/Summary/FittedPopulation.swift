public import MemberPopulation
import NumericalMethods

/// A population as its scenario describes it, from what was fitted.
public struct FittedPopulation: Sendable {
  /// The profile: families, parameters with standard errors, covariances.
  public let profile: PopulationProfile

  /// The population of a timing model and spend; nothing where the spend is not known.
  ///
  /// - Parameter source: Where the orders come from, for every parameter.
  public init?(_ timing: TimingFit, _ result: CalibrationResult, source: String) {
    var parameters = Self.parameters(of: timing, source)
    var covariances = Self.covariances(timing.model.parameters, timing.logCovariance)
    let family: SpendFamily
    if let spend = result.spend, let known = result.spendFamily {
      family = known
      let names =
        known == .gammaGamma ? GammaGammaFitter.parameters : LognormalFitter.parameters
      for (name, estimate) in zip(names, spend.estimates) {
        parameters[name] = Self.parameter(name, estimate, scale: 1, source)
      }
      covariances += Self.covariances(names, spend.logCovariance)
    } else if let amount = result.constantAmount {
      family = .lognormal
      let constant = "\(source): every order is worth the same"
      for (name, value) in zip(LognormalFitter.parameters, [amount, 0, 0]) {
        parameters[name] = Parameter(value, .notStated, source: constant)
      }
    } else {
      return nil
    }
    profile = PopulationProfile(
      timing: timing.model.family, spend: family, parameters: parameters,
      covariances: covariances)
  }

  private static func parameters(
    of fit: TimingFit, _ source: String
  ) -> [PopulationParameter: Parameter] {
    var parameters: [PopulationParameter: Parameter] = [:]
    for (name, estimate) in zip(fit.model.parameters, fit.estimates) {
      // A population's rates are those of purchases; the model's are those of stages.
      let scale = name == .rateScale ? Double(fit.model.stages) : 1
      parameters[name] = parameter(name, estimate, scale: scale, "\(source), \(fit.model.name)")
    }
    if fit.model.family == .mbgCNBD {
      parameters[.regularity] = Parameter(
        Double(fit.model.stages), .notStated, source: "\(source), k chosen by likelihood")
    }
    return parameters
  }

  private static func parameter(
    _ name: PopulationParameter, _ estimate: Estimate, scale: Double, _ source: String
  ) -> Parameter {
    let allowed = name.allowed
    let value = min(max(estimate.value * scale, allowed.lowerBound), allowed.upperBound)
    if let error = estimate.logStandardError {
      return Parameter(value, .standardError(error * value), source: source)
    }
    // assumption: where the data tell no error, anything from a third to three times the value.
    let range = max(value / 3, allowed.lowerBound)...min(value * 3, allowed.upperBound)
    return Parameter(
      value, .range(range.lowerBound, range.upperBound),
      source: "assumption: the data tell no range; \(source)")
  }

  private static func covariances(
    _ names: [PopulationParameter], _ covariance: SymmetricMatrix?
  ) -> [LogCovariance] {
    covariance.map { [LogCovariance(of: names, rows: $0.rows)] } ?? []
  }
}
