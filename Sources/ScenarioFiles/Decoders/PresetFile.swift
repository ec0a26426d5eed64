internal import Foundation
public import MemberPopulation
internal import Quantities
internal import Scenarios
internal import Timeline

/// A file that holds one preset, which scenarios `use:` by its path, or by its name where it stands
/// in the folder `presets` beside them.
public enum PresetFile {
  /// The folder beside a scenario where presets are found by name.
  public static let folder = "presets"

  /// Whether a text can be the name of a preset.
  public static func isName(_ text: String) -> Bool { Reading.isName(text) }

  /// The form of the file: a preset with its name.
  static var shape: ObjectShape {
    let name = KeyShape(
      name: "preset", summary: "The preset's name.", shape: Form<String>.presetName.shape,
      isRequired: true, fallback: nil)
    return ObjectShape(
      name: "a preset file", summary: "A preset in a file of its own.",
      keys: [name] + PresetDecoder.shape.keys, planned: [])
  }

  /// Whether a text after `use:` is a path rather than a name.
  static func isPath(_ use: String) -> Bool {
    use.contains("/") || use.hasSuffix(".yaml") || use.hasSuffix(".yml")
  }

  /// The profile of a file; nothing if there is none of that name, or after its problems were
  /// reported.
  static func profile(_ use: String, at place: Place, _ reading: Reading) -> MemberProfile? {
    guard let path = path(use, beside: reading.source.name) else { return nil }
    if let known = reading.presets.profile(path) { return known }
    guard !reading.presets.broken.contains(path) else { return nil }
    guard let profile = read(path, at: place, reading) else {
      reading.presets.broken += [path, use]
      return nil
    }
    reading.presets.add(path, profile)
    return profile
  }

  /// Where the file stands: beside the scenario, or in the folder of presets for a mere name.
  private static func path(_ use: String, beside scenario: String) -> String? {
    let folder = (scenario as NSString).deletingLastPathComponent
    func beside(_ part: String) -> String {
      part.hasPrefix("/") ? part : (folder as NSString).appendingPathComponent(part)
    }
    if isPath(use) { return beside(use) }
    let path = beside("\(Self.folder)/\(use).yaml")
    return Reading.isName(use) && FileManager.default.fileExists(atPath: path) ? path : nil
  }

  private static func read(
    _ path: String, at place: Place, _ reading: Reading
  ) -> MemberProfile? {
    let source: SourceText
    switch ScenarioFile.text(path: path) {
    case .failure(let problem):
      reading.report(place, "the preset file \(path) \(problem.message)", hint: problem.hint)
      return nil
    case .success(let text): source = SourceText(name: path, text: text)
    }
    let inner = Reading(source: source, currency: reading.currency, firstDay: reading.firstDay)
    let profile = profile(source, inner)
    reading.adopt(inner)
    return inner.problems.isEmpty ? profile : nil
  }

  private static func profile(_ source: SourceText, _ reading: Reading) -> MemberProfile? {
    let root: LocatedNode
    switch SyntaxReader.read(source) {
    case .failure(let problem):
      reading.adopt(problem)
      return nil
    case .success(let node): root = node
    }
    guard case .map(let entries) = root.content else {
      reading.report(root.place, "expected a preset, found \(root.kind)", hint: usual)
      return nil
    }
    reading.checkKeys(entries, of: shape)
    let name = Key<String>.required("preset", .presetName, "").read(root, reading)
    guard let use = root["use"], let base = use.text?.trimmed else {
      reading.report(
        root.place(of: "use"), "the preset does not say how its members react", hint: usual)
      return nil
    }
    guard let known = Preset.named(base) else {
      reading.report(
        use.place, "\"\(base.shortened)\" is no preset that comes with the sandbox",
        hint: Suggestion.hint(for: base, among: Preset.all.map(\.name)))
      return nil
    }
    guard var profile = ProfileChange.applied(to: known.profile, by: root, reading), let name else {
      return nil
    }
    profile.preset = name
    return profile
  }

  private static let usual =
    "a preset file has \"preset: its name\", \"use: cdnow\" or another preset, and parameters"
}

extension Form where Value == String {
  fileprivate static var presetName: Form { .name(of: "a preset", example: "my-shop") }
}

extension Reading {
  /// Takes over what was found in a file that this one uses.
  func adopt(_ inner: Reading) {
    for problem in inner.problems { adopt(problem) }
  }
}
