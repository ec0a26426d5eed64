internal import IncentiveEngine
internal import MemberPopulation
internal import Quantities
internal import ScenarioFiles
internal import Scenarios
internal import SchemeLint
internal import Timeline

/// What was found in the scheme of one or more arms, at its place in the file.
struct ArmFinding {
  var finding: LintFinding
  /// The arms in which it is so.
  var arms: [String]
  var position: RulePlaces.Position
  var currency: Currency

  /// Everything that was found in a file that is right; the same in several arms stands once.
  static func all(of check: ScenarioCheck) -> [ArmFinding] {
    guard check.status == .ready, let scenario = check.scenario, let places = check.places,
      !scenario.isSmallModel
    else { return [] }
    var all: [ArmFinding] = []
    for arm in scenario.arms {
      // The scheme compiled before, or the file would not be right.
      guard let scheme = try? arm.scheme.compile() else { continue }
      for finding in Linter.findings(scenario.subject(scheme)) {
        let position = places.position(ofRule: finding.rule, arm: arm.name)
        if let known = all.firstIndex(where: { $0.finding == finding && $0.position == position }) {
          all[known].arms.append(arm.name)
        } else {
          all.append(
            ArmFinding(
              finding: finding, arms: [arm.name], position: position, currency: scenario.currency))
        }
      }
    }
    return all.enumerated().sorted {
      ($0.element.finding.severity, $0.offset) < ($1.element.finding.severity, $1.offset)
    }.map(\.element)
  }
}

extension Scenario {
  /// The baskets that people buy lie between a fifth of the smallest typical one and so many times
  /// the largest.
  ///
  /// `assumption:` a lognormal basket with the presets' spread of 0.64 lies below a fifth of its
  /// median once in 170 orders, and above fifty times never.
  private static let basketRange = (least: 0.2, most: 50.0)

  /// A scheme with what the scenario sells under it.
  fileprivate func subject(_ scheme: CompiledScheme) -> LintSubject {
    let typical = people.segments.map { $0.profile.population.typicalSpend }
    func money(_ major: Double) -> Money {
      Money(minor: max(1, Int64((major * Double(currency.minorPerMajor)).rounded())))
    }
    let days = horizon.firstDay...horizon.lastDay
    guard let catalogue else {
      return LintSubject(
        scheme: scheme, days: days, memberCount: people.memberCount, margin: economics.margin,
        smallestBasket: money((typical.min() ?? 1) * Self.basketRange.least),
        largestBasket: money((typical.max() ?? 1) * Self.basketRange.most))
    }
    var categories: [String] = []
    let goods = catalogue.items.enumerated().map { number, item in
      if !categories.contains(item.category) { categories.append(item.category) }
      let category = (categories.firstIndex(of: item.category) ?? 0) + 1
      return LintSubject.Good(
        name: item.name, price: item.price, unitCost: item.unitCost, item: UInt16(number),
        category: UInt16(category))
    }
    return LintSubject(
      scheme: scheme, days: days, memberCount: people.memberCount, goods: goods,
      margin: economics.margin)
  }
}

extension PopulationProfile {
  /// What a typical order is worth, in major units: the median, or the mean of Gamma-Gamma
  /// (Fader & Hardie 2013: p·γ / (q − 1), and p·γ / q where q is 1 or less).
  fileprivate var typicalSpend: Double {
    switch spend {
    case .lognormal: value(.spendMedian)
    case .gammaGamma:
      value(.spendShape) * value(.spendScale)
        / (value(.spendScaleShape) > 1 ? value(.spendScaleShape) - 1 : value(.spendScaleShape))
    }
  }
}
