import Calibration
import Foundation
import NumericalMethods
import Randomness
import Synchronization
import Testing

/// Cohorts drawn from BG/NBD and fitted again: what comes out is what went in.
@Suite struct RecoveryTests {
  /// CDNOW's published estimates: r, α, a, b (Fader, Hardie & Lee 2005).
  static let truth = [0.243, 4.414, 0.793, 2.426]
  static let cohortCount = 500
  static let customerCount = 2357

  /// One fitted cohort.
  ///
  /// Estimates and standard errors of the four logarithms and of what the data
  /// tell better, the mean rate r/α and the mean dropout a/(a+b).
  struct Recovered: Sendable {
    var logs: [Double]
    var errors: [Double]
  }

  static let trueLogs: [Double] = truth.map { log($0) } + [log(0.243 / 4.414), log(0.793 / 3.219)]

  @Test func `five hundred cohorts give back the means, and intervals cover as they say`() {
    let cohorts = Mutex<[Recovered]>([])
    DispatchQueue.concurrentPerform(iterations: Self.cohortCount) { index in
      guard let one = Self.recovered(UInt32(index)) else { return }
      cohorts.withLock { $0.append(one) }
    }
    let all = cohorts.withLock { $0 }
    #expect(all.count == Self.cohortCount)
    for (place, name) in ["r", "α", "a", "b", "r/α", "a/(a+b)"].enumerated() {
      let covered = all.filter {
        abs($0.logs[place] - Self.trueLogs[place]) < 1.959963984540054 * $0.errors[place]
      }
      let share = Double(covered.count) / Double(all.count)
      #expect(share >= 0.92 && share <= 0.98, "\(name) is covered in \(share)")
    }
    for (place, name) in [(4, "r/α"), (5, "a/(a+b)")] {
      let bias = Self.bias(of: all.map { exp($0.logs[place]) }, exp(Self.trueLogs[place]))
      #expect(abs(bias) < 2, "\(name) is off by \(bias) standard errors of the mean")
    }
  }

  /// How far the mean of the estimates is from the truth, in its own standard errors.
  static func bias(of values: [Double], _ truth: Double) -> Double {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    return (mean - truth) / (variance / count).squareRoot()
  }

  static func recovered(_ replication: UInt32) -> Recovered? {
    let draws = Draws(seed: 20261122, replication: replication)
    let histories = (0..<UInt32(customerCount)).map { history(of: $0, truth, draws) }
    guard let fit = try? TimingFitter.fit(.bgNBD, to: HistoryTable(histories)),
      let covariance = fit.logCovariance
    else { return nil }
    let values = fit.values
    let dropout = values[2] / (values[2] + values[3])
    let weights = [
      [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [1, -1, 0, 0],
      // d log(a/(a+b)) = (1 − p)(d log a − d log b).
      [0, 0, 1 - dropout, dropout - 1],
    ]
    return Recovered(
      logs: values.map { log($0) } + [log(values[0] / values[1]), log(dropout)],
      errors: weights.map { covariance.quadraticForm($0).squareRoot() })
  }

  /// One customer who first bought on one of the first 84 days of 39 weeks, as CDNOW's did.
  static func history(
    of person: UInt32, _ truth: [Double], _ draws: Draws
  ) -> BuyingHistory {
    func address(_ purpose: UInt32, _ occurrence: UInt32 = 0) -> DrawAddress {
      DrawAddress(subject: person, purpose: Purpose(rawValue: purpose), occurrence: occurrence)
    }
    let length = 39 - Double(draws.uniformInteger(below: 84, at: address(1)) + 1) / 7
    let rate = draws.gamma(shape: truth[0], rate: truth[1], at: address(2))
    let dropout = draws.beta(truth[2], truth[3], at: address(3))
    var history = BuyingHistory(repeats: 0, lastWeeks: 0, lengthWeeks: length)
    var time = 0.0
    for purchase in 0... {
      time -= log(draws.uniform(at: address(4, UInt32(purchase)))) / rate
      guard time < length else { break }
      history.repeats += 1
      history.lastWeeks = time
      guard !draws.bernoulli(dropout, at: address(5, UInt32(purchase))) else { break }
    }
    return history
  }
}
