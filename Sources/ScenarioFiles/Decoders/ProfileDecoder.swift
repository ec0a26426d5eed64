internal import MemberBehavior
internal import MemberPopulation
internal import Scenarios

/// A profile that is changed: a segment of the people or a preset of the file.
///
/// Its keys for parameters come from the parameters themselves, so a new parameter is a new key.
struct ProfileChange: Sendable {
  /// Keys that every profile has.
  static var familyKeys: [KeyShape] {
    [
      KeyShape(
        name: "timing", summary: "The model of when members buy.",
        shape: Form<TimingFamily>.timing.shape, isRequired: false, fallback: "that of the preset"),
      KeyShape(
        name: "spend", summary: "The model of how much members spend.",
        shape: Form<SpendFamily>.spend.shape, isRequired: false, fallback: "that of the preset"),
      KeyShape(
        name: "weekdays",
        summary: "How many times more than on a mean day people buy, Monday to Sunday.",
        shape: Form<[Double]>.weekdays.shape, isRequired: false, fallback: "all days alike"),
      KeyShape(
        name: "season",
        summary: "How many times more than in a mean month people buy, January to December.",
        shape: Form<[Double]>.season.shape, isRequired: false, fallback: "all months alike"),
    ]
  }

  /// The key of how errors go together; only presets have it, since their parameters do.
  static var covarianceKey: KeyShape {
    KeyShape(
      name: "covariance",
      summary: "How the errors of the parameters go together; gives their standard errors.",
      shape: Form<[LogCovariance]>.covariances.shape, isRequired: false, fallback: "not stated")
  }

  /// The keys of all parameters.
  static var parameterKeys: [KeyShape] {
    keys(of: PopulationParameter.self) + keys(of: BehaviorParameter.self)
  }

  private static func keys<Name: ParameterName>(of: Name.Type) -> [KeyShape] {
    Name.allCases.map { name in
      let unit = name.unit.isEmpty ? "" : ", in \(name.unit)"
      return KeyShape(
        name: name.rawValue, summary: name.summary.capitalizedFirst + unit + ".",
        shape: Form<Parameter>.parameter(of: name).shape, isRequired: false,
        fallback: "that of the preset")
    }
  }

  /// The profile with the changes that a mapping states; nothing after a problem.
  static func applied(
    to base: MemberProfile, by node: LocatedNode, _ reading: Reading
  ) -> MemberProfile? {
    let before = reading.reportCount
    var profile = base
    if let written = node["timing"] {
      profile.population.timing =
        Form<TimingFamily>.timing.read(written, reading) ?? profile.population.timing
    }
    if let written = node["spend"] {
      profile.population.spend =
        Form<SpendFamily>.spend.read(written, reading) ?? profile.population.spend
    }
    profile.population.rhythm = rhythm(of: profile.population.rhythm, by: node, reading)
    change(&profile.population.parameters, Language.population, by: node, reading)
    change(&profile.behavior.parameters, Language.behavior, by: node, reading)
    guard reading.reportCount == before else { return nil }
    guard isComplete(profile, node, reading) else { return nil }
    let needed = profile.population.needed
    profile.population.parameters = profile.population.parameters.filter {
      needed.contains($0.key)
    }
    profile.population.covariances.removeAll { covariance in
      covariance.parameters.contains { !needed.contains($0) || node[$0.rawValue] != nil }
    }
    guard let written = node["covariance"] else { return profile }
    guard let covariances = Form<[LogCovariance]>.covariances.read(written, reading) else {
      return nil
    }
    return profile.with(covariances, of: node, reading)
  }

  /// The rhythm of the preset, with what the mapping states of the week and of the year.
  private static func rhythm(
    of base: DemandRhythm, by node: LocatedNode, _ reading: Reading
  ) -> DemandRhythm {
    DemandRhythm(
      weekdays: node["weekdays"].map { Form<[Double]>.weekdays.read($0, reading) ?? [] }
        ?? base.weekdays,
      months: node["season"].map { Form<[Double]>.season.read($0, reading) ?? [] } ?? base.months)
  }

  private static func change<Name: ParameterName>(
    _ parameters: inout [Name: Parameter], _ forms: [Name: Form<Parameter>],
    by node: LocatedNode, _ reading: Reading
  ) {
    for name in Name.allCases {
      guard let written = node[name.rawValue] else { continue }
      if let parameter = forms[name]?.read(written, reading) {
        parameters[name] = parameter
      }
    }
  }

  /// Whether all parameters that the families need are there and no other one was written.
  private static func isComplete(
    _ profile: MemberProfile, _ node: LocatedNode, _ reading: Reading
  ) -> Bool {
    let needed = profile.population.needed
    let missing = needed.filter { profile.population.parameters[$0] == nil }
    if !missing.isEmpty {
      let names = missing.map(\.rawValue).joined(separator: ", ")
      reading.report(
        node.place,
        "the models \(profile.population.timing.rawValue) and "
          + "\(profile.population.spend.rawValue) need \(names)",
        hint: "give the missing parameters, or keep the models of the preset")
      return false
    }
    let idle = PopulationParameter.allCases.filter {
      !needed.contains($0) && node[$0.rawValue] != nil
    }
    for name in idle {
      reading.report(
        node.place(of: name.rawValue),
        "\"\(name.rawValue)\" means nothing to the models \(profile.population.timing.rawValue) "
          + "and \(profile.population.spend.rawValue)",
        hint: Suggestion.hint(for: name.rawValue, among: needed.map(\.rawValue)))
    }
    return idle.isEmpty
  }
}

extension Form where Value == TimingFamily {
  /// The model of when members buy.
  static var timing: Form { .choice("a model of when members buy") }
}

extension Form where Value == SpendFamily {
  /// The model of how much members spend.
  static var spend: Form { .choice("a model of how much members spend") }
}

extension String {
  /// The text with a capital first letter.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
