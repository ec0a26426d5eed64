import Calibration
import Foundation
import OrderLogs
import Testing
import Timeline

/// The CDNOW order log that `make data` fetches; never committed.
enum CDNOWLog {
  /// The place that `INCENTIVE_CDNOW` names, or else `data/cdnow` below the package's root.
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["INCENTIVE_CDNOW"] { return path }
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return root.appending(path: "data/cdnow/CDNOW_sample.txt").path
  }()

  /// In CI the tests run without the log too, and fail; elsewhere they are skipped, visibly.
  static var isExpected: Bool {
    FileManager.default.fileExists(atPath: path)
      || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  static let skipped: Comment = "no CDNOW log here; `make data` fetches it"

  /// The 39 weeks to 1997-09-30 that the published estimates are of.
  static func summary() throws -> OrderSummary {
    try read(path, until: day("1997-09-30"))
  }
}

/// A day as it is written.
func day(_ text: String) throws -> Day {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2])).dayIndex
}

/// The summary of an order file whose rows are all good.
func read(_ path: String, until: Day? = nil) throws -> OrderSummary {
  try OrderIntake(path: path, until: until).read { Issue.record("\($0)") }.get()
}

/// A file with a text that is gone after the test.
func withOrders<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
  let file = FileManager.default.temporaryDirectory.appending(path: "orders-\(UUID()).csv")
  try Data(text.utf8).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  return try body(file.path)
}

/// |value − expected| relative to the expected.
func relativeError(_ value: Double, _ expected: Double) -> Double {
  abs(value - expected) / abs(expected)
}
