import Charts
import Foundation
import Testing

struct ChartStyleTests {
  /// Relative luminance and contrast as WCAG 2.2 defines them.
  private func luminance(_ color: String) throws -> Double {
    let value = try #require(Int(color.dropFirst(), radix: 16))
    let channels = [16, 8, 0].map { shift -> Double in
      let share = Double((value >> shift) & 0xFF) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  private func contrast(_ first: String, _ second: String) throws -> Double {
    let (a, b) = (try luminance(first), try luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func `series stand out 3 to 1 and verdicts 4.5 to 1 on white and on dark pages`() throws {
    for color in ChartStyle.lightSeries { #expect(try contrast(color, "#ffffff") >= 3, "\(color)") }
    for color in ChartStyle.darkSeries { #expect(try contrast(color, "#1e1e1e") >= 3, "\(color)") }
    let (light, dark) = (ChartStyle.lightVerdicts, ChartStyle.darkVerdicts)
    for color in [light.better, light.worse] { #expect(try contrast(color, "#ffffff") >= 4.5) }
    for color in [dark.better, dark.worse] { #expect(try contrast(color, "#1e1e1e") >= 4.5) }
  }

  @Test func `the page's style sheet names every property for both themes`() {
    let sheet = ChartStyle.pageStyleSheet
    for color in ChartStyle.lightSeries + ChartStyle.darkSeries { #expect(sheet.contains(color)) }
    for slot in 1...6 { #expect(sheet.contains("--chart-series-\(slot):")) }
    #expect(sheet.contains("prefers-color-scheme: dark"))
    #expect(sheet.contains("[data-theme=\"dark\"]"))
  }

  @Test func `paper is always light`() throws {
    // Each line that sets a dark color holds for screens only.
    let lines = ChartStyle.pageStyleSheet.split(separator: "\n")
    for (index, line) in lines.enumerated() where line.contains(ChartStyle.darkSeries[0]) {
      #expect(line.contains("@media screen") || lines[index - 1].contains("@media screen"))
    }
  }
}
