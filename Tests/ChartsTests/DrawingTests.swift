import Charts
import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Reads a drawing as XML and keeps what the tests ask about.
private final class Drawing: NSObject, XMLParserDelegate {
  var root: [String: String] = [:]
  var identifiers: [String] = []
  var referencesOutside = false
  var texts: [(element: String, text: String)] = []
  private var path: [String] = []
  private var isInText = false

  static func read(_ svg: String) throws -> Drawing {
    let drawing = Drawing()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = drawing
    guard parser.parse() else { throw NotXML(line: parser.lineNumber) }
    return drawing
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if path.isEmpty { root = attributes }
    path.append(name)
    texts.append((name, ""))
    isInText = true
    if let id = attributes["id"] { identifiers.append(id) }
    let links = ["href", "src", "xlink:href"].filter { attributes[$0] != nil }
    if name == "script" || name == "image" || !links.isEmpty { referencesOutside = true }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
    isInText = false
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isInText { texts[texts.count - 1].text += string }
  }

  struct NotXML: Error {
    let line: Int
  }
}

struct DrawingTests {
  static let drawings = [
    ExampleCharts.forest.svg(), ExampleCharts.chineseForest.svg(), ExampleCharts.lines.svg(),
    ExampleCharts.money.svg(),
  ]

  @Test(arguments: drawings)
  func `a drawing is well-formed, has a name and a description, and needs nothing else`(
    svg: String
  ) throws {
    let drawing = try Drawing.read(svg)
    let id = try #require(drawing.root["id"])
    #expect(drawing.root["role"] == "img")
    #expect(drawing.root["aria-labelledby"] == "\(id)-title")
    #expect(drawing.root["aria-describedby"] == "\(id)-description")
    #expect(drawing.identifiers == [id, "\(id)-title", "\(id)-description"])
    #expect(!drawing.referencesOutside)
    #expect(!svg.contains("url(") && !svg.contains("@import"))
    #expect(!svg.contains("nan") && !svg.contains("inf\""))
  }

  @Test func `markup in labels is escaped and comes back as it was written`() throws {
    var plot = ExampleCharts.forest
    plot.title = "<script>alert('1')</script> & \"more\""
    plot.rows[0].label = "a < b & c\u{0}\u{1B}"
    let drawing = try Drawing.read(plot.svg())
    #expect(drawing.texts.contains { $0.element == "title" && $0.text == plot.title })
    #expect(drawing.texts.contains { $0.element == "text" && $0.text == "a < b & c" })
    #expect(!plot.svg().contains("<script"))
  }

  @Test func `charts without rows, values or spread are still drawings`() throws {
    var plot = ExampleCharts.forest
    plot.rows = []
    var chart = ExampleCharts.lines
    let start = chart.start
    let series: [[LineChart.Series]] = [
      [], [.init(name: "none", values: [])], [.init(name: "nil", values: [nil, nil])],
      [.init(name: "one", values: [5])], [.init(name: "zero", values: [0, 0])],
      [.init(name: "minus", values: [-3, -3])],
    ]
    _ = try Drawing.read(plot.svg())
    for lines in series {
      chart.series = lines
      _ = try Drawing.read(chart.svg())
      #expect(chart.start == start)
    }
  }

  @Test func `the names of six lines that end together do not overlap`() throws {
    var chart = ExampleCharts.lines
    chart.series = (1...6).map { .init(name: "arm \($0)", values: [0, 100, 1_000]) }
    let pattern = /<text class="label" x="[\d.]+" y="([\d.]+)">arm \d<\/text>/
    let heights = chart.svg().matches(of: pattern).compactMap { Double($0.1) }.sorted()
    #expect(heights.count == 6)
    for (above, below) in zip(heights, heights.dropFirst()) { #expect(below - above >= 18) }
  }
}
