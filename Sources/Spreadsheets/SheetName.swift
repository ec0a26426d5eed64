/// Names of sheets as spreadsheets take them.
public enum SheetName {
  /// The names made safe, in their order: what the sheets are called in the file, and in formulas.
  ///
  /// At most 31 UTF-16 units; none of `[ ] : * ? / \` and no control characters, which become spaces;
  /// no apostrophe at an end; never empty, never `History` (reserved); no two alike but for case, the
  /// later ones being numbered. Source of the rules: Excel's own help on worksheet names.
  public static func safe(_ names: [String]) -> [String] {
    var taken: [String] = []
    for name in names {
      let base = safe(name)
      var candidate = base
      var number = 2
      while taken.contains(where: { $0.lowercased() == candidate.lowercased() }) {
        let suffix = " (\(number))"
        candidate = cut(base, to: longest - suffix.utf16.count) + suffix
        number += 1
      }
      taken.append(candidate)
    }
    return taken
  }

  private static let longest = 31
  private static let forbidden: [Character] = ["[", "]", ":", "*", "?", "/", "\\", "\u{FFFD}"]

  private static func safe(_ name: String) -> String {
    let spaced = String(
      CellText.clean(name).map { forbidden.contains($0) || $0.isNewline || $0 == "\t" ? " " : $0 })
    let words = spaced.split(separator: " ").joined(separator: " ")
    let bare = trimmed(cut(words, to: longest))
    if bare.isEmpty { return "Sheet" }
    return bare.lowercased() == "history" ? "History of it" : bare
  }

  private static func trimmed(_ name: String) -> String {
    func isEdge(_ character: Character) -> Bool { character == " " || character == "'" }
    return String(name.drop(while: isEdge).reversed().drop(while: isEdge).reversed())
  }

  /// The first characters that fit, none of them cut through.
  private static func cut(_ name: String, to units: Int) -> String {
    var (kept, used) = ("", 0)
    for character in name {
      used += character.utf16.count
      guard used <= units else { break }
      kept.append(character)
    }
    return kept
  }
}
