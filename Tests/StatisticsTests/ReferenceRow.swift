import Foundation
import Statistics
import Testing

/// One row of references.csv, which references.py writes.
struct ReferenceRow: CustomTestStringConvertible {
  let fields: [String]

  var testDescription: String { fields.first ?? "" }

  /// The rows of one kind; an empty list makes the tests that ask for it run never, so it is refused.
  static func all(_ kind: String) throws -> [ReferenceRow] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("references.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let found = rows.filter { $0[0] == kind }.map { ReferenceRow(fields: Array($0.dropFirst())) }
    guard !found.isEmpty else { throw MissingReference(what: kind) }
    return found
  }

  /// The numbers of a field, which blanks separate.
  func numbers(_ field: Int) throws -> [Double] {
    try fields[field].split(separator: " ").map {
      guard let number = Double($0) else { throw MissingReference(what: String($0)) }
      return number
    }
  }

  /// The only number of a field.
  func number(_ field: Int) throws -> Double {
    let numbers = try numbers(field)
    guard numbers.count == 1 else { throw MissingReference(what: fields[field]) }
    return numbers[0]
  }

  /// The whole numbers of a field.
  func integers(_ field: Int) throws -> [Int] { try numbers(field).map { Int($0) } }

  /// Effects in one field, their errors in the next.
  func effects(_ field: Int) throws -> [SegmentEffect] {
    zip(try numbers(field), try numbers(field + 1)).map {
      SegmentEffect(value: $0, standardError: $1)
    }
  }
}

/// A row or number that references.csv does not have.
struct MissingReference: Error {
  let what: String
}
