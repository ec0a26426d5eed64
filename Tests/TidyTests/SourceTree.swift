import Foundation

/// One Swift file of the repository, split into tokens.
struct SourceFile {
  /// The path below the repository's root, such as `Sources/Quantities/Money.swift`.
  let path: String
  let lineCount: Int
  let tokens: [Token]
  let comments: [Comment]
  let isBalanced: Bool

  init(path: String, text: String) {
    self.path = path
    let tokenizer = Tokenizer(text)
    tokens = tokenizer.tokens
    comments = tokenizer.comments
    isBalanced = tokenizer.isBalanced
    lineCount = text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
  }

  /// The folder below `Sources` or `Tests`: the name of the target.
  var target: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  var isTest: Bool { path.hasPrefix("Tests/") }
}

/// A broken rule, and where.
struct Finding: Hashable, CustomStringConvertible {
  var rule: String
  var path: String
  var line: Int
  var message: String

  var description: String { "\(path):\(line): \(message) [\(rule)]" }
}

/// The Swift files under `Sources` and `Tests`, in a fixed order.
enum SourceTree {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let files: [SourceFile] = read()

  static var sources: [SourceFile] { files.filter { !$0.isTest } }

  private static func read() -> [SourceFile] {
    var files: [SourceFile] = []
    for folder in ["Sources", "Tests"] {
      let paths = FileManager.default.subpaths(atPath: "\(root.path)/\(folder)") ?? []
      for path in paths.sorted() where path.hasSuffix(".swift") {
        let file = "\(folder)/\(path)"
        let data = FileManager.default.contents(atPath: "\(root.path)/\(file)") ?? Data()
        files.append(SourceFile(path: file, text: String(decoding: data, as: UTF8.self)))
      }
    }
    return files
  }
}
