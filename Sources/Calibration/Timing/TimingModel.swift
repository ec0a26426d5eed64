public import MemberPopulation

/// A model of when customers buy, as it is fitted to data.
public struct TimingModel: Sendable, Hashable {
  /// The family, as members are simulated with it.
  public let family: TimingFamily
  /// Stages between two purchases, k; 1 is Poisson.
  public let stages: Int

  private init(_ family: TimingFamily, stages: Int) {
    self.family = family
    self.stages = stages
  }

  /// BG/NBD (Fader, Hardie & Lee 2005).
  public static let bgNBD = TimingModel(.bgNBD, stages: 1)
  /// MBG/NBD (Batislam, Denizel & Filiztekin 2007).
  public static let mbgNBD = TimingModel(.mbgCNBD, stages: 1)
  /// Pareto/NBD (Schmittlein, Morrison & Colombo 1987).
  public static let paretoNBD = TimingModel(.paretoNBD, stages: 1)
  /// MBG/CNBD-k (Reutterer, Platzer & Schröder 2021).
  ///
  /// - Precondition: 1 to 8 stages, as a population may have.
  public static func mbgCNBD(stages: Int) -> TimingModel {
    precondition((1...8).contains(stages), "1 to 8 stages")
    return TimingModel(.mbgCNBD, stages: stages)
  }

  /// The name in the literature.
  public var name: String {
    switch family {
    case .bgNBD: "BG/NBD"
    case .mbgCNBD: stages == 1 ? "MBG/NBD" : "MBG/CNBD-\(stages)"
    case .paretoNBD: "Pareto/NBD"
    }
  }

  /// The four parameters in the literature's letters.
  public var letters: [String] {
    family == .paretoNBD ? ["r", "α", "s", "β"] : ["r", "α", "a", "b"]
  }

  /// The four parameters as a population has them.
  public var parameters: [PopulationParameter] {
    family == .paretoNBD
      ? [.rateShape, .rateScale, .lifetimeShape, .lifetimeScale]
      : [.rateShape, .rateScale, .dropoutA, .dropoutB]
  }

  /// Whether a customer may drop out right after the first purchase.
  var mayDropOutAtOnce: Bool { family == .mbgCNBD }
}
