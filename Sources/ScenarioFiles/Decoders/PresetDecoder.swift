internal import MemberPopulation
internal import Scenarios

/// `presets:` — profiles of the file, made from others by `use:`.
enum PresetDecoder {
  /// The keys of one preset.
  static var shape: ObjectShape {
    ObjectShape(
      name: "a preset", summary: "A profile of the file, made from another one.",
      keys: [
        KeyShape(
          name: "use", summary: "The preset it is made from.", shape: useShape, isRequired: true,
          fallback: nil),
        KeyShape(
          name: "about", summary: "What kind of members it describes.",
          shape: Form<String>.about.shape, isRequired: false, fallback: "nothing"),
      ] + ProfileChange.familyKeys + ProfileChange.parameterKeys + [ProfileChange.covarianceKey],
      planned: [])
  }

  static var useShape: Shape {
    .scalar(
      ScalarShape(
        "the name of a preset, or the path of a preset file", resolved: .anything,
        examples: ["cdnow"]))
  }

  /// The form of the whole mapping; it reads nothing, since ``resolve(_:_:)`` has run before.
  static var form: Form<Bool> {
    Form(.named(.object(shape), of: "presets")) { _, _ in true }
  }

  /// Adds the file's presets to the table, whatever their order; cycles are problems.
  static func resolve(_ node: LocatedNode, _ reading: Reading) {
    guard case .map(let entries) = node.content else {
      reading.report(node.place, "expected a mapping from presets, found \(node.kind)")
      return
    }
    var chain = Chain(entries: entries)
    for entry in entries {
      guard case .map(let keys) = entry.value.content else {
        reading.report(entry.value.place, "expected a preset, found \(entry.value.kind)")
        reading.presets.broken.append(entry.key)
        continue
      }
      reading.checkKeys(keys, of: Language.preset)
      if !reading.checkName(entry.key, at: entry.place, of: "presets") {
        reading.presets.broken.append(entry.key)
      } else if Preset.named(entry.key) != nil {
        reading.report(
          entry.place, "\"\(entry.key)\" is a preset that comes with the sandbox",
          hint: "give yours another name, and \"use: \(entry.key)\" in it")
        reading.presets.broken.append(entry.key)
      } else {
        _ = chain.profile(entry.key, reading)
      }
    }
  }

  /// Follows `use:` from preset to preset.
  private struct Chain {
    let entries: [LocatedNode.Entry]
    var open: [String] = []

    mutating func profile(_ name: String, _ reading: Reading) -> MemberProfile? {
      if let known = reading.presets.profile(name) { return known }
      guard !reading.presets.broken.contains(name),
        let entry = entries.first(where: { $0.key == name })
      else { return nil }
      let profile = resolved(entry, reading)
      if var profile {
        profile.preset = name
        reading.presets.add(name, profile)
      } else if !reading.presets.broken.contains(name) {
        reading.presets.broken.append(name)
      }
      return profile
    }

    private mutating func resolved(
      _ entry: LocatedNode.Entry, _ reading: Reading
    ) -> MemberProfile? {
      guard let use = entry.value["use"], let base = use.text?.trimmed else {
        reading.report(
          entry.value.place, "the preset \"\(entry.key)\" does not say what it is made from",
          hint: "add \"use: cdnow\" or another preset")
        return nil
      }
      open.append(entry.key)
      defer { open.removeLast() }
      if let start = open.firstIndex(of: base) {
        let cycle = (open[start...] + [base]).joined(separator: " → ")
        reading.report(
          use.place, "presets use each other in a circle: \(cycle)",
          hint: "one of them must use a preset that comes with the sandbox: "
            + Preset.all.map(\.name).joined(separator: ", "))
        reading.presets.broken += open[start...]
        return nil
      }
      let isLocal = entries.contains { $0.key == base }
      let known = profile(base, reading)
      let file = known == nil && !isLocal
      guard let found = file ? PresetFile.profile(base, at: use.place, reading) : known else {
        if !isLocal, !reading.presets.broken.contains(base) {
          let names = Preset.all.map(\.name) + entries.map(\.key).filter { $0 != entry.key }
          reading.report(
            use.place, "unknown preset \"\(base.shortened)\"",
            hint: Suggestion.hint(for: base, among: names))
        }
        return nil
      }
      return ProfileChange.applied(to: found, by: entry.value, reading)
    }
  }
}

extension Form where Value == String {
  /// A line about something.
  static var about: Form { .text("a line of text", example: "regular buyers of milk powder") }
}
