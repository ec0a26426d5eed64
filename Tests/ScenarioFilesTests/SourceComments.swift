import Foundation

/// What the comments of a source file say of its declarations.
struct SourceComments {
  let name: String
  let path: String
  private let lines: [String]

  /// Reads a file under Sources.
  init(_ path: String) throws {
    self.path = path
    name = String(path.split(separator: "/").last ?? "")
    let file = repositoryRoot.appendingPathComponent("Sources/\(path)")
    lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// All files of a folder under Sources, by name.
  static func files(in folder: String) throws -> [SourceComments] {
    let place = repositoryRoot.appendingPathComponent("Sources/\(folder)").path
    return try FileManager.default.contentsOfDirectory(atPath: place).sorted().map {
      try SourceComments("\(folder)/\($0)")
    }
  }

  /// The stored properties of a type with their comments; several on a line share one.
  func properties(of type: String) -> [(name: String, comment: String)] {
    declarations(of: "struct \(type)").filter { !$0.line.contains("static") }.compactMap {
      line, comment in
      let words = line.split(separator: " ").map(String.init)
      guard let keyword = words.firstIndex(where: { $0 == "var" || $0 == "let" }) else {
        return nil
      }
      let name = words[keyword + 1].trimmingCharacters(in: CharacterSet(charactersIn: ":,"))
      return line.hasSuffix("}") ? nil : (name, comment)
    }
  }

  /// The cases of an enumeration with their comments.
  func cases(of type: String) -> [(name: String, comment: String)] {
    declarations(of: "enum \(type)").compactMap { line, comment in
      guard line.hasPrefix("case ") else { return nil }
      return (String(line.dropFirst(5).prefix { $0 != "(" }), comment)
    }
  }

  /// Purposes of draws with their numbers and comments.
  func purposes() -> [(number: Int, comment: String)] {
    commented(lines[...]).compactMap { line, comment in
      guard let start = line.range(of: "Purpose(rawValue: ") else { return nil }
      return Int(line[start.upperBound...].prefix { $0.isNumber }).map { ($0, comment) }
    }
  }

  /// The comment that names off switches, without that sentence, and the switches.
  var offSwitchComment: (comment: String, switches: [String])? {
    var block: [String] = []
    for line in lines + [""] {
      if line.hasPrefix("//") {
        block.append(line.drop { $0 == "/" }.trimmingCharacters(in: .whitespaces))
        continue
      }
      let text = block.joined(separator: " ")
      if let mark = text.range(of: "Off switch") {
        let names = text[mark.upperBound...].split(separator: "`").map(String.init)
        let switches = names.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        let comment = text[..<mark.lowerBound].trimmingCharacters(in: .whitespaces)
        return (comment.replacingOccurrences(of: "|", with: "\\|"), switches)
      }
      block = []
    }
    return nil
  }

  /// The declarations inside a type, to the line that closes it, each with its comment.
  private func declarations(of head: String) -> [(line: String, comment: String)] {
    guard
      let start = lines.firstIndex(where: { $0.contains("\(head) ") || $0.contains("\(head):") })
    else { return [] }
    let rest = lines[(start + 1)...]
    // A function or another type ends what is stored.
    let end = rest.firstIndex { $0.contains("init(") || $0.contains("func ") || $0 == "}" }
    return commented(rest[..<(end ?? rest.endIndex)])
  }

  private func commented(_ lines: ArraySlice<String>) -> [(line: String, comment: String)] {
    var comment: [String] = []
    var found: [(String, String)] = []
    for line in lines {
      if line.hasPrefix("///") {
        comment.append(line.drop { $0 == "/" }.trimmingCharacters(in: .whitespaces))
      } else {
        if !comment.isEmpty, !line.isEmpty { found.append((line, comment.joined(separator: " "))) }
        comment = []
      }
    }
    return found
  }
}
