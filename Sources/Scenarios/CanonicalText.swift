internal import IncentiveEngine
internal import MemberBehavior
internal import MemberPopulation

extension Scenario {
  /// Everything a run depends on as one text: a line for every value, lines sorted.
  ///
  /// Two files with the same meaning give the same text, whatever their spelling; a change of any
  /// value changes it. It is made by reflection over the value, so a new property can not be
  /// forgotten; only the lines on which expectations stand in the file are left out.
  public var canonicalText: String {
    var lines: [String] = []
    CanonicalText.append(self, at: "scenario", to: &lines)
    return (["canonical scenario 1"] + lines.sorted()).joined(separator: "\n") + "\n"
  }
}

/// Writes a value as lines of the form `path = value`.
enum CanonicalText {
  /// Adds the lines of a value; leaves are numbers, texts, truth values and plain cases.
  static func append(_ value: Any, at path: String, to lines: inout [String]) {
    if let leaf = leaf(value) {
      lines.append("\(path) = \(leaf)")
      return
    }
    if let parameters = value as? [BehaviorParameter: Parameter] {
      return appendPairs(Mirror(reflecting: said(parameters)), at: path, to: &lines)
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      guard let wrapped = mirror.children.first?.value else {
        lines.append("\(path) = absent")
        return
      }
      append(wrapped, at: path, to: &lines)
    case .collection:
      lines.append("\(path).count = \(mirror.children.count)")
      for (index, child) in mirror.children.enumerated() {
        append(child.value, at: "\(path)[\(index)]", to: &lines)
      }
    case .dictionary: appendPairs(mirror, at: path, to: &lines)
    case .enum where mirror.children.isEmpty: lines.append("\(path) = \(value)")
    default:
      if mirror.children.isEmpty { lines.append("\(path) = \(value)") }
      for child in mirror.children where !isLeftOut(child.label, of: value) {
        append(child.value, at: "\(path).\(child.label ?? "value")", to: &lines)
      }
    }
  }

  private static func appendPairs(_ mirror: Mirror, at path: String, to lines: inout [String]) {
    lines.append("\(path).count = \(mirror.children.count)")
    for pair in mirror.children {
      let parts = Array(Mirror(reflecting: pair.value).children)
      append(parts[1].value, at: "\(path).\(name(of: parts[0].value))", to: &lines)
    }
  }

  /// Lines of expectations, and what came later where there is none of it: files without it keep the
  /// text that they had before it was.
  private static func isLeftOut(_ label: String?, of owner: Any) -> Bool {
    if let scenario = owner as? Scenario, label == "parameterDraws" {
      return scenario.parameterDraws == nil
    }
    if let scenario = owner as? Scenario, label == "unpaidOrders" {
      return scenario.unpaidOrders == nil
    }
    if let scenario = owner as? Scenario, label == "runOffDays" {
      return scenario.runOffDays == nil
    }
    if let scenario = owner as? Scenario, label == "replicationRule" {
      return scenario.replicationRule == nil
    }
    // What was found stands in the schemes; how it was found changes no result.
    if owner is Scenario, label == "equalizations" { return true }
    if let growth = owner as? GrowthProgram, label == "windowMonths" {
      return growth.windowMonths == nil
    }
    if let economics = owner as? Economics, label == "staffMinute" {
      return economics.staffMinute == nil
    }
    if let scheme = owner as? Scheme { return isLeftOut(label, of: scheme) }
    if let profile = owner as? PopulationProfile, label == "covariances" {
      return profile.covariances.isEmpty
    }
    if let profile = owner as? PopulationProfile, label == "rhythm" {
      return profile.rhythm.isEven
    }
    if let people = owner as? People, label == "invitations" { return people.invitations == nil }
    if let people = owner as? People, label == "abuse" { return people.abuse == nil }
    if let habit = owner as? SecondAccountHabit, label == "identities" {
      return habit.identities == nil
    }
    if let partner = owner as? PartnerProgram, label == "merchant" {
      return partner.merchant == nil
    }
    return owner is Expectation && label == "line"
  }

  private static func isLeftOut(_ label: String?, of scheme: Scheme) -> Bool {
    switch label {
    case "tags": scheme.tags == nil
    case "referral": scheme.referral == nil
    case "contact": scheme.contact == nil
    case "risk": scheme.risk == nil
    case "broadcasts": scheme.broadcasts.isEmpty
    case "journeys": scheme.journeys.isEmpty
    default: false
    }
  }

  /// Parameters that came later are left out where they are off, for the same reason.
  private static func said(
    _ parameters: [BehaviorParameter: Parameter]
  ) -> [BehaviorParameter: Parameter] {
    parameters.filter { name, stated in
      if name == .activeHourKnown { return stated.value != Preset.usualActiveHourKnown }
      guard let weight = laterParameters[name] else { return true }
      return parameters[weight]?.value != 0
    }
  }

  /// Parameters that came later, and what switches each on.
  private static let laterParameters: [BehaviorParameter: BehaviorParameter] = [
    .rewardWorth: .rewardWorth, .waitingPointsWeight: .waitingPointsWeight,
    .visitConversion: .visitConversion,
    .referredWeight: .referredWeight, .referredDays: .referredWeight,
    .referredLoyalty: .referredLoyalty, .inviterLoyalty: .inviterLoyalty,
  ]

  private static func name(of key: Any) -> String {
    if let named = key as? any RawRepresentable, let name = named.rawValue as? String {
      return name
    }
    return "\(key)"
  }

  /// Numbers in full precision, texts in quotes with escapes.
  private static func leaf(_ value: Any) -> String? {
    switch value {
    case let text as String: text.debugDescription
    case let number as Double: number.description
    case let number as any BinaryInteger: "\(number)"
    case let flag as Bool: flag.description
    default: nil
    }
  }
}
