import MemberPopulation

/// What a fitted model expects of customers: new ones, and those whose history is known.
public struct TimingPredictor: Sendable {
  private let model: TimingModel
  private let parameters: SIMD4<Double>
  private let likelihood: any TimingLikelihood

  /// The predictions of a model with given parameters.
  ///
  /// - Parameter mostRepeats: the most repeats of a history that will be asked about.
  public init(_ model: TimingModel, values: [Double], mostRepeats: Int) {
    precondition(values.count == 4 && values.allSatisfy { $0 > 0 }, "four positive parameters")
    self.model = model
    parameters = SIMD4(values[0], values[1], values[2], values[3])
    likelihood = model.likelihood(parameters, mostRepeats: mostRepeats)
  }

  /// The predictions of a fit to a table.
  public init(_ fit: TimingFit, mostRepeats: Int) {
    self.init(fit.model, values: fit.values, mostRepeats: mostRepeats)
  }

  private var shape: Double { parameters[0] }
  private var rate: Double { parameters[1] }

  /// The probability that a customer with this history will still buy.
  public func alive(_ history: BuyingHistory) -> Double { likelihood.term(history).aliveShare }

  /// E[X(t)]: the repeat purchases of a new customer in the first weeks.
  public func expected(weeks: Double) -> Double {
    guard weeks > 0 else { return 0 }
    guard model.family != .paretoNBD else {
      return paretoExpected(shape: shape, rate: rate, lifeRate: parameters[3], weeks)
    }
    let sum = RenewalSum(
      shape: shape, rate: rate, first: parameters[2], second: parameters[3], stages: model.stages)
    return sum.expected(weeks, waited: 0, isFirstAtRisk: model.mayDropOutAtOnce)
  }

  /// The purchases that a customer with this history makes in so many weeks after the window.
  public func conditional(_ history: BuyingHistory, weeks: Double) -> Double {
    guard weeks > 0 else { return 0 }
    let alive = alive(history)
    guard alive > 0 else { return 0 }
    let whole = rate + history.lengthWeeks
    let n = shape + Double(history.repeats * model.stages)
    guard model.family != .paretoNBD else {
      let future = paretoExpected(
        shape: n, rate: whole, lifeRate: parameters[3] + history.lengthWeeks, weeks)
      return alive * future
    }
    let chances = Double(history.repeats + (model.mayDropOutAtOnce ? 1 : 0))
    let w = (history.lengthWeeks - history.lastWeeks) / whole
    var weight = 1.0
    var weights = 0.0
    var future = 0.0
    // How many stages the customer has waited is not known, only how likely each number is.
    for waited in 0..<model.stages {
      if waited > 0 { weight *= (n + Double(waited) - 1) / Double(waited) * w }
      let sum = RenewalSum(
        shape: n + Double(waited), rate: whole, first: parameters[2],
        second: parameters[3] + chances, stages: model.stages)
      weights += weight
      future += weight * sum.expected(weeks, waited: waited, isFirstAtRisk: false)
    }
    return alive * future / weights
  }

  /// The probabilities of 0, 1, … repeat purchases of a new customer in the first weeks, and of
  /// more than were asked for as the last entry.
  public func probabilities(weeks: Double, upTo most: Int) -> [Double] {
    let known =
      model.family == .paretoNBD
      ? paretoProbabilities(weeks, most) : renewalProbabilities(weeks, most)
    return known + [max(0, 1 - known.reduce(0, +))]
  }

  private func renewalProbabilities(_ weeks: Double, _ most: Int) -> [Double] {
    let sum = RenewalSum(
      shape: shape, rate: rate, first: parameters[2], second: parameters[3], stages: model.stages)
    return sum.probabilities(weeks, upTo: most, isFirstAtRisk: model.mayDropOutAtOnce)
  }

  // MARK: Pareto/NBD

  /// The repeat purchases of a customer who lives now, with gamma(shape, rate) purchases and a
  /// lifetime of gamma(s, lifeRate): rβ/(α(s−1)) [1 − (β/(β+t))ˢ⁻¹], its limit at s = 1 included.
  private func paretoExpected(
    shape: Double, rate: Double, lifeRate: Double, _ weeks: Double
  ) -> Double {
    let excess = parameters[2] - 1
    let grown = logOnePlus(weeks / lifeRate)
    let span =
      abs(excess * grown) < 1e-8 ? grown : -exponentialLessOne(-excess * grown) / excess
    return shape * lifeRate / rate * span
  }

  /// The lifetime ends after the weeks, or at some time in them, up to which purchases come.
  private func paretoProbabilities(_ weeks: Double, _ most: Int) -> [Double] {
    let (lifeShape, lifeRate) = (parameters[2], parameters[3])
    let survival = exponential(-lifeShape * logOnePlus(weeks / lifeRate))
    var sums = purchases(weeks, most).map { $0 * survival }
    let origin = min(rate, lifeRate)
    let length = logOnePlus(weeks / origin)
    let panels = max(1, Int((length * 4).rounded(.up)))
    let width = length / Double(panels)
    for panel in 0..<panels {
      for (node, weight) in GaussRule.twelve {
        let u = (Double(panel) + node) * width
        let time = origin * exponentialLessOne(u)
        let log =
          logarithm(lifeShape / lifeRate) - (lifeShape + 1) * logOnePlus(time / lifeRate)
        let density = weight * width * origin * exponential(u + log)
        for (count, chance) in purchases(time, most).enumerated() {
          sums[count] += density * chance
        }
      }
    }
    return sums
  }

  private func purchases(_ weeks: Double, _ most: Int) -> [Double] {
    var series = NegativeBinomial(shape: shape, rate: rate, weeks: weeks)
    return (0...most).map { _ in series.next() }
  }
}
