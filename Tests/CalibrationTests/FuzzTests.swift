import Calibration
import Foundation
import MemberPopulation
import Randomness
import Testing
import Timeline

/// Order files of any shape: a fit with finite numbers, or a refusal; never a crash.
struct FuzzTests {
  /// One random shop: few or many customers, habits, gaps, amounts, a window or none.
  private static func orders(_ replication: UInt32) throws -> (text: String, until: Day?) {
    let draws = Draws(seed: 99, replication: replication)
    func pick(_ purpose: UInt32, _ bound: Int, _ person: UInt32 = 0, _ occurrence: UInt32 = 0)
      -> Int
    {
      draws.uniformInteger(
        below: bound,
        at: DrawAddress(
          subject: person, purpose: Purpose(rawValue: purpose), occurrence: occurrence))
    }
    let customers = [1, 3, 25, 60, 200][pick(1, 5)]
    let mostOrders = [1, 2, 5, 30, 300][pick(2, 5)]
    let gap = [1, 2, 10, 100][pick(3, 4)]
    let isRegular = pick(4, 2) == 0
    let amounts = [1, 2, 100, 10_000_000][pick(5, 4)]
    var lines = ["customer,date,amount"]
    for person in 0..<UInt32(customers) {
      var day = pick(6, [1, 30, 400][pick(7, 3)], person)
      for order in 0..<UInt32(1 + pick(8, mostOrders, person)) {
        let amount = pick(9, amounts, person, order)
        lines.append("c\(person),\(try date(day)),\(amount).\(pick(10, 10, person, order))0")
        day += isRegular ? gap : pick(11, 2 * gap, person, order)
      }
    }
    let until = pick(12, 2) == 0 ? nil : try day("2020-01-01").advanced(by: pick(13, 500))
    return (lines.joined(separator: "\n"), until)
  }

  private static func date(_ index: Int) throws -> String {
    CivilDate(try day("2020-01-01").advanced(by: index)).text
  }

  @Test(arguments: 0..<120)
  func `any order file is calibrated or refused`(replication: Int) throws {
    let (text, until) = try Self.orders(UInt32(replication))
    try withOrders(text) { path in
      let read = try OrderIntake(path: path, until: until).read { Issue.record("\($0)") }
      guard case .success(let summary) = read else { return }
      let options = CalibrationOptions(segments: replication.isMultiple(of: 4) ? .auto : .one)
      guard let result = try? Calibrator.run(summary, options) else { return }
      for fit in result.timings {
        #expect(fit.values.allSatisfy { $0.isFinite && $0 > 0 }, "seed \(replication)")
        #expect(fit.logLikelihood.isFinite, "seed \(replication)")
        #expect(fit.estimates.allSatisfy { $0.standardError?.isFinite ?? true })
      }
      check(Evidence(result), summary, replication)
      if let bins = SpendBins(result) {
        #expect(bins.expected.allSatisfy { $0.isFinite && $0 > -1e-6 }, "seed \(replication)")
      }
      if let population = FittedPopulation(result.timing, result, source: "here") {
        for (name, parameter) in population.profile.parameters {
          #expect(name.allowed.contains(parameter.value), "seed \(replication): \(name)")
        }
      }
    }
  }

  private func check(_ evidence: Evidence, _ summary: OrderSummary, _ replication: Int) {
    let tracked = evidence.tracking.actual + evidence.tracking.expected.joined()
    #expect(tracked.allSatisfy { $0.isFinite && $0 > -1e-6 }, "seed \(replication)")
    for frequency in evidence.frequencies {
      #expect(frequency.alive.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 }, "seed \(replication)")
      #expect(frequency.expectedFuture.allSatisfy { $0.isFinite && $0 >= 0 })
    }
    let customers = summary.table.customerCount
    for model in evidence.models.indices {
      let expected = evidence.frequencies.reduce(0) { $0 + $1.expected[model] }
      #expect(abs(expected - customers) < 1e-6 * customers, "seed \(replication)")
    }
    #expect(abs(evidence.aliveTenths.reduce(0, +) - customers) < 1e-6)
  }
}
