internal import ArgumentParser
internal import Foundation

/// Paths that a command writes to.
enum OutputPaths {
  /// Refuses outputs that would overwrite an input, or each other.
  static func require(_ outputs: [String?], apartFrom inputs: [String]) throws {
    var seen = inputs.map(resolved)
    for output in outputs.compactMap(\.self) {
      let path = resolved(output)
      guard !seen.contains(path) else {
        throw ValidationError("\(output) is named twice, and would be overwritten")
      }
      seen.append(path)
    }
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
