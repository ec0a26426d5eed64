internal import Foundation

/// Where text goes: results to standard output, everything else to standard error.
enum Terminal {
  /// Prints a line of a result.
  static func say(_ line: String) { print(line) }

  /// Prints a line that is no result: a problem, a note.
  static func note(_ line: String) { write(line + "\n") }

  /// Whether somebody is looking at standard error.
  static var isWatched: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

  fileprivate static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}

/// A line with the share done and the time left, on standard error, only while somebody looks.
final class ProgressLine {
  private let total: Int
  private let isShown: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var resumed: Int?

  init(total: Int, isQuiet: Bool) {
    self.total = total
    isShown = !isQuiet && Terminal.isWatched
    start = clock.now
  }

  /// Seconds since the line began.
  var seconds: Double {
    let elapsed = clock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  }

  /// Shows how many tasks are done.
  func update(_ done: Int) {
    let first = resumed ?? done
    resumed = first
    guard isShown else { return }
    let left =
      done > first ? seconds / Double(done - first) * Double(total - done) : Double.nan
    let time = left.isNaN ? "" : "  \(Self.duration(left)) left"
    Terminal.write("\r\u{1B}[K\(done) of \(total) tasks\(time)")
    if done == total { Terminal.write("\r\u{1B}[K") }
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }
}
