internal import Scenarios

/// The profiles that `use:` may name: those that come with the sandbox and those of the file.
struct PresetTable: Sendable {
  /// The profiles by name, in the order in which hints list them.
  private(set) var entries: [(name: String, profile: MemberProfile)] =
    Preset.all.map { ($0.name, $0.profile) }
  /// Presets of the file that had problems; naming one is no further problem.
  var broken: [String] = []

  var names: [String] { entries.map(\.name) }

  func profile(_ name: String) -> MemberProfile? { entries.first { $0.name == name }?.profile }

  mutating func add(_ name: String, _ profile: MemberProfile) { entries.append((name, profile)) }
}
