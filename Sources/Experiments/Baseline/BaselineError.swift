/// Why a run is not held against a baseline.
public enum BaselineError: Error, Sendable, Hashable {
  /// There is no baseline.
  case missing(path: String)
  /// The file is no baseline; what the reader says.
  case unreadable(String)
  /// Baseline and run are of different things.
  case incompatible(field: String, baseline: String, run: String)
  /// The file names a metric that there is not.
  case unknownMetric(String)
  /// A run whose health check fails is no baseline, and is held against none.
  case unhealthy(String)
  /// Neither the scenario nor the command line says what to check.
  case nothingToCheck

  /// The exit code of the command line (ARCHITECTURE.md, Commands).
  public var exitCode: Int32 {
    switch self {
    case .missing, .unreadable, .incompatible: 5
    case .unknownMetric, .nothingToCheck: 65
    case .unhealthy: 1
    }
  }
}

extension BaselineError: CustomStringConvertible {
  /// The problem in one sentence, with what helps.
  public var description: String {
    switch self {
    case .missing(let path):
      "There is no baseline at \(path); --update-baseline writes one."
    case .unreadable(let problem):
      "The baseline cannot be read: \(problem); --update-baseline writes it anew."
    case .incompatible(let field, let baseline, let run):
      "The baseline is of another \(field), \(baseline); this run's is \(run)."
    case .unknownMetric(let name): "The baseline names a metric that there is not: \(name)."
    case .nothingToCheck:
      "Nothing says what to check: add a line of role check to the scenario, or --tolerance 3%."
    case .unhealthy(let check):
      "An unhealthy run is no baseline and is held against none: \(check)."
    }
  }
}
