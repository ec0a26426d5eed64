import Randomness
import Testing

/// Goodness of fit and moments of every distribution, against SciPy (references.py).
struct DistributionTests {
  static let draws = 1_000_000

  /// One value of the distribution that a row of the table names, as "gamma 0.243 2".
  static func sampler(_ name: String) throws -> (Draws, DrawAddress) -> Double {
    let words = name.split(separator: " ")
    let parameters: [Double] = try words.dropFirst().map { try number($0) }
    let (a, b) = (parameters.first ?? 0, parameters.last ?? 0)
    switch words[0] {
    case "uniform": return { $0.uniform(at: $1) }
    case "exponential": return { $0.exponential(rate: a, at: $1) }
    case "erlang": return { $0.erlang(stages: Int(a), rate: b, at: $1) }
    case "gamma": return { $0.gamma(shape: a, rate: b, at: $1) }
    case "beta": return { $0.beta(a, b, at: $1) }
    case "normal": return { $0.normal(mean: a, standardDeviation: b, at: $1) }
    case "lognormal": return { $0.lognormal(logMean: a, logStandardDeviation: b, at: $1) }
    case "poisson": return { Double($0.poisson(mean: a, at: $1)) }
    case "integer": return { Double($0.uniformInteger(below: Int(a), at: $1)) }
    case "bernoulli": return { $0.bernoulli(a, at: $1) ? 1 : 0 }
    default: throw MalformedTable(field: name)
    }
  }

  @Test func `every distribution is in the table`() throws {
    let names = Set(try rows(of: "distributions.csv").map { $0[0].prefix { $0 != " " } })
    #expect(
      names == [
        "uniform", "exponential", "erlang", "gamma", "beta", "normal", "lognormal", "poisson",
        "integer", "bernoulli",
      ])
  }

  @Test(arguments: try rows(of: "distributions.csv"), [UInt64(1), 2])
  func `a sample has the right shape, mean and variance`(row: [String], seed: UInt64) throws {
    let critical: Double = try number(row[1])
    let edges: [Double] = try row[5].split(separator: " ").map { try number($0) }
    let probabilities: [Double] = try row[6].split(separator: " ").map { try number($0) }
    let sample = Sample(
      edges: edges, center: try number(row[2]), count: Self.draws, seed: seed,
      draw: try Self.sampler(row[0]))

    let statistic = chiSquare(sample.counts, probabilities: probabilities)
    #expect(statistic < critical, "\(row[0]), seed \(seed): bins \(sample.counts)")

    let variance: Double = try number(row[3])
    let excessKurtosis: Double = try number(row[4])
    let n = Double(Self.draws)
    let meanError = (variance / n).squareRoot()
    let varianceError = variance * ((excessKurtosis + 2) / n).squareRoot()
    #expect(sample.meanOffset.magnitude < 4.5 * meanError, "\(row[0]), seed \(seed)")
    #expect(
      (sample.meanSquare - variance).magnitude < 4.5 * varianceError, "\(row[0]), seed \(seed)")
  }
}

/// Bin counts and moments about a known center; subjects number the draws.
struct Sample {
  var counts: [Int]
  var meanOffset = 0.0
  var meanSquare = 0.0

  init(
    edges: [Double], center: Double, count: Int, seed: UInt64,
    draw: (Draws, DrawAddress) -> Double
  ) {
    counts = Array(repeating: 0, count: edges.count + 1)
    let draws = Draws(seed: seed, replication: 0)
    let purpose = Purpose(rawValue: 1)
    for subject in 0..<UInt32(count) {
      let value = draw(draws, DrawAddress(subject: subject, purpose: purpose))
      counts[Self.bin(of: value, edges)] += 1
      meanOffset += value - center
      meanSquare += (value - center) * (value - center)
    }
    meanOffset /= Double(count)
    meanSquare /= Double(count)
  }

  /// The number of edges below `value`, by bisection.
  static func bin(of value: Double, _ edges: [Double]) -> Int {
    var (low, high) = (0, edges.count)
    while low < high {
      let middle = (low + high) / 2
      if edges[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Pearson's statistic; one degree of freedom less than there are bins.
func chiSquare(_ counts: [Int], probabilities: [Double]) -> Double {
  let total = Double(counts.reduce(0, +))
  return zip(counts, probabilities).reduce(0) { sum, bin in
    let expected = total * bin.1
    return sum + (Double(bin.0) - expected) * (Double(bin.0) - expected) / expected
  }
}
