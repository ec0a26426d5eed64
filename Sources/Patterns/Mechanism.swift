public import MemberBehavior
internal import MemberPopulation
internal import Quantities
public import Scenarios

/// Something that a pattern may need, and that can be switched off by itself.
public enum Mechanism: Sendable, Hashable {
  /// A sub-model of behavior.
  case submodel(Submodel)
  /// Customers leave.
  case dropout
  /// Some buy more often than others.
  case rateHeterogeneity
  /// Some leave more readily than others.
  case dropoutHeterogeneity
  /// Purchases of a habit are regular.
  case regularity

  /// Every mechanism, those of the population first.
  public static let all: [Mechanism] =
    [.dropout, .rateHeterogeneity, .dropoutHeterogeneity, .regularity]
    + Submodel.allCases.map(Mechanism.submodel)

  /// The name in scorecards.
  public var name: String {
    switch self {
    case .submodel(let submodel): submodel.rawValue
    case .dropout: "dropout"
    case .rateHeterogeneity: "rate-heterogeneity"
    case .dropoutHeterogeneity: "dropout-heterogeneity"
    case .regularity: "regularity"
    }
  }
}

extension Scenario {
  /// The scenario with a mechanism off; means stay as they were.
  func switchingOff(_ mechanism: Mechanism) -> Scenario {
    var changed = self
    switch mechanism {
    case .submodel(let submodel):
      if !changed.people.switchedOff.contains(submodel) {
        changed.people.switchedOff.append(submodel)
      }
    default:
      for segment in changed.people.segments.indices {
        changed.people.segments[segment].profile.population.switchOff(mechanism)
      }
    }
    return changed
  }
}

extension PopulationProfile {
  /// A shape at which a gamma or beta distribution is as good as a point.
  ///
  /// assumption: a coefficient of variation of 1% tells no statistic of a scorecard apart.
  private static var narrow: Double { 10_000 }

  fileprivate mutating func switchOff(_ mechanism: Mechanism) {
    switch mechanism {
    case .dropout: leaveNobody()
    case .rateHeterogeneity: narrow(.rateShape, with: [.rateScale])
    case .dropoutHeterogeneity:
      narrow(timing == .paretoNBD ? .lifetimeShape : .dropoutA, with: [.dropoutB, .lifetimeScale])
    case .regularity:
      if parameters[.regularity] != nil { parameters[.regularity]?.value = 1 }
    case .submodel: break
    }
  }

  /// Nobody leaves within ten thousand purchases, or weeks.
  private mutating func leaveNobody() {
    parameters[.dropoutA]?.value = 0.01
    parameters[.dropoutB]?.value = Self.narrow
    parameters[.lifetimeShape]?.value = 0.01
    parameters[.lifetimeScale]?.value = Self.narrow
  }

  /// Makes a distribution narrow; the parameters that set its mean together change by one factor.
  private mutating func narrow(
    _ shape: PopulationParameter, with others: [PopulationParameter]
  ) {
    guard let value = parameters[shape]?.value, value < Self.narrow else { return }
    let factor = Self.narrow / value
    for name in [shape] + others { parameters[name]?.value *= factor }
  }
}

extension Scenario {
  /// Whether a mechanism has anything to do in the scenario.
  func has(_ mechanism: Mechanism) -> Bool {
    guard case .submodel(let submodel) = mechanism else {
      return switchingOff(mechanism) != self
    }
    guard !people.switchedOff.contains(submodel) else { return false }
    if submodel == .interactions { return !people.interactions.isEmpty }
    if submodel == .contact { return people.contact != nil }
    return people.segments.contains { segment in
      model(of: segment, without: []) != model(of: segment, without: [submodel])
    }
  }

  private func model(of segment: Segment, without submodels: [Submodel]) -> ReactionModel {
    ReactionModel(
      segment.profile.behavior, switchedOff: people.switchedOff + submodels,
      minorPerMajor: currency.minorPerMajor)
  }
}
