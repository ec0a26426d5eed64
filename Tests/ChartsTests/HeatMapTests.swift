import Foundation
import Testing

@testable import Charts

struct HeatMapTests {
  static let map = HeatMap(
    id: "heat", title: "Change", summary: "One wins.", rowLabel: "R", columnLabel: "C",
    rows: ["r", "s"], columns: ["a", "b"], values: [[2, -1], [0, nil]],
    scale: .diverging(higherIsBetter: true))

  // The row's header, 0.84 em of 11.5 px, and 12 px make 21.66; two cells have room for 104 px each,
  // less a gap of 2; below 30 px and one line of headers rows are 30 high.
  @Test func `cells stand side by side, shaded in quarters of the greatest distance from zero`() {
    let svg = Self.map.svg()
    #expect(
      svg.contains(
        #"<rect class="cell shade-4 better" x="21.66" y="44" width="102" height="28"/>"#))
    #expect(
      svg.contains(
        #"<rect class="cell shade-2 worse below" x="125.66" y="44" width="102" height="28"/>"#))
    #expect(svg.contains(#"<text class="middle" x="72.66" y="62.5">+2.0</text>"#))
  }

  @Test(
    arguments: [
      (
        HeatMap.Scale.diverging(higherIsBetter: nil), [-4, -3.1, -1, -0.5, 0, 1, 1.1, 4],
        [-4, -4, -1, -1, 0, 1, 2, 4]
      ),
      (.sequential, [10, 11.9, 12, 15.9, 16, 20], [0, 0, 1, 2, 3, 4]),
      (.sequential, [7, 7], [0, 0]), (.diverging(higherIsBetter: true), [0, 0], [0, 0]),
    ] as [(HeatMap.Scale, [Double], [Int])])
  func `the shade follows the scale`(row: (scale: HeatMap.Scale, values: [Double], levels: [Int])) {
    var map = Self.map
    map.scale = row.scale
    map.values = [row.values]
    let shades = HeatMap.Shades(map)
    #expect(row.values.map(shades.level) == row.levels)
  }

  @Test func `where lower is better the sides change their colors`() {
    var map = Self.map
    map.scale = .diverging(higherIsBetter: false)
    #expect(map.svg().contains("cell shade-4 worse"))
    #expect(map.svg().contains("cell shade-2 better below"))
    map.scale = .diverging(higherIsBetter: nil)
    #expect(map.svg().contains("cell shade-2 series-2 below"))
  }

  @Test func `the table has every cell, a dash where there is no value`() {
    let table = Self.map.table()
    #expect(table.headers == ["R", "a", "b"])
    #expect(table.rows == [["r", "+2.0", "−1.0"], ["s", "0.0", "–"]])
  }

  /// Text on the darkest shade: ink of the page over 43% of a color over the page (WCAG 2.2, 1.4.3).
  @Test func `text on the darkest shade keeps a contrast of 4.5 to 1`() throws {
    let light =
      [ChartStyle.lightVerdicts.better, ChartStyle.lightVerdicts.worse]
      + ChartStyle.lightSeries.prefix(2)
    let dark =
      [ChartStyle.darkVerdicts.better, ChartStyle.darkVerdicts.worse]
      + ChartStyle.darkSeries.prefix(2)
    for color in light { #expect(try contrast("#1d2229", over: color, on: "#ffffff") >= 4.5) }
    for color in dark { #expect(try contrast("#e4e7eb", over: color, on: "#14171c") >= 4.5) }
    #expect(Self.map.svg().contains(".shade-4{fill-opacity:.43}"))
  }

  private func contrast(_ ink: String, over color: String, on page: String) throws -> Double {
    let shade = zip(try channels(color), try channels(page)).map { 0.43 * $0 + 0.57 * $1 }
    let (a, b) = (luminance(try channels(ink)), luminance(shade))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private func channels(_ color: String) throws -> [Double] {
    let value = try #require(Int(color.dropFirst(), radix: 16))
    return [16, 8, 0].map { Double((value >> $0) & 0xFF) / 255 }
  }

  private func luminance(_ channels: [Double]) -> Double {
    let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
