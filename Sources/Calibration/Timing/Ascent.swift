import NumericalMethods

/// Climbs a log-likelihood in the logarithms of the parameters, within bounds.
struct Ascent {
  /// The log-likelihood of all customers and its derivatives by the logarithms of the parameters.
  typealias Height = @Sendable ([Double]) -> (value: Double, gradient: [Double])

  let height: Height
  /// The lowest and the highest logarithm of each parameter.
  let bounds: [ClosedRange<Double>]
  let customers: Double

  init(_ height: @escaping Height, bounds: [ClosedRange<Double>], customers: Double) {
    self.height = height
    self.bounds = bounds
    self.customers = max(1, customers)
  }

  /// The top as the library's search finds it, then by Newton's steps to the last digits.
  func climbed(from start: [Double]) throws(NumericalError) -> [Double] {
    let minimum = try Minimization.quasiNewton(
      from: start, firstStep: 0.1, gradientLimit: 1e-7, maximumIterations: 300, slope)
    return polished(from: minimum.point)
  }

  /// Newton's steps while they go up; from a point near the top, three are enough.
  func polished(from start: [Double]) -> [Double] {
    var point = start
    var here = slope(point)
    for _ in 0..<Self.mostSteps {
      let downhill = here.gradient.map { -$0 }
      guard let step = curvature(at: point, by: { slope($0).gradient }).solved(downhill),
        let next = stepped(from: point, by: step, below: here.value)
      else { break }
      let gain = -zip(step, here.gradient).reduce(0) { $0 + $1.0 * $1.1 } * customers
      (point, here) = next
      // A millionth of a unit of log-likelihood is nobody's business.
      if gain < 1e-9 { break }
    }
    return point
  }

  /// Steps with the information that was found near by, on a part of the customers.
  ///
  /// Each costs one look at the customers instead of nine; so near the top the information changes
  /// by a few percent, and the distance shrinks by as much with each step.
  func polished(from start: [Double], by information: SymmetricMatrix) -> [Double] {
    var point = start
    var here = slope(point)
    for _ in 0..<Self.mostSteps {
      let downhill = here.gradient.map { -$0 * customers }
      guard let step = information.solved(downhill),
        let next = stepped(from: point, by: step, below: here.value)
      else { break }
      let gain = zip(step, downhill).reduce(0) { $0 + $1.0 * $1.1 }
      (point, here) = next
      if gain < 1e-9 { return point }
    }
    return polished(from: point)
  }

  /// assumption: Newton doubles the digits at each step; more are only needed on flat ground.
  private static let mostSteps = 12

  /// The first of ever shorter steps that does not go up in what is minimized.
  private func stepped(
    from point: [Double], by step: [Double], below value: Double
  ) -> ([Double], Minimization.Slope)? {
    var scale = 1.0
    while scale > 1e-4 {
      let next = zip(point, step).map { $0 + $1 * scale }
      let there = slope(next)
      if there.value <= value { return (next, there) }
      scale /= 2
    }
    return nil
  }

  /// What is minimized: minus the log-likelihood of a customer, with a wall beyond the bounds.
  func slope(_ logs: [Double]) -> Minimization.Slope {
    guard logs.allSatisfy({ abs($0) < 40 }) else { return (.infinity, logs.map { _ in 0 }) }
    let sum = height(logs)
    var value = -sum.value / customers
    var gradient = sum.gradient.map { -$0 / customers }
    for index in logs.indices {
      let bound = bounds[index]
      let beyond = logs[index] - min(max(logs[index], bound.lowerBound), bound.upperBound)
      value += Self.wall * beyond * beyond
      gradient[index] += 2 * Self.wall * beyond
    }
    return (value, gradient)
  }

  /// assumption: so steep that an estimate never ends up more than some thousandths beyond.
  private static let wall = 1000.0

  /// The observed information of all customers: minus the second derivatives.
  func information(at logs: [Double]) -> SymmetricMatrix {
    curvature(at: logs) { height($0).gradient.map { -$0 } }
  }

  /// Second derivatives, by differences of exact first ones.
  private func curvature(
    at logs: [Double], by gradient: ([Double]) -> [Double]
  ) -> SymmetricMatrix {
    let width = 1e-4
    let rows = logs.indices.map { index -> [Double] in
      var (low, high) = (logs, logs)
      low[index] -= width
      high[index] += width
      return zip(gradient(high), gradient(low)).map { ($0 - $1) / (2 * width) }
    }
    return SymmetricMatrix(rows: rows)
  }

  /// Which parameters ended at a bound.
  func edges(of top: [Double]) -> [Int] {
    top.indices.filter { index in
      top[index] < bounds[index].lowerBound + 0.01 || top[index] > bounds[index].upperBound - 0.01
    }
  }

  /// The estimates with the covariance of their logarithms, where the data tell one.
  func estimated(at top: [Double]) -> (estimates: [Estimate], covariance: SymmetricMatrix?) {
    // At an edge the likelihood has no top, and its curvature says nothing.
    let covariance = edges(of: top).isEmpty ? information(at: top).inverse() : nil
    let estimates = top.indices.map { index in
      let bound = bounds[index]
      return Estimate(
        value: exponential(min(max(top[index], bound.lowerBound), bound.upperBound)),
        logStandardError: covariance.map { $0[index, index].squareRoot() })
    }
    return (estimates, covariance)
  }
}
