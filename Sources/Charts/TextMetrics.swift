/// Estimates of how wide text will be drawn, since no font is at hand.
///
/// assumption: widths in em of common sans-serif fonts, rounded up, so that text never overlaps.
enum TextMetrics {
  /// How much wider strong text is.
  static let strong = 1.14

  /// The width of the text in pixels.
  static func width(_ text: String, fontSize: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + emWidth($1) } * fontSize
  }

  /// The width of the widest text in pixels; 0 where there is none.
  static func widest(_ texts: [String], _ fontSize: Double) -> Double {
    texts.map { width($0, fontSize: fontSize) }.max() ?? 0
  }

  /// The text in at most `lines` lines of a width; what does not fit ends in an ellipsis.
  static func wrapped(
    _ text: String, width limit: Double, fontSize: Double, lines: Int
  ) -> [String] {
    var result: [String] = []
    var line = ""
    for piece in pieces(of: text) {
      if !line.isEmpty, width(line + piece, fontSize: fontSize) > limit {
        result.append(trimmed(line))
        line = ""
      }
      line += piece
    }
    result.append(trimmed(line))
    guard result.count > lines else {
      return result.map { shortened($0, width: limit, fontSize: fontSize) }
    }
    let rest = result[(lines - 1)...].joined(separator: " ")
    return result[..<(lines - 1)].map { shortened($0, width: limit, fontSize: fontSize) }
      + [shortened(rest, width: limit, fontSize: fontSize)]
  }

  /// The text, cut with an ellipsis where it is too wide.
  static func shortened(_ text: String, width limit: Double, fontSize: Double) -> String {
    guard width(text, fontSize: fontSize) > limit else { return text }
    var cut = text
    while !cut.isEmpty, width(cut + "…", fontSize: fontSize) > limit { cut.removeLast() }
    return trimmed(cut) + "…"
  }

  /// Pieces that may stand on lines of their own: words with their space, ideographs alone.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    for character in text {
      word.append(character)
      let isIdeograph = character.unicodeScalars.contains { $0.value >= 0x2E80 }
      guard character == " " || isIdeograph else { continue }
      pieces.append(word)
      word = ""
    }
    return word.isEmpty ? pieces : pieces + [word]
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private static func emWidth(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "|", "!", "'", ".", ",", ":", ";": 0.32
    case " ", "f", "t", "r", "(", ")", "[", "]", "-", "/": 0.4
    case "m", "w", "M", "W", "%", "@", "…", "—": 1
    case "A"..."Z", "−", "+", "←", "→": 0.84
    default: scalar.value >= 0x2E80 ? 1.05 : 0.64
    }
  }
}
