internal import Quantities
internal import Timeline

/// What is known while a file is read: its text, what other parts depend on, and the problems.
final class Reading {
  let source: SourceText
  /// The currency of all amounts.
  var currency: Currency
  /// The first day of the horizon.
  var firstDay: Day
  /// Whether planned mechanics may stand in the file.
  var isDraft = false
  /// The scheme of the file before any arm changes it.
  var schemeNode: LocatedNode?
  /// Whether the file has items with costs of their own.
  var hasCatalogue = false
  /// Its items, in order, for references.
  var catalogue: [CatalogueName] = []
  /// What members do besides buying, by name.
  var interactionNames: [String] = []
  /// The names of the people's partners.
  var partnerNames: [String] = []
  /// The names of all arms, for references.
  var armNames: [String] = []
  /// The profiles that `use:` may name.
  var presets = PresetTable()
  /// The keys that the file has, as object and key; for the test that all are exercised.
  private(set) var seenKeys: Set<String> = []
  /// What is wrong, in the order found.
  private(set) var problems: [ScenarioProblem] = []
  /// How often a problem was reported, repeated ones included: what tells whether a part is right.
  private(set) var reportCount = 0
  /// Mechanics that stand in a draft and cannot be executed yet.
  private(set) var planned: [PlannedMechanic] = []

  init(source: SourceText, currency: Currency, firstDay: Day) {
    self.source = source
    self.currency = currency
    self.firstDay = firstDay
  }

  /// Adds a problem; one that is known at that place is not repeated, since arms read the same
  /// lines again.
  func report(_ place: Place, _ message: String, hint: String? = nil) {
    adopt(source.problem(place, message, hint: hint))
  }

  /// Adds a problem of this file, or of one that it uses.
  func adopt(_ problem: ScenarioProblem) {
    reportCount += 1
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// Reports keys that an object does not know, and planned mechanics outside drafts.
  func checkKeys(_ entries: [LocatedNode.Entry], of shape: ObjectShape) {
    let known = shape.keys.map(\.name)
    for key in entries.map(\.key) where known.contains(key) {
      seenKeys.insert("\(shape.name): \(key)")
    }
    for entry in entries where !known.contains(entry.key) {
      if let planned = shape.planned.first(where: { $0.name == entry.key }) {
        note(planned, at: entry.place)
        continue
      }
      let all = known + (isDraft ? shape.planned.map(\.name) : [])
      report(
        entry.place, "unknown key \"\(entry.key.shortened)\" in \(shape.name)",
        hint: Suggestion.hint(for: entry.key, among: all))
    }
  }

  private func note(_ key: PlannedKey, at place: Place) {
    let mechanic = PlannedMechanic(
      key: key.name, mechanics: key.mechanics, line: place.line, column: place.column)
    guard isDraft else {
      report(
        place, "\"\(key.name)\" (\(key.mechanics)) is planned and cannot be executed yet",
        hint: "remove it, or write \"status: draft\" to keep it in a file that is not run")
      return
    }
    if !planned.contains(mechanic) { planned.append(mechanic) }
  }

  /// Whether a name is in kebab-case, so that `set:` and reports can address it.
  func checkName(_ name: String, at place: Place, of owner: String) -> Bool {
    if Self.isName(name) { return true }
    report(
      place, "\"\(name.shortened)\" cannot be the name of \(owner)",
      hint: "names have letters, digits and hyphens, begin with a letter, up to 40 characters")
    return false
  }

  /// Whether a name is one of a fixed list.
  func checkWord(_ name: String, at place: Place, among known: [String], of owner: String) -> Bool {
    if known.contains(name) { return true }
    report(
      place, "\"\(name.shortened)\" is none of the \(owner)",
      hint: Suggestion.hint(for: name, among: known))
    return false
  }

  /// Whether a text is a name: letters of any script, digits and hyphens.
  static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
      text.unicodeScalars.count <= 40
    else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == "-" || ("0"..."9").contains($0)
    }
  }

  /// Reports names that stand twice in a list whose elements are addressed by name.
  func checkDistinct(_ names: [(name: String, place: Place)], of owner: String) -> Bool {
    var first: [String: Int] = [:]
    var isDistinct = true
    for (name, place) in names {
      guard let line = first[name] else {
        first[name] = place.line
        continue
      }
      isDistinct = false
      report(
        place, "two of the \(owner) are named \"\(name)\"; first in line \(line)",
        hint: "give every one its own name")
    }
    return isDistinct
  }
}

/// A mechanic that stands in a draft and cannot be executed yet.
public struct PlannedMechanic: Sendable, Hashable {
  /// The key of the file.
  public var key: String
  /// The mechanics of the catalogue that it stands for, such as `M06`.
  public var mechanics: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1.
  public var column: Int
}
