import Foundation
import Testing

/// The repository's root, from this file's place.
let repositoryRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// What a command left behind.
struct Ran {
  var status: Int32
  var output: String
  var errors: String

  /// Standard output as the one JSON value that it is.
  func json() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
    return try #require(value as? [String: Any])
  }
}

/// Runs the built `incentive`, which lies beside the tests, as a shell would.
func incentive(_ arguments: String..., in folder: URL = repositoryRoot) throws -> Ran {
  try incentive(arguments, in: folder)
}

/// Runs the built `incentive` with a list of arguments.
func incentive(_ arguments: [String], in folder: URL = repositoryRoot) throws -> Ran {
  let process = Process()
  let tests = URL(fileURLWithPath: CommandLine.arguments[0])
  process.executableURL = tests.deletingLastPathComponent().appendingPathComponent("incentive")
  process.arguments = arguments
  process.currentDirectoryURL = folder
  let place = try TemporaryFolder()
  let files = ["output", "errors"].map { place.url.appendingPathComponent($0) }
  for file in files { try Data().write(to: file) }
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = try FileHandle(forWritingTo: files[0])
  process.standardError = try FileHandle(forWritingTo: files[1])
  try process.run()
  process.waitUntilExit()
  let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
  return Ran(status: process.terminationStatus, output: texts[0], errors: texts[1])
}

/// A folder that is gone after the test.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("incentive-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Everything in the folder, by name.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }
}

/// The CDNOW order log that `make data` fetches; never committed.
enum CDNOWLog {
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["INCENTIVE_CDNOW"] { return path }
    return repositoryRoot.appendingPathComponent("data/cdnow/CDNOW_sample.txt").path
  }()

  /// In CI the tests run without the log too, and fail; elsewhere they are skipped, visibly.
  static var isExpected: Bool {
    FileManager.default.fileExists(atPath: path)
      || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  static let skipped: Comment = "no CDNOW log here; `make data` fetches it"
}
