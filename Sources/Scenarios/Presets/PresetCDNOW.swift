internal import MemberBehavior
internal import MemberPopulation

extension Preset {
  private static let timingSource =
    "Fader, Hardie & Lee 2005, Marketing Science 24(2); CDNOW 1/10 sample, 2,357 customers, 39 weeks"
  private static let spendSource =
    "Fader & Hardie 2013, note 025; 946 repeat buyers of the CDNOW 1/10 sample, in dollars"

  /// Buyers of compact discs online, 1997–1998: discretionary purchases, far apart, irregular.
  ///
  /// Estimates as published; standard errors from the observed information of the same data.
  public static let cdnow = Preset(
    name: "cdnow",
    summary: "discretionary buyers, far apart and irregular (CDNOW 1997)",
    population: PopulationProfile(
      timing: .bgNBD, spend: .gammaGamma,
      parameters: [
        .rateShape: Parameter(0.2426, .standardError(0.0126), source: timingSource),
        .rateScale: Parameter(4.4136, .standardError(0.3782), source: timingSource),
        .dropoutA: Parameter(0.7929, .standardError(0.1857), source: timingSource),
        .dropoutB: Parameter(2.4259, .standardError(0.7054), source: timingSource),
        .spendShape: Parameter(6.25, .standardError(1.19), source: spendSource),
        .spendScaleShape: Parameter(3.74, .standardError(0.29), source: spendSource),
        .spendScale: Parameter(15.44, .standardError(4.16), source: spendSource),
      ]))

  /// The default of a shop that its customers visit seldom: CDNOW's buyers with every reaction.
  ///
  /// A cupboard of such goods does not fill and empty: an extra disc is not one fewer next month.
  public static let discretionary = Preset(
    name: "discretionary",
    summary: "CDNOW's buyers with every reaction (kind of merchant: discretionary goods)",
    population: cdnow.profile.population,
    behavior: everyReaction(but: [
      .pantryShare: .assumed(0.2, 0, 0.5, "durable goods: an extra one replaces few later ones")
    ]))
}
