internal import IncentiveEngine
internal import Scenarios

/// `arms:` — schemes under a name, each made from the file's scheme.
extension Form where Value == ArmLines {
  /// One arm.
  static var arm: Form {
    let object = ObjectForm<ArmLines, LocatedNode?, [LocatedNode.Entry], EqualizeLines?>(
      "an arm", "The file's scheme under a name, perhaps changed.",
      keys: .optional(
        "scheme", .armScheme, "The scheme: none, same, or one of its own.",
        fallback: "same: that of the file"),
      .defaulted(
        "set", .settings,
        "Values to change by path: scheme.points.earn; lists by name: scheme.tiers.silver.price; "
          + "none removes.", [], text: "nothing changes"),
      .optional(
        "equalize", .equalize,
        "A number of the arm's scheme that is looked for, so that the arm costs what another does.",
        fallback: "the scheme is taken as it is")
    ) { node, reading, base, settings, equalize in
      lines(base ?? reading.schemeNode, settings, equalize, node, reading)
    }
    return object.form
  }

  private static func lines(
    _ base: LocatedNode?, _ settings: [LocatedNode.Entry], _ equalize: EqualizeLines?,
    _ node: LocatedNode, _ reading: Reading
  ) -> ArmLines? {
    if let equalize, base == nil || base?.text == "none" {
      reading.report(
        equalize.place, "an arm without a scheme has no number to look for",
        hint: "give the arm a scheme, or remove \"equalize:\"")
      return nil
    }
    if base?.text == "none", !settings.isEmpty {
      reading.report(
        node.place(of: "set"), "an arm without a scheme has nothing to set",
        hint: "remove \"scheme: none\" or \"set:\"")
      return nil
    }
    if base?.text == "none" { return ArmLines(scheme: .none) }
    guard var tree = base else {
      return settings.isEmpty ? ArmLines(scheme: Scheme(name: "scheme")) : nil
    }
    var isRight = true
    for setting in settings {
      guard let edit = edit(setting, reading), let changed = edit.applied(to: tree, reading) else {
        isRight = false
        continue
      }
      tree = changed
    }
    guard let scheme = Language.scheme.read(tree, reading), isRight else { return nil }
    guard equalize?.fits(tree, reading) ?? true else { return nil }
    return ArmLines(scheme: scheme, equalize: equalize)
  }

  /// The change below `scheme.`, if the path begins with it.
  static func edit(_ setting: LocatedNode.Entry, _ reading: Reading) -> TreeEdit? {
    let prefix = "scheme."
    guard let path = setting.key.remainder(after: prefix), !path.isEmpty,
      !path.split(separator: ".", omittingEmptySubsequences: false).contains("")
    else {
      reading.report(
        setting.place,
        "an arm can only set what lies under scheme., not \"\(setting.key.shortened)\"",
        hint: "people and economics are the same in all arms; write scheme.points.earn")
      return nil
    }
    return TreeEdit(
      path: path, place: setting.place.advanced(by: prefix.count), value: setting.value)
  }
}

extension Form where Value == LocatedNode {
  /// The scheme of an arm: a word, or a scheme of its own, decoded after `set:` was applied.
  fileprivate static var armScheme: Form {
    let words = Form<String>.choice("a scheme", [("none", "none"), ("same", "same")])
    return Form(.either([words.shape, Form<Scheme>.scheme.shape])) { node, reading in
      guard let text = node.text else { return node }
      guard let word = words.read(node, reading) else { return nil }
      guard word == "same" else { return LocatedNode(place: node.place, content: .scalar(text)) }
      return reading.schemeNode ?? LocatedNode(place: node.place, content: .map([]))
    }
  }
}

extension Form where Value == [LocatedNode.Entry] {
  /// Paths with their values.
  fileprivate static var settings: Form {
    Form(.anything) { node, reading in
      guard case .map(let entries) = node.content else {
        reading.report(
          node.place, "expected a mapping from paths to values, found \(node.kind)",
          hint: "write { scheme.points.earn: 2 per ¥1 }")
        return nil
      }
      return entries
    }
  }
}

/// What one arm's lines say.
struct ArmLines: Sendable {
  var scheme: Scheme
  var equalize: EqualizeLines?
}

/// All arms, and what is looked for in their schemes.
struct AllArms: Sendable {
  var arms: [Arm]
  var equalizations: [Equalization] = []

  /// The name of the arm that others are compared with.
  static let control = "control"
}

extension Form where Value == AllArms {
  /// All arms, `control` first.
  static var arms: Form {
    let named = Form<[Named<ArmLines>]>.named("arms", of: .arm)
    return named.map { arms, _, reading in
      let named = arms.map { arm in
        let scheme = arm.value.scheme
        return Arm(name: arm.name, scheme: scheme.isNothing ? .none : scheme.under(arm.name))
      }
      guard let equalizations = EqualizeLines.all(of: arms, reading) else { return nil }
      let control =
        named.first { $0.name == AllArms.control } ?? .init(name: AllArms.control, scheme: .none)
      return AllArms(
        arms: [control] + named.filter { $0.name != AllArms.control },
        equalizations: equalizations)
    }
  }
}

extension Scheme {
  /// Whether the scheme grants nothing.
  fileprivate var isNothing: Bool { under("none") == .none }

  /// The scheme under another name.
  func under(_ name: String) -> Scheme {
    var copy = self
    copy.name = name
    return copy
  }
}
