internal import Foundation

/// Where text goes: results to standard output, everything else to standard error.
enum Terminal {
  /// Prints a line of a result.
  ///
  /// A result that cannot be written ends the program with exit code 1: nobody has it.
  static func say(_ line: String) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data((plain(line) + "\n").utf8))
    } catch {
      note("the result cannot be written to standard output")
      exit(EXIT_FAILURE)
    }
  }

  /// Prints a line that is no result: a problem, a note.
  static func note(_ line: String) { write(plain(line) + "\n") }

  /// The text without characters that steer a terminal or turn its writing around; titles and names
  /// come from files.
  static func plain(_ text: String) -> String {
    let isSteering = { (scalar: Unicode.Scalar) in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    guard text.unicodeScalars.contains(where: isSteering) else { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(isSteering(scalar) ? "\u{FFFD}" : scalar) }
    return String(plain)
  }

  /// Whether somebody is looking at standard error.
  static var isWatched: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

  fileprivate static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}

/// A line with the share done and the time left, on standard error, only while somebody looks.
final class ProgressLine {
  /// How many tasks there are; a first stage may ask for more.
  var total: Int
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

  /// Shows how many of so many runs are done.
  func update(_ done: Int, of total: Int) {
    guard isShown else { return }
    Terminal.write("\r\u{1B}[K" + (done == total ? "" : "\(done) of \(total) assumptions' ends"))
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
