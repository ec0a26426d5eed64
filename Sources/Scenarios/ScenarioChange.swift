/// One thing that two scenarios state differently, at the path that planners write.
public struct ScenarioChange: Sendable, Hashable {
  /// What a change is about, in the order in which changes are read.
  public enum Section: String, Sendable, Hashable, CaseIterable {
    /// The scheme that arms start from.
    case scheme
    /// What single arms change.
    case arms
    /// The people, and profiles of the file's own.
    case people
    /// Items and prices.
    case catalogue
    /// Margins, costs, returns, orders that are not paid at once.
    case economics
    /// Title, horizon, currency, seed, replications.
    case run
    /// What should hold.
    case expectations
    /// Values that differ though both files state the same, such as those of a preset's file.
    case unstated
  }

  /// What the change is about.
  public var section: Section
  /// The path, such as `scheme.tiers.silver.price`; lists are addressed by name.
  public var path: String
  /// What the first scenario says; nothing where it says nothing.
  public var before: String?
  /// What the second scenario says; nothing where it says nothing.
  public var after: String?

  /// Creates a change.
  public init(section: Section, path: String, before: String?, after: String?) {
    self.section = section
    self.path = path
    self.before = before
    self.after = after
  }

  /// The change in a line: `path: 1 → 2`, `+ path: 2` for what was added, `− path: 1` for what was
  /// removed.
  public var line: String {
    switch (before, after) {
    case (let before?, let after?): "\(path): \(before) → \(after)"
    case (nil, let after?): "+ \(path): \(after)"
    case (let before?, nil): "− \(path): \(before)"
    case (nil, nil): path
    }
  }
}
