/// How long files and functions may be.
enum Lengths {
  static let maximumFileLines = 250
  static let maximumFunctionLines = 70
  static let maximumMedianFunctionLines = 10

  /// Files and functions that are too long.
  static func findings(_ file: SourceFile) -> [Finding] {
    var findings: [Finding] = []
    if file.lineCount > maximumFileLines {
      findings.append(
        Finding(
          rule: "file length", path: file.path, line: file.lineCount,
          message: "\(file.lineCount) lines, at most \(maximumFileLines)"))
    }
    for function in Functions.measure(file.tokens) where function.lineCount > maximumFunctionLines {
      findings.append(
        Finding(
          rule: "function length", path: file.path, line: function.line,
          message: "`\(function.name)` has \(function.lineCount) lines, "
            + "at most \(maximumFunctionLines)"))
    }
    return findings
  }
}
