/// Expectations of the models that drop out after purchases: sums over the number of stages passed.
///
/// The stages passed in t weeks are negative binomial; every k-th is a purchase, if the customer is
/// still there. For k = 1 the sum of `expected` is the series of the published closed form (Fader,
/// Hardie & Lee 2005, equation 9), in which nothing cancels.
struct RenewalSum {
  let shape, rate, first, second: Double
  let stages: Int

  /// Terms after which a sum is given up.
  ///
  /// assumption: enough for ten thousand purchases a horizon; nobody buys more often.
  private static let mostTerms = 200_000

  /// The purchases in so many weeks of a customer who has waited so many stages already.
  ///
  /// Where the first is at risk, the customer may have dropped out before it.
  func expected(_ weeks: Double, waited: Int, isFirstAtRisk: Bool) -> Double {
    var series = NegativeBinomial(shape: shape, rate: rate, weeks: weeks)
    var staying = isFirstAtRisk ? second / (first + second) : 1
    var chances = isFirstAtRisk ? 1.0 : 0.0
    var reached = 0.0
    var sum = 0.0
    var mass = 0.0
    for stage in 0..<Self.mostTerms {
      if stage + waited > 0, (stage + waited).isMultiple(of: stages) {
        reached += staying
        staying *= (second + chances) / (first + second + chances)
        chances += 1
      }
      let probability = series.next()
      mass += probability
      sum += probability * reached
      let left = 1 - mass
      if left < 1e-14 || (left < 1e-9 && probability * (reached + 1) < sum * 1e-15) { break }
    }
    return sum
  }

  /// The probabilities of 0, 1, … purchases of a new customer in so many weeks.
  func probabilities(_ weeks: Double, upTo most: Int, isFirstAtRisk: Bool) -> [Double] {
    var series = NegativeBinomial(shape: shape, rate: rate, weeks: weeks)
    var staying = 1.0
    var chances = 0.0
    // Of those with a first chance to drop out behind them already.
    func pass() -> Double {
      let before = staying
      staying *= (second + chances) / (first + second + chances)
      chances += 1
      return before - staying
    }
    var left = 1.0
    return (0...most).map { count in
      let gone = count > 0 || isFirstAtRisk ? pass() : 0
      let exactly = (0..<stages).reduce(0) { total, _ in total + series.next() }
      let probability = staying * exactly + gone * max(0, left)
      left -= exactly
      return probability
    }
  }
}

/// The negative binomial probabilities of 0, 1, … events: Poisson with a gamma-distributed rate.
struct NegativeBinomial {
  private let shape, success: Double
  private var probability: Double
  /// The logarithm, where the first probabilities are too small for a Double.
  private var logProbability: Double
  private var isTiny: Bool
  private var count = 0.0

  init(shape: Double, rate: Double, weeks: Double) {
    self.shape = shape
    success = weeks / (rate + weeks)
    logProbability = -shape * logOnePlus(weeks / rate)
    isTiny = logProbability < -600
    probability = exponential(logProbability)
  }

  /// The next probability.
  mutating func next() -> Double {
    let current = probability
    let factor = (shape + count) / (count + 1) * success
    count += 1
    guard isTiny else {
      probability *= factor
      return current
    }
    logProbability += logarithm(factor)
    isTiny = logProbability < -600
    probability = exponential(logProbability)
    return current
  }
}
