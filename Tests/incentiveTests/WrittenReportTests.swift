import Foundation
import Testing

@testable import incentive

/// What a run writes, read back by programs that share nothing with it.
@Suite(.serialized) struct WrittenReportTests {
  private static let interpreter = ProcessInfo.processInfo.environment["INCENTIVE_PYTHON"]
  private static let isCI = ProcessInfo.processInfo.environment["CI"] == "true"

  private func run(
    _ folder: TemporaryFolder, _ flags: String..., scenario: String = "starter",
    members: Int? = 3_000
  ) throws -> URL {
    let ran = try incentive(
      ["run", "scenarios/\(scenario).yaml", "--quiet", "--out", folder.path("runs")]
        + (members.map { ["--members", "\($0)"] } ?? []) + flags)
    #expect(ran.status == 0, "\(ran.errors)")
    let line = try #require(ran.output.split(separator: "\n").first { $0.hasPrefix("report: ") })
    return URL(fileURLWithPath: String(line.dropFirst("report: ".count)))
      .deletingLastPathComponent()
  }

  private func python(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [Self.interpreter ?? "python3"] + arguments
    process.currentDirectoryURL = repositoryRoot
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test(.enabled(if: interpreter != nil || isCI, "needs the Python environment of the tests"))
  func `the summary keeps its published schema, and the schema is committed`() throws {
    let folder = try TemporaryFolder()
    let summary = try run(folder).appendingPathComponent("summary.json").path
    let schema = try incentive("schema", "--summary").output
    let committed = try String(
      contentsOf: repositoryRoot.appendingPathComponent("schema/summary.json"), encoding: .utf8)
    #expect(schema == committed, "run incentive schema --summary > schema/summary.json")
    let script = """
      import json, sys, jsonschema
      schema, value = (json.load(open(path)) for path in sys.argv[1:])
      jsonschema.Draft202012Validator.check_schema(schema)
      found = list(jsonschema.Draft202012Validator(schema).iter_errors(value))
      print("\\n".join(f"{e.json_path}: {e.message[:200]}" for e in found[:5]))
      sys.exit(1 if found else 0)
      """
    let done = try python(["-c", script, "schema/summary.json", summary])
    #expect(done.status == 0, "\(done.output)")
  }

  @Test(.enabled(if: interpreter != nil || isCI, "needs the Python environment of the tests"))
  func `a workbook's formulas give the numbers of the table of metrics`() throws {
    let folder = try TemporaryFolder()
    let place = try run(folder)
    let script = """
      import csv, sys, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      assert book.sheetnames == ["Summary", "Metrics", "Segments", "Daily", "Assumptions"]
      sheet = book["Metrics"]
      assert sheet.freeze_panes == "C2", sheet.freeze_panes
      stored = openpyxl.load_workbook(sys.argv[1], data_only=True)["Metrics"]
      rows = list(csv.DictReader(open(sys.argv[2])))
      assert sheet.max_row == len(rows) + 1
      formulas = 0
      for index, row in enumerate(rows, start=2):
          assert sheet.cell(index, 1).value == row["arm"] and sheet.cell(index, 2).value == row["metric"]
          if str(sheet.cell(index, 5).value or "").startswith("="):
              formulas += 1
              assert sheet.cell(index, 5).value == f"=C{index}-D{index}"
              again = sheet.cell(index, 3).value - sheet.cell(index, 4).value
              assert abs(again - float(row["difference"])) <= 1e-9 * max(1, abs(again)), row
              assert abs(stored.cell(index, 5).value - again) <= 1e-12 * max(1, abs(again)), row
      assert formulas > 20, formulas
      money = book["Summary"]
      last = [r for r in money.iter_rows() if str(r[1].value or "").startswith("=SUM(")]
      assert len(last) == 1, last
      """
    let done = try python([
      "-c", script, place.appendingPathComponent("report.xlsx").path,
      place.appendingPathComponent("metrics.csv").path,
    ])
    #expect(done.status == 0, "\(done.output)")
  }

  @Test(
    .enabled(
      if: isCI || FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium"),
      "needs Chromium, and axe in the Python environment of the tests"),
    arguments: ["en", "zh"])
  func `axe finds nothing serious on the page`(language: String) throws {
    let folder = try TemporaryFolder()
    let page = try run(folder, "--language", language).appendingPathComponent("report.html")
    let done = try python(["Scripts/check-accessibility.py", page.path])
    #expect(done.status == 0, "\(done.output)")
  }

  /// The heaviest pages: six arms with messages, three arms' books, twenty tables of groups.
  @Test(arguments: [
    "fatigue-frequency", "mechanics/M09-points-and-growth", "mechanics/tier-anniversaries",
  ])
  func `a page is at most 300 kB, in Chinese, too`(scenario: String) throws {
    let folder = try TemporaryFolder()
    let page = try run(folder, "--language", "zh", scenario: scenario, members: nil)
    let size = try Data(contentsOf: page.appendingPathComponent("report.html")).count
    #expect(size <= 300_000)
  }

  @Test(
    .enabled(
      if: isCI || FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium"),
      "needs Chromium"), arguments: ["en", "zh"])
  func `in a browser the page's script sorts, reads charts and hides arms, and no other runs`(
    language: String
  ) throws {
    let folder = try TemporaryFolder()
    let page = try run(folder, "--language", language).appendingPathComponent("report.html")
    let done = try python(["Scripts/check-page-script.py", page.path])
    #expect(done.status == 0, "\(done.output)")
  }
}
