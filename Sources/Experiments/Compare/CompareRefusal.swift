/// Why two things are not compared.
public enum CompareRefusal: Error, Sendable, Hashable {
  /// There is nothing at the path.
  case missing(path: String)
  /// What stands at the path is no run.
  case noRun(path: String)
  /// The run has begun and not ended.
  case unfinished(path: String)
  /// A file cannot be read; what the reader says.
  case unreadable(path: String, String)
  /// A file is not what the run's manifest says that it is.
  case damaged(path: String, String)
  /// The run was made before runs kept what a comparison needs.
  case outdated(path: String)
  /// A health check of the run failed.
  case unhealthy(path: String, [String])
  /// Both runs have such a thing, and it must be the same.
  case differ(Field, first: String, second: String)
  /// No arm has the same name in both.
  case noCommonArm(first: [String], second: [String])

  /// What must be the same in both runs.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    /// The version of the files.
    case format
    /// The version of what a scenario means.
    case semantics
    /// What metrics are.
    case metrics
    /// The currency.
    case currency
    /// The days of the horizon.
    case days
  }
}

extension CompareRefusal: CustomStringConvertible {
  /// The reason in a sentence, with what helps.
  public var description: String {
    switch self {
    case .missing(let path): "\(path) is not there: is the path right?"
    case .noRun(let path):
      "\(path) is no finished run: give its folder, results/runs/<scenario>/<run-id>, or the "
        + "manifest.json in it"
    case .unfinished(let path):
      "\(path) is a run that is not finished: start it again with `incentive run`, it goes on"
    case .unreadable(let path, let problem): "\(path) cannot be read: \(problem)"
    case .damaged(let path, let problem): "\(path) is damaged: \(problem); run it again"
    case .outdated(let path):
      "\(path) is of an older version that did not keep what a comparison needs: run it again"
    case .unhealthy(let path, let checks):
      "\(path) is a run that is not fit to be read, a health check failed: "
        + checks.joined(separator: "; ")
    case .differ(let field, let first, let second):
      "the runs differ in \(field.name), \(first) and \(second): \(field.reason)"
    case .noCommonArm(let first, let second):
      "no arm has the same name in both: \(first.joined(separator: ", ")) and "
        + second.joined(separator: ", ")
    }
  }
}

extension CompareRefusal.Field {
  fileprivate var name: String {
    switch self {
    case .format: "the version of their files"
    case .semantics: "the version of the engine's semantics"
    case .metrics: "the definitions of metrics"
    case .currency: "currency"
    case .days: "the days of their horizons"
    }
  }

  fileprivate var reason: String {
    switch self {
    case .format, .semantics, .metrics: "run the older one again"
    case .currency: "amounts of money cannot be subtracted"
    case .days: "totals of unequal time cannot be subtracted; run one again with --days"
    }
  }
}
