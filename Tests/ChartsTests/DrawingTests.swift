import Charts
import Testing

struct DrawingTests {
  @Test(arguments: ExampleCharts.all.map(\.svg))
  func `a drawing is well-formed, has a name and a description, and needs nothing else`(
    svg: String
  ) throws {
    let drawing = try ReadDrawing.read(svg)
    let id = try #require(drawing.root["id"])
    #expect(drawing.root["role"] == "img")
    #expect(drawing.root["aria-labelledby"] == "\(id)-title")
    #expect(drawing.root["aria-describedby"] == "\(id)-description")
    let identifiers = drawing.elements.compactMap { $0.attributes["id"] }
    #expect(identifiers == [id, "\(id)-title", "\(id)-description"])
    #expect(drawing.elements.allSatisfy { $0.name != "script" && $0.name != "image" })
    let links = ["href", "src", "xlink:href"]
    #expect(
      drawing.elements.allSatisfy { element in links.allSatisfy { element.attributes[$0] == nil } })
    #expect(!svg.contains("url(") && !svg.contains("@import"))
    #expect(!svg.contains("nan") && !svg.contains("inf\""))
  }

  @Test(arguments: ExampleCharts.all.map(\.svg))
  func `no text overlaps another or leaves the drawing`(svg: String) throws {
    #expect(try ReadDrawing.read(svg).crowding == [])
  }

  @Test func `markup in labels is escaped and comes back as it was written`() throws {
    var plot = ExampleCharts.forest
    plot.title = "<script>alert('1')</script> & \"more\""
    plot.rows[0].label = "a < b & c\u{0}\u{1B}"
    let drawing = try ReadDrawing.read(plot.svg())
    #expect(drawing.elements.contains { $0.name == "title" && $0.text == plot.title })
    #expect(drawing.elements.contains { $0.name == "text" && $0.text == "a < b & c" })
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
    _ = try ReadDrawing.read(plot.svg())
    for lines in series {
      chart.series = lines
      _ = try ReadDrawing.read(chart.svg())
      #expect(chart.start == start)
    }
  }

  @Test func `the names of six lines that end together do not overlap`() throws {
    var chart = ExampleCharts.lines
    chart.series = (1...6).map { .init(name: "arm \($0)", values: [0, 100, 1_000]) }
    let pattern = /<text class="label of-\d" x="[\d.]+" y="([\d.]+)">arm \d<\/text>/
    let heights = chart.svg().matches(of: pattern).compactMap { Double($0.1) }.sorted()
    #expect(heights.count == 6)
    for (above, below) in zip(heights, heights.dropFirst()) { #expect(below - above >= 18) }
  }
}
