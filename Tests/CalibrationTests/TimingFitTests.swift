import MemberPopulation
import NumericalMethods
import Randomness
import Testing

@testable import Calibration

/// The CDNOW 1/10 sample, 39 weeks to 1997-09-30: estimates, standard errors and log-likelihoods of
/// a SciPy fit to the same data; those of BG/NBD and Pareto/NBD agree with the published ones
/// (Fader, Hardie & Lee 2005; r .243 α 4.414 a .793 b 2.426 at −9582.4; r .553 α 10.578 s .606
/// β 11.669 at −9595.0).
@Suite(.enabled(if: CDNOWLog.isExpected, CDNOWLog.skipped)) struct TimingFitTests {
  struct Reference: Sendable, CustomTestStringConvertible {
    var model: TimingModel
    var values: [Double]
    var errors: [Double]
    var logLikelihood: Double
    var testDescription: String { model.name }
  }

  static let references = [
    Reference(
      model: .bgNBD, values: [0.242595, 4.413602, 0.792922, 2.425906],
      errors: [0.012557, 0.378224, 0.185733, 0.705411], logLikelihood: -9582.4292),
    Reference(
      model: .mbgNBD, values: [0.524843, 6.183085, 0.891359, 1.614001],
      errors: [0.083268, 0.69562, 0.154789, 0.537491], logLikelihood: -9582.1357),
    Reference(
      model: .mbgCNBD(stages: 2), values: [0.579896, 2.288149, 1.134453, 1.584974],
      errors: [0.075621, 0.235879, 0.155328, 0.38082], logLikelihood: -9853.2531),
    Reference(
      model: .mbgCNBD(stages: 3), values: [0.532968, 1.258196, 1.288664, 1.845209],
      errors: [0.060219, 0.116367, 0.180188, 0.431644], logLikelihood: -10394.3627),
    Reference(
      model: .mbgCNBD(stages: 4), values: [0.495858, 0.830818, 1.406682, 2.08915],
      errors: [0.050568, 0.071309, 0.201948, 0.484856], logLikelihood: -11033.9409),
    Reference(
      model: .paretoNBD, values: [0.553277, 10.577683, 0.60624, 11.668731],
      errors: [0.047627, 0.84272, 0.187274, 6.210879], logLikelihood: -9594.9762),
  ]

  @Test(arguments: references)
  func `CDNOW gives the published estimates and standard errors`(_ reference: Reference) throws {
    let fit = try TimingFitter.fit(reference.model, to: CDNOWLog.summary().table)
    #expect(abs(fit.logLikelihood - reference.logLikelihood) < 0.001)
    for index in 0..<4 {
      let estimate = fit.estimates[index]
      #expect(relativeError(estimate.value, reference.values[index]) < 1e-5)
      let error = try #require(estimate.standardError)
      #expect(relativeError(error, reference.errors[index]) < 0.02)
    }
  }

  /// a and b of BG/NBD have standard errors of 23% and 29% on CDNOW, their ratio one of 11%.
  @Test func `a and b that are known only together are told`() throws {
    let fit = try TimingFitter.fit(.bgNBD, to: CDNOWLog.summary().table)
    guard case .weaklyIdentified(.dropoutA, .dropoutB, let errors, let ratio) = fit.warnings.first
    else {
      Issue.record("no warning")
      return
    }
    #expect(relativeError(errors[0], 0.185733 / 0.792922) < 0.02)
    #expect(relativeError(errors[1], 0.705411 / 2.425906) < 0.02)
    #expect(ratio < 0.12)
  }

  /// b of MBG/NBD has a standard error of .537/1.614 = 33%, its ratio to a one of 20%.
  @Test func `a parameter that is hardly known even beside another is told`() throws {
    let fit = try TimingFitter.fit(.mbgNBD, to: CDNOWLog.summary().table)
    #expect(fit.warnings.count == 1)
    guard case .hardlyKnown(.dropoutB, let error) = fit.warnings.first else {
      Issue.record("\(fit.warnings)")
      return
    }
    #expect(relativeError(error, 0.537491 / 1.614001) < 0.001)
  }

  /// The ends where −9582.429 has dropped by 1.9207, from a SciPy search over the other three
  /// parameters at each value (Nelder–Mead and BFGS).
  @Test func `the profile of b says what the standard error does not`() throws {
    let options = CalibrationOptions(timing: .bgNBD)
    let result = try Calibrator.run(CDNOWLog.summary(), options)
    #expect(result.profiles.prefix(3) == [nil, nil, nil])
    let profile = try #require(result.profiles[3])
    #expect(relativeError(try #require(profile.low), 1.429605) < 0.001)
    #expect(relativeError(try #require(profile.high), 4.566912) < 0.001)
  }

  /// Four hundred customers who nearly all leave with the same probability, a = 20 and b = 80: that
  /// they are all alike is not contradicted, so a and b have no upper limit.
  @Test func `a parameter that the orders set no limit to has an open profile`() throws {
    let draws = Draws(seed: 5, replication: 0)
    let histories = (0..<UInt32(400)).map {
      RecoveryTests.history(of: $0, [2, 4, 20, 80], draws)
    }
    let table = HistoryTable(histories)
    let fit = try TimingFitter.fit(.bgNBD, to: table)
    let profiles = TimingFitter.profiles(fit, table)
    let isEdge = fit.warnings.contains { if case .atEdge = $0 { true } else { false } }
    let isOpen = profiles.contains { $0.map { $0.high == nil } ?? false }
    #expect(isEdge || isOpen, "\(fit.values) \(profiles)")
  }

  @Test func `a start far off leads to the same top`() throws {
    let table = try CDNOWLog.summary().table
    let usual = try TimingFitter.fit(.paretoNBD, to: table)
    let far = try TimingFitter.fit(.paretoNBD, to: table, near: [2, 2, 2, 40])
    for (one, other) in zip(usual.values, far.values) { #expect(relativeError(one, other) < 1e-6) }
  }
}

/// Tables of more rows than the search begins with: it climbs a part of them, then all.
struct LargeTableTests {
  /// Drawn from BG/NBD; some 29,000 distinct histories.
  static let table = HistoryTable(
    (0..<UInt32(70_000)).map {
      RecoveryTests.history(of: $0, RecoveryTests.truth, Draws(seed: 8, replication: 0))
    }, logGapSum: 0)

  @Test(arguments: [TimingModel.bgNBD, .mbgNBD, .paretoNBD])
  func `the fit is the top of the whole table, not of the part`(model: TimingModel) throws {
    #expect(Self.table.rows.count > 25_000)
    let fit = try TimingFitter.fit(model, to: Self.table)
    let objective = TimingObjective(model: model, table: Self.table)
    let top = fit.values.map { logarithm($0) }
    let slope = objective.sum(top).gradient
    let covariance = try #require(fit.logCovariance)
    // What is left to climb, by the information: less than a millionth of a unit.
    #expect(covariance.quadraticForm((0..<4).map { slope[$0] }) < 1e-6)
    for index in 0..<4 {
      for step in [-0.003, 0.003] {
        var aside = top
        aside[index] += step
        #expect(objective.sum(aside).value < fit.logLikelihood)
      }
    }
  }

  @Test func `a part has the customers of the whole`() {
    let part = Self.table.thinned(to: 20_000)
    #expect(part.rows.count <= 20_000)
    #expect(relativeError(part.customerCount, 70_000) < 1e-9)
    #expect(Self.table.thinned(to: 100_000) == Self.table)
  }
}
