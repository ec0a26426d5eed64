/// Writes SVG text: escapes what it is given, one element a line.
struct SVGWriter {
  private(set) var text = ""
  private var open: [String] = []
  private let place: ChartPlace

  init(_ place: ChartPlace = .file) { self.place = place }

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

  /// The text of a mark whose numbers the drawing has as text: only a file repeats them.
  func repeated(_ title: String) -> String? { place == .file ? title : nil }

  /// Opens an element, to be closed by `end`.
  mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    begin(name, attributes.map { ($0.key, $0.value) })
  }

  private mutating func begin(_ name: String, _ attributes: [(String, String)]) {
    line("<\(name)\(attributes.map { " \($0.0)=\"\(SVGWriter.escaped($0.1))\"" }.joined())>")
    open.append(name)
  }

  /// Closes the element opened last.
  mutating func end() {
    precondition(!open.isEmpty, "every end closes a begin")
    let name = open.removeLast()
    line("</\(name)>")
  }

  private mutating func line(_ content: String) {
    let indent = place == .file ? String(repeating: " ", count: open.count) : ""
    text += indent + content + "\n"
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

  /// Texts of one style, each with its place.
  mutating func texts(_ style: String, _ texts: [(content: String, x: Double, y: Double)]) {
    let number = ChartNumber.coordinate
    begin("g", ["class": style])
    for text in texts where !text.content.isEmpty {
      element("text", ["x": number(text.x), "y": number(text.y)], text: text.content)
    }
    end()
  }

  /// Straight lines of one style as one path, each level or upright.
  mutating func lines(_ style: String, _ lines: [(x1: Double, y1: Double, x2: Double, y2: Double)])
  {
    guard !lines.isEmpty else { return }
    let number = ChartNumber.coordinate
    let path = lines.map { line in
      "M\(number(line.x1)) \(number(line.y1))"
        + (line.y1 == line.y2 ? "H\(number(line.x2))" : "V\(number(line.y2))")
    }
    element("path", ["class": style, "d": path.joined()])
  }

  /// Opens the drawing with its accessible name and description; `end` closes it.
  ///
  /// `series` is how many series' colors the drawing uses. `plot` says to a page's script from where
  /// to where the table's rows stand, how many of its columns each series has, and the series' looks.
  mutating func beginDrawing(
    id: String, title: String, summary: String, width: Double, height: Double,
    series: Int = 0, kind: any Drawing.Type, plot: [Double] = [], looks: [Int] = []
  ) {
    precondition(SVGWriter.isIdentifier(id), "a chart's id is letters, digits, - and _")
    let size = (ChartNumber.coordinate(width), ChartNumber.coordinate(height))
    let named = [("xmlns", "http://www.w3.org/2000/svg"), ("id", id), ("role", "img")]
    let sized = [
      ("viewBox", "0 0 \(size.0) \(size.1)"), ("width", size.0), ("height", size.1),
    ]
    guard place == .file else {
      let numbers = plot.map(ChartNumber.coordinate).joined(separator: " ")
      let slots = looks.map { "\(ChartStyle.slot($0))" }.joined(separator: " ")
      let told = [("data-plot", numbers), ("data-looks", slots)].filter { !$0.1.isEmpty }
      begin("svg", named + sized + [("class", "chart \(kind.kind)")] + told)
      // Browsers take both as name and description; programs that show files may need it said.
      element("title", text: title)
      element("desc", text: summary)
      return
    }
    let described = [
      ("aria-labelledby", "\(id)-title"), ("aria-describedby", "\(id)-description"),
    ]
    begin("svg", named + described + sized)
    element("title", ["id": "\(id)-title"], text: title)
    element("desc", ["id": "\(id)-description"], text: summary)
    let rules =
      ChartStyle.rules(scope: "#\(id)", series: series) + kind.rules.map { "#\(id) \($0)" }
    element("style", text: rules.joined())
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
