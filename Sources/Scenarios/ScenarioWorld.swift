extension Scenario {
  /// What all arms of a scenario share, as canonical text: everything but title, arms and
  /// expectations.
  ///
  /// Arms of two scenarios can live in the same worlds where this text is the same.
  public var worldText: String {
    var world = self
    world.title = ""
    world.arms = []
    world.expectations = []
    return world.canonicalText
  }

  /// The values of two canonical texts that differ, in the order of their paths.
  ///
  /// They are what files do not state: defaults, presets, what follows from other values.
  public static func changes(
    fromCanonical before: String, to after: String
  ) -> [ScenarioChange] {
    let (old, new) = (values(before), values(after))
    var changes: [ScenarioChange] = []
    var (i, j) = (0, 0)
    func change(_ path: Substring, _ before: Substring?, _ after: Substring?) {
      changes.append(
        ScenarioChange(
          section: .unstated, path: String(path), before: before.map(String.init),
          after: after.map(String.init)))
    }
    while i < old.count || j < new.count {
      if j == new.count || (i < old.count && old[i].path < new[j].path) {
        change(old[i].path, old[i].value, nil)
        i += 1
      } else if i == old.count || new[j].path < old[i].path {
        change(new[j].path, nil, new[j].value)
        j += 1
      } else {
        if old[i].value != new[j].value { change(old[i].path, old[i].value, new[j].value) }
        (i, j) = (i + 1, j + 1)
      }
    }
    return changes
  }

  /// The value at a path of a canonical text, if it has that path.
  public static func value(at path: String, inCanonical text: String) -> String? {
    let start = "\(path) = "
    return text.split(separator: "\n").first { $0.hasPrefix(start) }
      .map { String($0.dropFirst(start.count)) }
  }

  private static func values(_ text: String) -> [(path: Substring, value: Substring)] {
    text.split(separator: "\n").compactMap { line -> (path: Substring, value: Substring)? in
      guard let end = line.firstRange(of: " = ") else { return nil }
      return (line[..<end.lowerBound], line[end.upperBound...])
    }.sorted { $0.path < $1.path }
  }
}
