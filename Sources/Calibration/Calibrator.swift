public import MemberPopulation

/// Which models are fitted, and which one is taken.
public struct CalibrationOptions: Sendable, Hashable {
  /// How the model of timing is chosen.
  public enum Timing: String, Sendable, Hashable, CaseIterable {
    /// The one with the highest likelihood.
    case auto
    /// BG/NBD.
    case bgNBD = "bg-nbd"
    /// MBG/CNBD-k with the best k; MBG/NBD if that is one.
    case mbgCNBD = "mbg-cnbd"
    /// Pareto/NBD.
    case paretoNBD = "pareto-nbd"
  }

  /// How the model of spend is chosen.
  public enum Spend: String, Sendable, Hashable, CaseIterable {
    /// The one under which the single orders are likelier.
    case auto
    /// Gamma-Gamma.
    case gammaGamma = "gamma-gamma"
    /// Lognormal.
    case lognormal
  }

  /// Into how many segments customers are split.
  public enum Segments: Sendable, Hashable {
    /// None.
    case one
    /// As many as the Bayesian information criterion prefers.
    case auto
    /// So many.
    case count(Int)
  }

  /// The model of timing.
  public var timing: Timing
  /// The model of spend.
  public var spend: Spend
  /// The segments.
  public var segments: Segments

  /// Creates options.
  public init(timing: Timing = .auto, spend: Spend = .auto, segments: Segments = .one) {
    self.timing = timing
    self.spend = spend
    self.segments = segments
  }
}

/// What a population made the orders of a file, with how sure that is.
public struct CalibrationResult: Sendable {
  /// The orders.
  public let summary: OrderSummary
  /// Every model of timing that was fitted; the likeliest first.
  public let timings: [TimingFit]
  /// The one that is taken.
  public let timing: TimingFit
  /// Profile intervals of its parameters that are hardly known; nothing for the others.
  public let profiles: [ProfileInterval?]
  /// Gamma-Gamma spend, or why it cannot be fitted.
  public let gammaGamma: Result<SpendFit, FitRefusal>
  /// Lognormal spend, or why it cannot be fitted.
  public let lognormal: Result<SpendFit, FitRefusal>
  /// The family of spend that is taken; nothing if neither can be fitted.
  public let spendFamily: SpendFamily?
  /// The amount that every order has, where that is so.
  public let constantAmount: Double?
  /// The customers split into segments, where that was asked for.
  public let segments: SegmentFit?

  /// The fit of spend that is taken.
  public var spend: SpendFit? {
    switch spendFamily {
    case .gammaGamma: try? gammaGamma.get()
    case .lognormal: try? lognormal.get()
    case nil: nil
    }
  }
}

/// Fits everything that an order file tells about its customers.
public enum Calibrator {
  /// The most stages between purchases that are tried, as a population may have.
  static let mostStages = 8

  /// Fits a summary; refused where the timing of purchases cannot be told.
  public static func run(
    _ summary: OrderSummary, _ options: CalibrationOptions = CalibrationOptions()
  ) throws(FitRefusal) -> CalibrationResult {
    let timings = try timings(summary.table, options.timing)
    let spends = summary.customers.map(\.spend)
    let gammaGamma = refusable { () throws(FitRefusal) in try GammaGammaFitter.fit(spends) }
    let lognormal = refusable { () throws(FitRefusal) in try LognormalFitter.fit(spends) }
    let segments = try segments(summary.table, timings[0], options.segments)
    return CalibrationResult(
      summary: summary, timings: timings, timing: timings[0],
      profiles: TimingFitter.profiles(timings[0], summary.table), gammaGamma: gammaGamma,
      lognormal: lognormal, spendFamily: chosen(options.spend, gammaGamma, lognormal),
      constantAmount: constantAmount(lognormal), segments: segments)
  }

  /// The models that were asked for, the likeliest first.
  private static func timings(
    _ table: HistoryTable, _ timing: CalibrationOptions.Timing
  ) throws(FitRefusal) -> [TimingFit] {
    var fits: [TimingFit] = []
    if timing == .auto || timing == .bgNBD { fits.append(try TimingFitter.fit(.bgNBD, to: table)) }
    if timing == .auto || timing == .mbgCNBD { fits += try stageFits(table) }
    if timing == .auto || timing == .paretoNBD {
      fits.append(try TimingFitter.fit(.paretoNBD, to: table))
    }
    return fits.sorted { $0.logLikelihood > $1.logLikelihood }
  }

  /// MBG/CNBD-k for k = 1, 2, … as long as another stage makes the gaps likelier.
  private static func stageFits(_ table: HistoryTable) throws(FitRefusal) -> [TimingFit] {
    var fits = [try TimingFitter.fit(.mbgNBD, to: table)]
    for stages in 2...mostStages {
      let fit = try TimingFitter.fit(.mbgCNBD(stages: stages), to: table)
      fits.append(fit)
      if fit.logLikelihood < fits[fits.count - 2].logLikelihood { break }
    }
    return fits
  }

  private static func refusable(
    _ fit: () throws(FitRefusal) -> SpendFit
  ) -> Result<SpendFit, FitRefusal> {
    do throws(FitRefusal) { return .success(try fit()) } catch { return .failure(error) }
  }

  private static func chosen(
    _ spend: CalibrationOptions.Spend, _ gammaGamma: Result<SpendFit, FitRefusal>,
    _ lognormal: Result<SpendFit, FitRefusal>
  ) -> SpendFamily? {
    let gamma = try? gammaGamma.get()
    let log = try? lognormal.get()
    switch spend {
    case .gammaGamma: return gamma == nil ? nil : .gammaGamma
    case .lognormal: return log == nil ? nil : .lognormal
    case .auto: break
    }
    guard let gamma else { return log == nil ? nil : .lognormal }
    guard let log else { return .gammaGamma }
    return log.orderLogLikelihood > gamma.orderLogLikelihood ? .lognormal : .gammaGamma
  }

  private static func constantAmount(_ lognormal: Result<SpendFit, FitRefusal>) -> Double? {
    guard case .failure(.constantAmounts(let amount)) = lognormal else { return nil }
    return amount
  }

  private static func segments(
    _ table: HistoryTable, _ timing: TimingFit, _ wanted: CalibrationOptions.Segments
  ) throws(FitRefusal) -> SegmentFit? {
    switch wanted {
    case .one: nil
    case .auto: try SegmentFitter.best(timing, table)
    case .count(let count): try SegmentFitter.fit(count, timing, table)
    }
  }
}
