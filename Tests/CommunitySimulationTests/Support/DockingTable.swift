import Foundation

/// docking.csv, which references.py writes.
struct DockingTable {
  private let rows: [[String]]

  init() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docking.csv")
    rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      line.split(separator: ",").map(String.init)
    }
  }

  /// The numbers of one row.
  func numbers(_ kind: String, _ model: String, weeks: Int) throws -> [Double] {
    guard
      let row = rows.first(where: { $0[0] == kind && $0[1] == model && $0[2] == String(weeks) })
    else { throw MissingRow(kind: kind, model: model, weeks: weeks) }
    return row[3...].compactMap(Double.init)
  }
}

struct MissingRow: Error {
  var kind: String
  var model: String
  var weeks: Int
}
