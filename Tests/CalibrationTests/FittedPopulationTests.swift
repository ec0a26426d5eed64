import Calibration
import MemberPopulation
import Testing

/// What a preset says of a fit.
@Suite(.enabled(if: CDNOWLog.isExpected, CDNOWLog.skipped)) struct FittedPopulationTests {
  private static let calibrated = Result {
    try Calibrator.run(CDNOWLog.summary(), CalibrationOptions(timing: .bgNBD, spend: .gammaGamma))
  }

  @Test func `parameters carry their standard errors and covariances`() throws {
    let result = try Self.calibrated.get()
    let profile = try #require(FittedPopulation(result.timing, result, source: "log")).profile
    #expect(profile.timing == .bgNBD)
    #expect(profile.spend == .gammaGamma)
    #expect(Set(profile.needed) == Set(profile.parameters.keys))
    guard case .standardError(let error) = profile.parameters[.dropoutB]?.uncertainty else {
      Issue.record("no standard error")
      return
    }
    #expect(relativeError(error, 0.705411) < 0.001)
    #expect(
      profile.covariances.map(\.parameters) == [
        [.rateShape, .rateScale, .dropoutA, .dropoutB],
        [.spendShape, .spendScaleShape, .spendScale],
      ])
    // The covariance is that of logarithms: its roots are relative errors.
    let known = try #require(profile.covariances[0].logStandardError(.dropoutB))
    #expect(relativeError(known, 0.705411 / 2.425906) < 0.001)
  }

  /// 2 × 2.288149 and 2 × .235879: the literature's rate is that of stages.
  @Test func `with two stages the rate is that of purchases`() throws {
    let result = try Self.calibrated.get()
    let fit = try TimingFitter.fit(.mbgCNBD(stages: 2), to: result.summary.table)
    let profile = try #require(FittedPopulation(fit, result, source: "log")).profile
    #expect(profile.value(.regularity) == 2)
    #expect(relativeError(profile.value(.rateScale), 4.576298) < 1e-5)
    guard case .standardError(let error) = profile.parameters[.rateScale]?.uncertainty else {
      Issue.record("no standard error")
      return
    }
    #expect(relativeError(error, 0.471758) < 0.001)
  }

  /// Everybody bought forty times and is still there: the dropout is at the edge.
  @Test func `a parameter that the data do not tell has a range that is an assumption`() throws {
    let result = try Self.calibrated.get()
    let loyal = (0..<100).map { index in
      BuyingHistory(repeats: 20 + index % 20, lastWeeks: 40, lengthWeeks: 40)
    }
    let fit = try TimingFitter.fit(.bgNBD, to: HistoryTable(loyal))
    #expect(!fit.warnings.isEmpty)
    let profile = try #require(FittedPopulation(fit, result, source: "log")).profile
    for name in [PopulationParameter.dropoutA, .dropoutB] {
      let parameter = try #require(profile.parameters[name])
      #expect(name.allowed.contains(parameter.value))
      #expect(parameter.isAssumption)
      guard case .range(let low, let high) = parameter.uncertainty else {
        Issue.record("\(name.rawValue) has no range")
        continue
      }
      #expect(low <= parameter.value && parameter.value <= high)
    }
  }
}

/// Weekdays, months, returns and spend by hand.
struct RhythmTests {
  /// Two weeks; Mondays have three purchases each, the other days one.
  @Test func `weekdays are purchases over those of a mean day`() throws {
    var lines = ["customer,date,amount"]
    for index in 0..<14 {
      // 2026-06-01 is a Monday.
      let date = "2026-06-\(index < 9 ? "0" : "")\(index + 1)"
      for customer in 0..<(index % 7 == 0 ? 3 : 1) { lines.append("c\(customer),\(date),10") }
    }
    for customer in 0..<25 {
      lines.append("d\(customer),2026-06-01,10\nd\(customer),2026-06-08,30")
    }
    lines.append("c0,2026-06-14,-10")
    try withOrders(lines.joined(separator: "\n")) { path in
      let result = try Calibrator.run(try read(path), CalibrationOptions(timing: .bgNBD))
      let rhythm = Rhythm(result.summary, Evidence(result).tracking)
      // Mondays 28 purchases each, 68 over 14 days: 28 ÷ (68/14).
      #expect(relativeError(rhythm.weekdays[0], 28.0 / (68.0 / 14)) < 1e-12)
      #expect(relativeError(rhythm.weekdays[6], 1.0 / (68.0 / 14)) < 1e-12)
      #expect(rhythm.refundShare == 1.0 / 68)
      #expect(rhythm.months.compactMap(\.self).count == 1)
      #expect(rhythm.months[5] != nil)
    }
  }
}
