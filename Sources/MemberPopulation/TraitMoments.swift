internal import PortableMath

// What the distributions of traits expect, in closed form.

extension TraitModel {
  /// The mean of the rates of needs, a week, at a store without effect.
  public var meanNeedsPerWeek: Double { rateShape / rateScale }

  /// What one order of a person is worth on average at list prices, in major units.
  ///
  /// Gamma-Gamma: p/ν (Fader & Hardie 2013). Lognormal: the person's median times e^(σ²/2).
  public func meanSpend(of traits: PersonTraits) -> Double {
    switch spend {
    case .gammaGamma: spendOfOrder / traits.spendLevel
    case .lognormal: traits.spendLevel * PortableMath.exp(spendOfOrder * spendOfOrder / 2)
    }
  }

  /// What one order is worth on average over people, each counted once; nothing where people differ
  /// so much that there is no such mean (Gamma-Gamma with q ≤ 1).
  ///
  /// Gamma-Gamma: pγ/(q − 1) (Fader & Hardie 2013). Lognormal: median · e^((σ² + τ²)/2).
  public var meanSpend: Double? {
    switch spend {
    case .gammaGamma:
      guard spendFirst > 1 else { return nil }
      return spendOfOrder * spendSecond / (spendFirst - 1)
    case .lognormal:
      let squares = spendOfOrder * spendOfOrder + spendSecond * spendSecond
      return spendFirst * PortableMath.exp(squares / 2)
    }
  }

  /// The squared coefficient of variation over people of what an order is worth on average; infinite
  /// where there is no variance (Gamma-Gamma with q ≤ 2).
  ///
  /// Gamma-Gamma: 1/(q − 2), that of an inverse gamma distribution. Lognormal: e^(τ²) − 1.
  public var spendVariation: Double {
    switch spend {
    case .gammaGamma: spendFirst > 2 ? 1 / (spendFirst - 2) : .infinity
    case .lognormal: PortableMath.exp(spendSecond * spendSecond) - 1
    }
  }
}
