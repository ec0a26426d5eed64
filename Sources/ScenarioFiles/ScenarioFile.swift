internal import Foundation
internal import Quantities
public import Scenarios
internal import Timeline

/// Reads scenario files: YAML text in, a checked scenario or located problems out.
public enum ScenarioFile {
  /// Reads the scenario file at a path.
  public static func read(path: String) -> Result<LoadedScenario, ScenarioProblems> {
    switch text(path: path) {
    case .success(let text): return read(text: text, name: path)
    case .failure(let failure):
      let problem = ScenarioProblem(
        file: path, line: 1, column: 1, excerpt: "", message: "the file \(failure.message)",
        hint: failure.hint)
      return .failure(ScenarioProblems([problem]))
    }
  }

  /// The text of a file of scenarios or presets; what is wrong begins with its verb.
  static func text(path: String) -> Result<String, ScalarFailure> {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    if let size = attributes?[.size] as? Int, size > SyntaxReader.maximumBytes {
      return .failure(
        ScalarFailure("has \(size) bytes; at most \(SyntaxReader.maximumBytes) are read"))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      return .failure(
        ScalarFailure("cannot be read", hint: "is the path right? `incentive list` shows files"))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      return .failure(ScalarFailure("is not UTF-8 text", hint: "save it as UTF-8"))
    }
    return .success(text)
  }

  /// Reads a scenario from text; `name` stands in the problems.
  public static func read(text: String, name: String) -> Result<LoadedScenario, ScenarioProblems> {
    let source = SourceText(name: name, text: text)
    switch SyntaxReader.read(source) {
    case .failure(let problem): return .failure(ScenarioProblems([problem]))
    case .success(let root): return decode(root, source)
    }
  }

  private static func decode(
    _ root: LocatedNode, _ source: SourceText
  ) -> Result<LoadedScenario, ScenarioProblems> {
    guard case .map = root.content else {
      let problem = source.problem(
        root.place, "expected a scenario, found \(root.kind)",
        hint: "a scenario begins with \"scenario: its title\"")
      return .failure(ScenarioProblems([problem]))
    }
    let (scenario, reading) = scenario(root, source)
    guard let scenario, reading.problems.isEmpty else {
      let unknown = source.problem(root.place, "the scenario cannot be used")
      return .failure(
        ScenarioProblems(reading.problems.isEmpty ? [unknown] : reading.problems))
    }
    return .success(
      LoadedScenario(
        scenario: scenario, isDraft: reading.isDraft, notYetExecutable: reading.planned,
        places: RulePlaces(root), text: source.text, file: (root, source)))
  }

  /// The scenario of a tree, with everything that was found while reading it.
  static func scenario(_ root: LocatedNode, _ source: SourceText) -> (Scenario?, Reading) {
    let reading = firstLook(at: root, source)
    if let presets = root["presets"] { PresetDecoder.resolve(presets, reading) }
    return (Language.scenario.read(root, reading), reading)
  }

  /// What other parts of the file depend on; its problems are reported when it is read in turn.
  private static func firstLook(at root: LocatedNode, _ source: SourceText) -> Reading {
    let silent = Reading(source: source, currency: Currency.known[0], firstDay: Day(index: 0))
    let currency = root["currency"].flatMap { Form<Currency>.currency.read($0, silent) }
    let from = root["horizon"]?["from"].flatMap { Form<Day>.date.read($0, silent) }
    let reading = Reading(
      source: source, currency: currency ?? silent.currency,
      firstDay: from ?? CivilDate(year: 2026, month: 1, day: 1)?.dayIndex ?? silent.firstDay)
    reading.isDraft = root["status"]?.text?.trimmed == "draft"
    reading.schemeNode = root["scheme"]
    reading.hasCatalogue = root["catalogue"] != nil
    silent.currency = reading.currency
    reading.catalogue = (root["catalogue"]?["items"]?.elements ?? []).map { item in
      CatalogueName(
        item: item["name"]?.text?.trimmed ?? "", category: item["category"]?.text?.trimmed,
        price: item["price"].flatMap { Form<Money>.money.read($0, silent) })
    }
    func names(_ key: String) -> [String] {
      (root["people"]?[key]?.elements ?? []).compactMap { $0["name"]?.text?.trimmed }
    }
    reading.interactionNames = names("interactions")
    reading.partnerNames = names("partners")
    let named = root["arms"].map(\.keys) ?? [Form<Scenario>.defaultArm]
    reading.armNames = named.contains("control") ? named : ["control"] + named
    return reading
  }
}

/// A scenario that was read, and what a draft holds beyond it.
public struct LoadedScenario: Sendable {
  /// The scenario: all that can be executed.
  public var scenario: Scenario
  /// Whether the file is a draft, which is never run.
  public var isDraft: Bool
  /// Mechanics of a draft that cannot be executed yet, in file order.
  public var notYetExecutable: [PlannedMechanic]
  /// Where rules stand in the file.
  public let places: RulePlaces
  /// The text of the file.
  public let text: String
  /// The file itself, to be read again with other values.
  let file: (root: LocatedNode, source: SourceText)
}
