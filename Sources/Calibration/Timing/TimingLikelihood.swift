import MemberPopulation

/// The logarithm of a history's probability, and how it changes with the four parameters.
struct LikelihoodTerm: Sendable {
  var value: Double
  /// Derivatives by the parameters themselves, not their logarithms.
  var gradient: SIMD4<Double>
  /// The probability that the customer is still one at the end of the window.
  var aliveShare: Double
}

/// The likelihood of single histories under one model with given parameters.
protocol TimingLikelihood: Sendable {
  /// The likelihood of one history; constants of the data are left out as in the literature.
  func term(_ history: BuyingHistory) -> LikelihoodTerm
}

extension TimingModel {
  /// The likelihood with these parameters, for customers with at most so many repeats.
  func likelihood(_ parameters: SIMD4<Double>, mostRepeats: Int) -> any TimingLikelihood {
    switch family {
    case .bgNBD, .mbgCNBD:
      RenewalLikelihood(
        parameters, stages: stages, mayDropOutAtOnce: mayDropOutAtOnce, mostRepeats: mostRepeats)
    case .paretoNBD: ParetoLikelihood(parameters, mostRepeats: mostRepeats)
    }
  }

  /// What the gaps between purchases add to the likelihood whatever the parameters are.
  ///
  /// Σ log(gapᵏ⁻¹ / Γ(k)): zero for Poisson purchases, so that models with different k compare.
  func gapTerm(_ table: HistoryTable) -> Double {
    guard stages > 1 else { return 0 }
    let logFactorial = (1..<stages).reduce(0.0) { $0 + logarithm(Double($1)) }
    return Double(stages - 1) * table.logGapSum - table.repeatCount * logFactorial
  }
}

/// Σ log(shape + i) for i below 0, 1, 2, … with its derivative: the logarithm of a rising factorial
/// Γ(shape + n)/Γ(shape), exact where the difference of two log-gammas loses its digits.
struct RisingFactorials: Sendable {
  private let values: [Double]
  private let slopes: [Double]

  init(shape: Double, upTo most: Int) {
    var values = [0.0]
    var slopes = [0.0]
    values.reserveCapacity(most + 1)
    slopes.reserveCapacity(most + 1)
    var value = 0.0
    var slope = 0.0
    for index in 0..<max(0, most) {
      let factor = shape + Double(index)
      value += logarithm(factor)
      slope += 1 / factor
      values.append(value)
      slopes.append(slope)
    }
    self.values = values
    self.slopes = slopes
  }

  func value(_ count: Int) -> Double { values[count] }
  func slope(_ count: Int) -> Double { slopes[count] }
}
