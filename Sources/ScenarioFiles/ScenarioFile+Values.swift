public import Scenarios

extension LoadedScenario {
  /// A number of an arm's scheme, as `set:` would state it.
  public struct ArmValue: Sendable, Hashable {
    /// What the number belongs to.
    public var equalization: Equalization
    /// The value, as a file states it.
    public var text: String

    /// Creates a value.
    public init(_ equalization: Equalization, text: String) {
      self.equalization = equalization
      self.text = text
    }
  }

  /// The scenario as it would be read with these values in its arms' schemes.
  public func scenario(
    setting values: [ArmValue]
  ) -> Result<Scenario, ScenarioProblems> {
    var root = file.root
    for value in values { root = Self.setting(value, in: root) }
    let (scenario, reading) = ScenarioFile.scenario(root, file.source)
    if let scenario, reading.problems.isEmpty { return .success(scenario) }
    let unknown = file.source.problem(root.place, "the scenario cannot be used")
    return .failure(ScenarioProblems(reading.problems.isEmpty ? [unknown] : reading.problems))
  }

  /// A problem at the range of an equalization.
  public func problem(
    with equalization: Equalization, _ message: String, hint: String? = nil
  ) -> ScenarioProblem {
    let place = Place(line: equalization.place.line, column: equalization.place.column)
    return file.source.problem(place, message, hint: hint)
  }

  /// The file's tree with the value last among the arm's settings.
  private static func setting(_ value: ArmValue, in root: LocatedNode) -> LocatedNode {
    let place = Place(
      line: value.equalization.place.line, column: value.equalization.place.column)
    let entry = LocatedNode.Entry(
      key: value.equalization.path, place: place,
      value: LocatedNode(place: place, content: .scalar(value.text)))
    return root.changing("arms") { arms in
      arms.changing(value.equalization.arm) { arm in
        arm.changing("set") { settings in
          guard case .map(let entries) = settings.content else { return settings }
          return LocatedNode(
            place: settings.place,
            content: .map(entries.filter { $0.key != entry.key } + [entry]))
        }
      }
    }
  }
}

extension LocatedNode {
  /// The mapping with the value under a key changed; an empty mapping where it had none.
  fileprivate func changing(
    _ key: String, _ change: (LocatedNode) -> LocatedNode
  ) -> LocatedNode {
    guard case .map(var entries) = content else { return self }
    let empty = LocatedNode(place: place, content: .map([]))
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index].value = change(entries[index].value)
    } else {
      entries.append(Entry(key: key, place: place, value: change(empty)))
    }
    return LocatedNode(place: place, content: .map(entries))
  }
}
