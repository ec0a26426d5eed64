internal import ArgumentParser
internal import Experiments

/// Exit codes; 0 is the only success. Numbers from 64 on follow BSD's sysexits.
extension ExitCode {
  /// A check failed.
  static let checkFailed = ExitCode(2)
  /// A check could not be decided, and the scenario says that this fails.
  static let inconclusive = ExitCode(3)
  /// Better than the baseline by more than the tolerance, with `--strict`.
  static let improved = ExitCode(4)
  /// The baseline is missing, or of another kind of run.
  static let baselineUnusable = ExitCode(5)
  /// The scenario or another input is wrong.
  static let wrongInput = ExitCode(65)
  /// A file or folder cannot be made where it should be.
  static let cannotCreate = ExitCode(73)
  /// The run is not whole; started again it goes on.
  static let tryAgain = ExitCode(75)
}

extension Terminal {
  /// Tells of a file that cannot be written; the exit code that says whether to try again.
  static func exitCode(after problem: FileProblem) -> ExitCode {
    guard problem.isTransient else {
      note("\(problem)")
      return .cannotCreate
    }
    note("\(problem); finished tasks are kept: start the run again")
    return .tryAgain
  }
}
