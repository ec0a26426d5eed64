import Calibration
import Foundation
import MemberPopulation
import Testing

struct SpendFitTests {
  @Suite(.enabled(if: CDNOWLog.isExpected, CDNOWLog.skipped)) struct CDNOW {
    /// p 6.25, q 3.74, γ 15.44 at −4055.918 (Fader & Hardie 2013, note 025); standard errors 1.19,
    /// .29 and 4.16 of a SciPy fit, which are rounded there.
    @Test func `Gamma-Gamma on CDNOW's 946 repeat buyers is the published one`() throws {
      let fit = try GammaGammaFitter.fit(CDNOWLog.summary().customers.map(\.spend))
      #expect(fit.customerCount == 946)
      #expect(abs(fit.logLikelihood + 4055.9177) < 0.001)
      for (value, expected) in zip(fit.values, [6.2496, 3.7442, 15.4435]) {
        #expect(relativeError(value, expected) < 1e-4)
      }
      for (estimate, expected) in zip(fit.estimates, [1.19, 0.29, 4.16]) {
        #expect(relativeError(try #require(estimate.standardError), expected) < 0.03)
      }
    }
  }

  /// Fifteen customers with two orders each, the logarithms c ± 1 around levels c = −1, 0, 1.
  ///
  /// Within: each customer has 2 squares of 1 on one degree of freedom, so σ² = 2. Means −1, 0, 1
  /// have the variance 2/3 = σ²/2 + τ² only with τ² below zero: τ ends at the edge.
  @Test func `spread between customers that is less than chance ends at the edge`() throws {
    let histories = (0..<15).map { index -> SpendHistory in
      let level = Double(index % 3 - 1)
      return SpendHistory(
        orders: 2, mean: 1, positiveOrders: 2, logSum: 2 * level,
        logSquareSum: 2 * level * level + 2)
    }
    let fit = try LognormalFitter.fit(histories)
    #expect(fit.edges == [2])
    #expect(fit.values[2] < 0.0011)
  }

  /// The same with levels −3, 0, 3: means have the variance 6 = 2/2 + τ², so τ² = 5.
  @Test func `balanced lognormal orders have their estimates in closed form`() throws {
    let histories = (0..<15).map { index -> SpendHistory in
      let level = Double(index % 3 - 1) * 3 + log(50)
      return SpendHistory(
        orders: 2, mean: 1, positiveOrders: 2, logSum: 2 * level,
        logSquareSum: 2 * level * level + 2)
    }
    let fit = try LognormalFitter.fit(histories)
    #expect(relativeError(fit.values[0], 50) < 1e-6)
    #expect(relativeError(fit.values[1], 2.squareRoot()) < 1e-6)
    #expect(relativeError(fit.values[2], 5.squareRoot()) < 1e-6)
    // The mean of 15 customers' means has the variance 6/15.
    #expect(
      relativeError(try #require(fit.estimates[0].logStandardError), (6.0 / 15).squareRoot()) < 1e-4
    )
  }

  @Test func `constant amounts are refused by their amount`() {
    let log = log(20.0)
    let histories = (1...40).map { index in
      SpendHistory(
        orders: index, mean: 20, positiveOrders: index, logSum: Double(index) * log,
        logSquareSum: Double(index) * log * log)
    }
    #expect(throws: FitRefusal.constantAmounts(20)) { try GammaGammaFitter.fit(histories) }
    let error = #expect(throws: FitRefusal.self) { try LognormalFitter.fit(histories) }
    guard case .constantAmounts(let amount) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(relativeError(amount, 20) < 1e-12)
  }

  @Test func `orders of nothing alone are refused`() {
    let histories = (1...40).map { SpendHistory(orders: $0, mean: 0) }
    #expect(throws: FitRefusal.noAmounts) { try GammaGammaFitter.fit(histories) }
    #expect(throws: FitRefusal.noAmounts) { try LognormalFitter.fit(histories) }
    #expect(throws: FitRefusal.noAmounts) { try GammaGammaFitter.fit([]) }
  }

  @Test func `too few customers are refused with how many there are`() {
    let histories = [SpendHistory(orders: 1, mean: 1), SpendHistory(orders: 2, mean: 3)]
    #expect(throws: FitRefusal.tooFewRepeaters(found: 2, needed: 15)) {
      try GammaGammaFitter.fit(histories)
    }
  }
}
