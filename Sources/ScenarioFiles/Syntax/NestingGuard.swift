/// Looks at the raw text for nesting and aliases that would cost too much to compose.
///
/// It sees no strings and no tags, so it may be wrong about odd texts; it is only there to refuse
/// what no planner writes.
enum NestingGuard {
  /// Where more brackets are open than the limit allows, if anywhere.
  static func firstTooDeep(_ source: SourceText, limit: Int) -> Place? {
    var depth = 0
    for (index, line) in source.lines.enumerated() {
      var isAfterSpace = true
      var dashes = 0
      for (offset, scalar) in line.unicodeScalars.enumerated() {
        if scalar == "#", isAfterSpace { break }
        switch scalar {
        case "[", "{": depth += 1
        case "]", "}": depth = max(0, depth - 1)
        case "-", "?", ":": dashes += isAfterSpace ? 1 : 0
        default: break
        }
        if depth > limit || dashes > limit { return Place(line: index + 1, column: offset + 1) }
        isAfterSpace = scalar == " " || scalar == "\t"
      }
    }
    return nil
  }

  /// Where the text has its first alias, if it has more than the limit.
  static func tooManyAliases(_ source: SourceText, limit: Int) -> Place? {
    var first: Place?
    var count = 0
    for (index, line) in source.lines.enumerated() {
      var previous: Unicode.Scalar = " "
      var isStar = false
      for (offset, scalar) in line.unicodeScalars.enumerated() {
        if isStar, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          count += 1
          first = first ?? Place(line: index + 1, column: offset)
        }
        isStar = scalar == "*" && " \t[{,:-?".unicodeScalars.contains(previous)
        previous = scalar
      }
    }
    return count > limit ? first : nil
  }
}
