internal import IncentiveEngine
internal import Scenarios

/// `arms:` — schemes under a name, each made from the file's scheme.
extension Form where Value == Scheme {
  /// One arm.
  static var arm: Form {
    let object = ObjectForm<Scheme, LocatedNode?, [LocatedNode.Entry]>(
      "an arm", "The file's scheme under a name, perhaps changed.",
      keys: .optional(
        "scheme", .armScheme, "The scheme: none, same, or one of its own.",
        fallback: "same: that of the file"),
      .defaulted(
        "set", .settings,
        "Values to change by path: scheme.points.earn; lists by name: scheme.tiers.silver.price; "
          + "none removes.", [], text: "nothing changes")
    ) { node, reading, base, settings in
      scheme(base ?? reading.schemeNode, settings, node, reading)
    }
    return object.form
  }

  private static func scheme(
    _ base: LocatedNode?, _ settings: [LocatedNode.Entry], _ node: LocatedNode, _ reading: Reading
  ) -> Scheme? {
    if base?.text == "none", !settings.isEmpty {
      reading.report(
        node.place(of: "set"), "an arm without a scheme has nothing to set",
        hint: "remove \"scheme: none\" or \"set:\"")
      return nil
    }
    if base?.text == "none" { return Scheme.none }
    guard var tree = base else { return settings.isEmpty ? Scheme(name: "scheme") : nil }
    var isRight = true
    for setting in settings {
      guard let edit = edit(setting, reading), let changed = edit.applied(to: tree, reading) else {
        isRight = false
        continue
      }
      tree = changed
    }
    let scheme = Language.scheme.read(tree, reading)
    return isRight ? scheme : nil
  }

  /// The change below `scheme.`, if the path begins with it.
  private static func edit(_ setting: LocatedNode.Entry, _ reading: Reading) -> TreeEdit? {
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

extension Form where Value == [Arm] {
  /// All arms, `control` first.
  static var arms: Form {
    let named = Form<[Named<Scheme>]>.named("arms", of: .arm)
    return named.map { arms, _, _ in
      let named = arms.map { arm in
        Arm(name: arm.name, scheme: arm.value.isNothing ? .none : arm.value.under(arm.name))
      }
      let control = named.first { $0.name == Self.control } ?? .init(name: control, scheme: .none)
      return [control] + named.filter { $0.name != Self.control }
    }
  }

  /// The name of the arm that others are compared with.
  static var control: String { "control" }
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
