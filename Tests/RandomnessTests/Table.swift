import Foundation

/// The rows of a table beside the tests, split at commas; references.py writes all of them.
func rows(of table: String) throws -> [[String]] {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent(table)
  let text = try String(contentsOf: file, encoding: .utf8)
  return text.split(separator: "\n").map { line in
    line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}

struct MalformedTable: Error {
  var field: String
}

/// A number from a field of a table.
func number<Value: LosslessStringConvertible>(_ field: some StringProtocol) throws -> Value {
  guard let value = Value(String(field)) else { throw MalformedTable(field: String(field)) }
  return value
}
