/// Writes SVG text: escapes what it is given, one element a line.
struct SVGWriter {
  private(set) var text = ""
  private var open: [String] = []

  /// An element without content.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    line("<\(name)\(SVGWriter.list(attributes))/>")
  }

  /// An element that holds text.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text content: String
  ) {
    line("<\(name)\(SVGWriter.list(attributes))>\(SVGWriter.escaped(content))</\(name)>")
  }

  /// An element that holds its own `<title>`, or nothing.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, title: String?
  ) {
    guard let title else { return element(name, attributes) }
    let start = "<\(name)\(SVGWriter.list(attributes))>"
    line("\(start)<title>\(SVGWriter.escaped(title))</title></\(name)>")
  }

  /// Opens an element, to be closed by `end`.
  mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    line("<\(name)\(SVGWriter.list(attributes))>")
    open.append(name)
  }

  /// Closes the element opened last.
  mutating func end() {
    precondition(!open.isEmpty, "every end closes a begin")
    let name = open.removeLast()
    line("</\(name)>")
  }

  private mutating func line(_ content: String) {
    text += String(repeating: " ", count: open.count) + content + "\n"
  }

  private static func list(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
  }

  /// The text with the five characters of markup replaced and other control characters dropped.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result += " "
      default: if isAllowed(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// XML 1.0, production 2: control characters and two noncharacters may not stand in a document.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
  }
}

extension SVGWriter {
  /// A straight line.
  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String
  ) {
    let number = ChartNumber.coordinate
    element(
      "line",
      ["class": style, "x1": number(x1), "y1": number(y1), "x2": number(x2), "y2": number(y2)])
  }

  /// Text on a baseline; nothing when it is empty.
  mutating func text(_ content: String, x: Double, y: Double, _ style: String) {
    guard !content.isEmpty else { return }
    let number = ChartNumber.coordinate
    element("text", ["class": style, "x": number(x), "y": number(y)], text: content)
  }

  /// Opens the drawing with its accessible name and description; `end` closes it.
  ///
  /// `series` is how many series' colors the drawing uses, `rules` what its kind adds to the style.
  mutating func beginDrawing(
    id: String, title: String, summary: String, width: Double, height: Double,
    series: Int = 0, rules: [String] = []
  ) {
    precondition(SVGWriter.isIdentifier(id), "a chart's id is letters, digits, - and _")
    let size = (ChartNumber.coordinate(width), ChartNumber.coordinate(height))
    begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "id": id, "role": "img",
        "aria-labelledby": "\(id)-title", "aria-describedby": "\(id)-description",
        "viewBox": "0 0 \(size.0) \(size.1)", "width": size.0, "height": size.1,
      ])
    element("title", ["id": "\(id)-title"], text: title)
    element("desc", ["id": "\(id)-description"], text: summary)
    element("style", text: ChartStyle.rules(id: id, series: series, adding: rules))
  }

  private static func isIdentifier(_ id: String) -> Bool {
    let scalars = id.unicodeScalars
    let isLetter = { (scalar: Unicode.Scalar) in
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
    guard let first = scalars.first, isLetter(first) else { return false }
    return scalars.allSatisfy {
      isLetter($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
    }
  }
}
