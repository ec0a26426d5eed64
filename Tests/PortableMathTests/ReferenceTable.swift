import Foundation

/// One row of references.csv: an exact argument and the correctly rounded result.
struct Reference: CustomStringConvertible {
  var function: String
  var x: Double
  var y: Double
  var expected: Double

  var description: String { "\(function)(\(x), \(y)) = \(expected)" }

  /// Reads the rows of one function from the table that references.py wrote with mpmath.
  static func rows(of function: String) throws -> [Reference] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("references.csv")
    let table = try String(contentsOf: file, encoding: .utf8)
    return try table.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields[0] == function else { return nil }
      return Reference(
        function: function,
        x: try double(fields[1]),
        y: fields[2].isEmpty ? 0 : try double(fields[2]),
        expected: try double(fields[3]))
    }
  }

  private static func double(_ digits: Substring) throws -> Double {
    guard let bits = UInt64(digits, radix: 16) else { throw MalformedTable(field: String(digits)) }
    return Double(bitPattern: bits)
  }
}

struct MalformedTable: Error {
  var field: String
}

/// How many doubles `actual` lies from `expected`; nil when only one is NaN, or zeros differ in sign.
func distanceInDoubles(_ actual: Double, _ expected: Double) -> UInt64? {
  if actual.isNaN || expected.isNaN { return actual.isNaN && expected.isNaN ? 0 : nil }
  if actual.sign != expected.sign { return nil }
  let (a, b) = (actual.magnitude.bitPattern, expected.magnitude.bitPattern)
  return a > b ? a - b : b - a
}
