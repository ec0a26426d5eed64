/// ∫ (α+y)⁻ⁿ (β+y)⁻ᵐ dy between two times, and means under that density.
///
/// In u, with y + c growing as eᵘ and c the smaller of α and β, the integrand is smooth: the other
/// factor's singularity lies π away from the real axis. Panels are short enough for Gauss's rule of
/// twelve points to leave no error above rounding: the logarithm of the integrand changes by less
/// than seven on any of them.
struct LifetimeIntegral {
  /// The logarithm of the integral; −∞ where the times are the same.
  private(set) var logarithm = -Double.infinity
  /// The mean of log(α+y).
  private(set) var meanLog = 0.0
  /// The mean of 1/(α+y).
  private(set) var meanInverse = 0.0
  /// The mean of log(β+y).
  private(set) var meanLifeLog = 0.0
  /// The mean of 1/(β+y).
  private(set) var meanLifeInverse = 0.0

  private let exponent, rate, lifeExponent, lifeRate: Double
  private var sum = 0.0
  private var base = 0.0

  init(
    exponent: Double, rate: Double, lifeExponent: Double, lifeRate: Double, from start: Double,
    to end: Double
  ) {
    self.exponent = exponent
    self.rate = rate
    self.lifeExponent = lifeExponent
    self.lifeRate = lifeRate
    guard end > start else { return }
    let origin = min(rate, lifeRate) + start
    let length = logOnePlus((end - start) / origin)
    base = logIntegrand(start, origin)
    add(from: start, origin: origin, length: length)
    logarithm = base + Calibration.logarithm(sum)
    meanLog /= sum
    meanInverse /= sum
    meanLifeLog /= sum
    meanLifeInverse /= sum
  }

  /// At a time y, of which `origin` is c + y: with the derivative of y by u.
  @inline(__always) private func logIntegrand(_ time: Double, _ origin: Double) -> Double {
    Calibration.logarithm(origin) - exponent * Calibration.logarithm(rate + time)
      - lifeExponent * Calibration.logarithm(lifeRate + time)
  }

  private mutating func add(from start: Double, origin: Double, length: Double) {
    let nodes = GaussRule.twelve
    let isRateSmaller = rate <= lifeRate
    let far = max(rate, lifeRate) - min(rate, lifeRate)
    let logOrigin = Calibration.logarithm(origin)
    var left = 0.0
    while left < length {
      let near = origin * exponential(left)
      // The slope of the logarithm of the integrand in u.
      let steepness =
        isRateSmaller
        ? exponent + lifeExponent * near / (near + far)
        : lifeExponent + exponent * near / (near + far)
      let width = min(length - left, 1, 2.5 / (steepness + 1))
      let before = sum
      for place in nodes.indices {
        let (node, weight) = nodes[place]
        let u = left + width * node
        let near = origin * exponential(u)
        add(
          weight * width, u: u, near: near, logNear: logOrigin + u, other: near + far,
          isRateSmaller: isRateSmaller)
      }
      left += width
      // Falling ever faster, what is left is less than what this panel added.
      if sum - before <= sum * 1e-17 { return }
    }
  }

  /// One node: `near` is y plus the smaller of α and β, `other` y plus the larger.
  @inline(__always) private mutating func add(
    _ weight: Double, u: Double, near: Double, logNear: Double, other: Double, isRateSmaller: Bool
  ) {
    let logOther = Calibration.logarithm(other)
    let (inner, outer) = isRateSmaller ? (near, other) : (other, near)
    let (logInner, logOuter) = isRateSmaller ? (logNear, logOther) : (logOther, logNear)
    let value =
      weight * exponential(logNear - exponent * logInner - lifeExponent * logOuter - base)
    sum += value
    meanLog += value * logInner
    meanInverse += value / inner
    meanLifeLog += value * logOuter
    meanLifeInverse += value / outer
  }
}

/// Gauss's rule on (0, 1).
enum GaussRule {
  /// Nodes and weights of twelve points (Abramowitz & Stegun, table 25.4), moved from (−1, 1).
  static let twelve: [(node: Double, weight: Double)] = nodes.indices.flatMap { index in
    let half = weights[index] / 2
    let offset = nodes[index] / 2
    return [(node: 0.5 - offset, weight: half), (node: 0.5 + offset, weight: half)]
  }

  private static let nodes: [Double] = [
    0.125233408511469, 0.367831498998180, 0.587317954286617, 0.769902674194305,
    0.904117256370475, 0.981560634246719,
  ]
  private static let weights: [Double] = [
    0.249147045813403, 0.233492536538355, 0.203167426723066, 0.160078328543346,
    0.106939325995318, 0.047175336386512,
  ]
}
