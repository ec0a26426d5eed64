import Foundation

/// What a reader sees of a page, and the numbers and Latin words in it.
enum PageText {
  /// The drawings of a page.
  static func drawings(_ html: String) -> [String] {
    html.components(separatedBy: "<svg ").dropFirst().map {
      "<svg " + ($0.components(separatedBy: "</svg>").first ?? "")
    }
  }

  /// The body without its drawings, whose numbers are coordinates.
  static func body(_ html: String) -> String {
    let body = html.components(separatedBy: "<body>").last ?? ""
    let parts = body.components(separatedBy: "<svg ").enumerated().map { index, part in
      index == 0 ? part : part.components(separatedBy: "</svg>").dropFirst().joined()
    }
    return plain(parts.joined(separator: " "))
  }

  /// Text without tags and style sheets, every entity as its character.
  static func plain(_ markup: String) -> String {
    var bytes: [UInt8] = []
    var isTag = false
    for byte in markup.components(separatedBy: "<style").enumerated().map({ index, part in
      index == 0 ? part : part.components(separatedBy: "</style>").last ?? ""
    }).joined().utf8 {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { bytes.append(byte) }
      if byte == UInt8(ascii: ">") {
        isTag = false
        bytes.append(UInt8(ascii: " "))
      }
    }
    let entities = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ]
    return entities.reduce(String(decoding: bytes, as: UTF8.self)) {
      $0.replacingOccurrences(of: $1.0, with: $1.1)
    }
  }

  /// The text with every name taken out, longer ones first.
  static func without(_ names: [String], _ text: String) -> String {
    Set(names).sorted { ($0.count, $0) > ($1.count, $1) }.reduce(text) { text, name in
      text.contains(name) ? text.replacingOccurrences(of: name, with: " ") : text
    }
  }

  /// All numbers, sorted: digits with the marks between them.
  static func numbers(_ text: String) -> [String] {
    runs(text, of: { (48...57).contains($0) }, joinedBy: [44, 46]).sorted()
  }

  /// All words of two Latin letters or more, each once, sorted.
  static func latinWords(_ text: String) -> [String] {
    Set(runs(text, of: { (65...90).contains($0 & 0xDF) }, joinedBy: []).filter { $0.count > 1 })
      .sorted()
  }

  /// The longest stretches of bytes, with a mark where another byte of them follows.
  private static func runs(
    _ text: String, of belongs: (UInt8) -> Bool, joinedBy marks: [UInt8]
  ) -> [String] {
    let bytes = Array(text.utf8)
    var found: [String] = []
    var run: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if belongs(byte) || (!run.isEmpty && marks.contains(byte) && belongs(next)) {
        run.append(byte)
      } else if !run.isEmpty {
        found.append(String(decoding: run, as: UTF8.self))
        run = []
      }
    }
    return run.isEmpty ? found : found + [String(decoding: run, as: UTF8.self)]
  }
}
