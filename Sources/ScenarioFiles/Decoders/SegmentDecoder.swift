internal import Quantities
internal import Scenarios

/// `segments:` — kinds of people with their shares.
extension Form where Value == Segment {
  static var segment: Form {
    let shape = shape
    return Form(.object(shape)) { node, reading in
      guard case .map(let entries) = node.content else {
        reading.report(
          node.place, "expected a segment, found \(node.kind)",
          hint: "write { name: regulars, share: 30%, use: grocery-habit }")
        return nil
      }
      reading.checkKeys(entries, of: shape)
      let name = Key<String>.required("name", .segmentName, "").read(node, reading)
      let share = Key<Rate>.required("share", .share(), "").read(node, reading)
      let profile = profile(node, reading)
      guard let name, let share, let profile else { return nil }
      return Segment(name: name, share: share, profile: profile)
    }
  }

  private static var shape: ObjectShape {
    ObjectShape(
      name: "a segment", summary: "One kind of people.",
      keys: [
        KeyShape(
          name: "name", summary: "Its name.", shape: Form<String>.segmentName.shape,
          isRequired: true, fallback: nil),
        KeyShape(
          name: "share", summary: "Its share of the people; all shares sum to 100%.",
          shape: Form<Rate>.share().shape, isRequired: true, fallback: nil),
        KeyShape(
          name: "use", summary: "The preset that says who they are and how they react.",
          shape: PresetDecoder.useShape, isRequired: true, fallback: nil),
      ] + ProfileChange.familyKeys + ProfileChange.parameterKeys, planned: [])
  }

  private static func profile(_ node: LocatedNode, _ reading: Reading) -> MemberProfile? {
    guard let use = node["use"] else {
      reading.report(
        node.place, "the key \"use\" is missing",
        hint: "add \"use: \(reading.presets.names.joined(separator: "\", \"use: "))\"")
      return nil
    }
    guard let name = use.text?.trimmed else {
      reading.report(use.place, "expected the name of a preset, found \(use.kind)")
      return nil
    }
    let known =
      reading.presets.profile(name) ?? PresetFile.profile(name, at: use.place, reading)
    guard let base = known else {
      if !reading.presets.broken.contains(name) {
        reading.report(
          use.place, "unknown preset \"\(name.shortened)\"",
          hint: Suggestion.hint(for: name, among: reading.presets.names))
      }
      return nil
    }
    return ProfileChange.applied(to: base, by: node, reading)
  }
}

extension Form where Value == String {
  fileprivate static var segmentName: Form { .name(of: "a segment", example: "regulars") }
}

extension Form where Value == [Segment] {
  /// The most segments: they are numbered in 8 bits.
  static var maximumSegments: Int { 200 }

  /// The segments; their shares sum to one.
  static var segments: Form {
    let list = Form.list(of: .segment, minimumCount: 1, maximumCount: maximumSegments)
    return Form(list.shape) { node, reading in
      checkShares(node, reading)
      let names = node.elements.compactMap { element in
        element["name"].flatMap { name in name.text.map { ($0.trimmed, name.place) } }
      }
      let isDistinct = reading.checkDistinct(names, of: "segments")
      let segments = list.read(node, reading)
      return isDistinct ? segments : nil
    }
  }

  /// Checks the sum even where a profile is broken, since shares and profiles are put right apart.
  private static func checkShares(_ node: LocatedNode, _ reading: Reading) {
    let shares = node.elements.map { element in
      element["share"].flatMap { $0.text }.flatMap { try? Percent.read($0.trimmed) }
    }
    let known = shares.compactMap(\.self)
    guard known.count == shares.count, !known.isEmpty, known.allSatisfy({ $0 >= .zero }) else {
      return
    }
    let unit: Int64 = 100_000_000_000
    let sum = known.reduce(Int128(0)) {
      $0 + Int128($1.numerator) * Int128(unit) / Int128($1.denominator)
    }
    guard sum != Int128(unit) else { return }
    let percent = (Double(sum) / Double(unit) * 100).plain
    let difference = (Double(Int128(unit) - sum) / Double(unit) * 100).plain
    reading.report(
      node.place, "the shares of the segments sum to \(percent)%, not 100%",
      hint: sum < unit ? "\(difference)% are missing" : "\(difference.dropFirst())% too much")
  }
}
