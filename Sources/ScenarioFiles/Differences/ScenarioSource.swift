internal import Quantities
internal import Scenarios
internal import Timeline

/// The text of a scenario's file with what its run took for what a command line may change.
public struct ScenarioSource: Sendable {
  /// The file's path: files of presets are found beside it.
  public var name: String
  /// The text of the file.
  public var text: String
  /// The canonical text of the resolved scenario, overrides included.
  public var canonicalText: String

  /// Creates a source.
  public init(name: String, text: String, canonicalText: String) {
    self.name = name
    self.text = text
    self.canonicalText = canonicalText
  }

  /// The file's tree as it is written, but for the resolved numbers of members, prospects and days
  /// and the seed; nothing if the text is no scenario.
  var root: LocatedNode? {
    guard case .success(var root) = SyntaxReader.read(SourceText(name: name, text: text)),
      case .map = root.content
    else { return nil }
    let resolved = [
      (["people", "members"], "people.memberCount"),
      (["people", "prospects"], "people.prospectCount"),
      (["horizon", "days"], "horizon.dayCount"), (["seed"], "seed"),
    ]
    for (path, value) in resolved {
      let steps = path.map(TreeStep.key)
      guard let written = root.node(at: steps),
        let text = Scenario.value(at: "scenario.\(value)", inCanonical: canonicalText)
      else { continue }
      root = root.replacing(steps, with: LocatedNode(place: written.place, content: .scalar(text)))
    }
    return root
  }
}

extension LocatedNode {
  /// The file with every arm's whole scheme in place of what the arm changes, control first.
  var withWholeArms: LocatedNode {
    let scheme = self["scheme"]
    var arms: [Entry] = []
    if let node = self["arms"], case .map(let entries) = node.content {
      arms = entries.map { entry in
        let whole = Self.scheme(of: entry.value, base: scheme)
        return Entry(key: entry.key, place: entry.place, value: whole)
      }
    } else if let scheme {
      arms = [Entry(key: Form<Scenario>.defaultArm, place: place, value: Self.arm(scheme))]
    }
    let none = Self.arm(LocatedNode(place: place, content: .scalar("none")))
    let control = arms.first { $0.key == AllArms.control }
    arms =
      [control ?? Entry(key: AllArms.control, place: place, value: none)]
      + arms.filter { $0.key != AllArms.control }
    return replacing([.key("arms")], with: LocatedNode(place: place, content: .map(arms)))
  }

  private static func arm(_ scheme: LocatedNode) -> LocatedNode {
    let entry = Entry(key: "scheme", place: scheme.place, value: scheme)
    return LocatedNode(place: scheme.place, content: .map([entry]))
  }

  /// One arm's scheme with its settings.
  private static func scheme(of arm: LocatedNode, base: LocatedNode?) -> LocatedNode {
    let nothing = LocatedNode(place: arm.place, content: .map([]))
    var tree = arm["scheme"] ?? base ?? nothing
    if tree.text == "same" { tree = base ?? nothing }
    let silent = Reading(
      source: SourceText(name: "", text: ""), currency: Currency.known[0], firstDay: Day(index: 0))
    if let settings = arm["set"], case .map(let entries) = settings.content {
      for entry in entries {
        guard let path = entry.key.remainder(after: "scheme."),
          let changed = TreeEdit(path: path, place: entry.place, value: entry.value)
            .applied(to: tree, silent)
        else { continue }
        tree = changed
      }
    }
    return Self.arm(tree)
  }
}
