public import Scenarios

extension ScenarioFile {
  /// What the files of two scenarios state differently, in a planner's paths, by section.
  ///
  /// Arms are compared by name, each with its whole scheme; what all arms share is told once, of the
  /// file's scheme. Values that are only spelled otherwise (`1_000` and `1000`) and lines without
  /// effect are left out: one by one they are put into the other file, and kept where the meaning
  /// changes. Nothing is returned exactly where both mean the same.
  public static func changes(
    from before: ScenarioSource, to after: ScenarioSource
  ) -> [ScenarioChange] {
    guard before.canonicalText != after.canonicalText else { return [] }
    guard let old = before.root, let new = after.root else {
      return Scenario.changes(fromCanonical: before.canonicalText, to: after.canonicalText)
    }
    let (oldWhole, newWhole) = (old.withWholeArms, new.withWholeArms)
    let all = TreeDifference.all(oldWhole, newWhole)
    let meant = MeaningCheck(oldWhole, before, newWhole, after).kept(all)
    let stated = collapsed(meant, all).map { change($0.asWritten(old, new)) }
    guard stated.isEmpty else {
      return ScenarioChange.Section.allCases.flatMap { section in
        stated.filter { $0.section == section }
      }
    }
    return Scenario.changes(fromCanonical: before.canonicalText, to: after.canonicalText)
  }

  /// Tells a change that arms have from the file's scheme once, of that scheme.
  private static func collapsed(
    _ meant: [TreeDifference], _ all: [TreeDifference]
  ) -> [TreeDifference] {
    let base = all.filter { $0.steps.first == .key("scheme") }
    func ofArm(_ item: TreeDifference) -> TreeDifference? {
      guard item.steps.first == .key("arms"), item.steps.count > 2 else { return nil }
      let steps = Array(item.steps.dropFirst(2))
      return base.first {
        $0.steps == steps && $0.isOrder == item.isOrder
          && $0.before?.flowText == item.before?.flowText
          && $0.after?.flowText == item.after?.flowText
      }
    }
    let shared = base.filter { line in
      meant.contains { $0.path == line.path }
        || meant.compactMap(ofArm).contains { $0.path == line.path }
    }
    return shared
      + meant.filter { $0.steps.first != .key("scheme") && ofArm($0) == nil }
  }

  private static func change(_ item: TreeDifference) -> ScenarioChange {
    ScenarioChange(
      section: section(item.steps.first?.text ?? ""), path: item.path,
      before: item.text(item.before), after: item.text(item.after))
  }

  private static func section(_ key: String) -> ScenarioChange.Section {
    switch key {
    case "scheme": .scheme
    case "arms": .arms
    case "people", "presets": .people
    case "catalogue": .catalogue
    case "economics", "orders": .economics
    case "expect": .expectations
    default: .run
    }
  }
}

extension TreeDifference {
  /// The difference with an arm that only one file has as it is written there.
  fileprivate func asWritten(_ old: LocatedNode, _ new: LocatedNode) -> TreeDifference {
    guard steps.count == 2, steps[0] == .key("arms"), before == nil || after == nil else {
      return self
    }
    var written = self
    if before != nil { written.before = old.node(at: steps) ?? before }
    if after != nil { written.after = new.node(at: steps) ?? after }
    return written
  }
}

/// Whether differences of two files are differences of meaning.
private struct MeaningCheck {
  /// How many differences are looked at one by one; beyond, all are kept.
  ///
  /// assumption: each costs two readings of a file, milliseconds; a page of more than this many is
  /// not read line by line.
  static let limit = 200

  let old, new: LocatedNode
  let before, after: ScenarioSource

  init(_ old: LocatedNode, _ before: ScenarioSource, _ new: LocatedNode, _ after: ScenarioSource) {
    (self.old, self.new) = (old, new)
    (self.before, self.after) = (before, after)
  }

  /// The differences that change what a file means, put into either; those that cannot stand alone
  /// are kept, too.
  func kept(_ all: [TreeDifference]) -> [TreeDifference] {
    guard all.count <= Self.limit, let first = meaning(old, before),
      let second = meaning(new, after)
    else { return all }
    return all.filter { item in
      meaning(old.replacing(item.steps, with: item.after), before) != first
        || meaning(new.replacing(item.steps, with: item.before), after) != second
    }
  }

  private func meaning(_ root: LocatedNode, _ source: ScenarioSource) -> String? {
    let text = SourceText(name: source.name, text: source.text)
    let (scenario, reading) = ScenarioFile.scenario(root, text)
    guard let scenario, reading.problems.isEmpty else { return nil }
    return scenario.canonicalText
  }
}
