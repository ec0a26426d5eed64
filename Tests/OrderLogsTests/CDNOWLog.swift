import Foundation
import Testing

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
}

/// A file with the given bytes that is gone after the test.
func withFile<Result>(
  _ text: String, _ body: (String) throws -> Result
) throws -> Result {
  try withFile(Array(text.utf8), body)
}

func withFile<Result>(
  _ bytes: [UInt8], _ body: (String) throws -> Result
) throws -> Result {
  let file = FileManager.default.temporaryDirectory.appending(path: "orders-\(UUID()).csv")
  try Data(bytes).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  return try body(file.path)
}
