import Foundation
import Spreadsheets

/// A workbook as openpyxl reads it, an implementation that shares nothing with libxlsxwriter.
struct ReadWorkbook: Decodable {
  struct Cell: Decodable {
    var format: String
    var bold: Bool
    var wraps: Bool
    var ground: String
    var text: String?
    var number: Double?
    var boolean: Bool?
    var date: String?
    var formula: String?
    var recomputed: Double?
  }

  struct Sheet: Decodable {
    var name: String
    var cells: [String: Cell]
    var frozen: String
    var widths: [String: Double]
    var landscape: Bool
    var fitsWidth: Bool
    var paper: Int
    var repeated: String
    var filter: String
  }

  var title: String
  var subject: String
  var created: String
  var modified: String
  var sheets: [Sheet]
}

/// The last row and the number of rows of a sheet.
struct RowCount: Decodable {
  var name: String
  var rows: Int
  var last: [Double]
}

enum Reader {
  static let environment = ProcessInfo.processInfo.environment
  static let interpreter = environment["INCENTIVE_PYTHON"] ?? "python3"
  /// In CI a missing module is a failure; elsewhere the tests are skipped and say so.
  static let canRun =
    Workbook.canBeWritten
    && (environment["CI"] == "true" || (try? run(["-c", "import openpyxl"])) != nil)

  /// Writes a workbook to a path of its own, hands the path on, and takes the file away again.
  static func withFile<Value>(_ workbook: Workbook, _ body: (String) throws -> Value) throws
    -> Value
  {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try workbook.write(to: file.path)
    return try body(file.path)
  }

  /// What openpyxl finds in it.
  static func read(_ workbook: Workbook) throws -> ReadWorkbook {
    try withFile(workbook) { path in
      try JSONDecoder().decode(ReadWorkbook.self, from: try run([script, path]))
    }
  }

  /// The number of rows that openpyxl finds in each sheet.
  static func count(_ workbook: Workbook) throws -> [RowCount] {
    try withFile(workbook) { path in
      try JSONDecoder().decode([RowCount].self, from: try run([script, path, "--count"]))
    }
  }

  struct Failure: Error {
    let status: Int32
  }

  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("read_workbook.py").path

  private static func run(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [interpreter] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return output
  }
}
