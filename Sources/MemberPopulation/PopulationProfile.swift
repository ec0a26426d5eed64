/// When members buy if left alone: one of the customer-base models.
public enum TimingFamily: String, Sendable, Hashable, CaseIterable {
  /// BG/NBD: Poisson purchases, dropout drawn after each repeat purchase (Fader, Hardie & Lee 2005,
  /// Marketing Science 24(2)).
  case bgNBD = "bg-nbd"
  /// MBG/CNBD-k: Erlang-k purchases, dropout possible from the first purchase on (Batislam et al.
  /// 2007; Reutterer, Platzer & Schröder 2021, IJRM 38(1)). With k = 1 it is MBG/NBD.
  case mbgCNBD = "mbg-cnbd"
  /// Pareto/NBD: Poisson purchases, exponential lifetime (Schmittlein, Morrison & Colombo 1987).
  case paretoNBD = "pareto-nbd"
}

/// How much members spend on an order at list prices.
public enum SpendFamily: String, Sendable, Hashable, CaseIterable {
  /// Gamma-Gamma (Fader & Hardie 2013, note 025).
  case gammaGamma = "gamma-gamma"
  /// Lognormal around the member's own lognormal level.
  case lognormal
}

/// The parameters of who the members are.
public enum PopulationParameter: String, ParameterName {
  /// Shape of the gamma distribution of purchase rates.
  case rateShape = "rate-shape"
  /// Rate of the gamma distribution of purchase rates, in weeks.
  ///
  /// Of purchases, not of stages: with k stages it is k times the α of the literature on
  /// MBG/CNBD-k, whose rates are those of stages.
  case rateScale = "rate-scale"
  /// Stages between two purchases.
  case regularity
  /// First parameter of the beta distribution of dropout probabilities.
  case dropoutA = "dropout-a"
  /// Second parameter of the beta distribution of dropout probabilities.
  case dropoutB = "dropout-b"
  /// Shape of the gamma distribution of dropout rates (Pareto/NBD).
  case lifetimeShape = "lifetime-shape"
  /// Rate of the gamma distribution of dropout rates, in weeks (Pareto/NBD).
  case lifetimeScale = "lifetime-scale"
  /// Gamma-Gamma p: shape of one order's spend.
  case spendShape = "spend-shape"
  /// Gamma-Gamma q: shape of the members' own scales.
  case spendScaleShape = "spend-scale-shape"
  /// Gamma-Gamma γ: rate of the members' own scales.
  case spendScale = "spend-scale"
  /// Median spend on an order (lognormal).
  case spendMedian = "spend-median"
  /// Standard deviation of log spend within a member (lognormal).
  case spendWithin = "spend-within"
  /// Standard deviation of log spend between members (lognormal).
  case spendBetween = "spend-between"

  /// The values that make sense.
  public var allowed: ClosedRange<Double> {
    switch self {
    case .regularity: 1...8
    case .spendWithin, .spendBetween: 0...3
    case .spendScale, .spendMedian: 0.01...1e7
    case .rateScale, .lifetimeScale: 0.001...1e5
    default: 0.01...1e4
    }
  }

  /// The unit; empty for plain numbers.
  public var unit: String {
    switch self {
    case .rateScale, .lifetimeScale: "weeks"
    case .spendScale, .spendMedian: "major units of the currency"
    default: ""
    }
  }

  /// What it is, in one line.
  public var summary: String {
    switch self {
    case .rateShape: "shape of the gamma distribution of purchase rates (r)"
    case .rateScale: "rate of the gamma distribution of purchase rates (α; with k stages kα)"
    case .regularity: "stages between two purchases (k); 1 is Poisson"
    case .dropoutA: "first parameter of the beta distribution of dropout (a)"
    case .dropoutB: "second parameter of the beta distribution of dropout (b)"
    case .lifetimeShape: "shape of the gamma distribution of dropout rates (s)"
    case .lifetimeScale: "rate of the gamma distribution of dropout rates (β)"
    case .spendShape: "Gamma-Gamma shape of one order's spend (p)"
    case .spendScaleShape: "Gamma-Gamma shape of the members' own scales (q)"
    case .spendScale: "Gamma-Gamma rate of the members' own scales (γ)"
    case .spendMedian: "median spend on an order"
    case .spendWithin: "standard deviation of log spend within a member"
    case .spendBetween: "standard deviation of log spend between members"
    }
  }
}

/// Who the members of a segment are: model families and their parameters.
public struct PopulationProfile: Sendable, Hashable {
  /// When they buy.
  public var timing: TimingFamily
  /// How much they spend.
  public var spend: SpendFamily
  /// The parameters that the two families need.
  public var parameters: [PopulationParameter: Parameter]
  /// How the errors of the parameters go together, where that is known.
  public var covariances: [LogCovariance]
  /// When in the week and in the year they buy.
  public var rhythm: DemandRhythm

  /// Creates a profile.
  public init(
    timing: TimingFamily, spend: SpendFamily, parameters: [PopulationParameter: Parameter],
    covariances: [LogCovariance] = [], rhythm: DemandRhythm = .even
  ) {
    self.timing = timing
    self.spend = spend
    self.parameters = parameters
    self.covariances = covariances
    self.rhythm = rhythm
  }

  /// The parameters that a profile of these families needs, in a fixed order.
  public var needed: [PopulationParameter] {
    var needed: [PopulationParameter] = [.rateShape, .rateScale]
    switch timing {
    case .bgNBD: needed += [.dropoutA, .dropoutB]
    case .mbgCNBD: needed += [.regularity, .dropoutA, .dropoutB]
    case .paretoNBD: needed += [.lifetimeShape, .lifetimeScale]
    }
    switch spend {
    case .gammaGamma: needed += [.spendShape, .spendScaleShape, .spendScale]
    case .lognormal: needed += [.spendMedian, .spendWithin, .spendBetween]
    }
    return needed
  }

  /// The value of a parameter that the families need.
  ///
  /// - Precondition: the parameter is there; scenarios are checked for it when they are read.
  public func value(_ name: PopulationParameter) -> Double {
    guard let parameter = parameters[name] else {
      preconditionFailure("the profile lacks \(name.rawValue)")
    }
    return parameter.value
  }
}
