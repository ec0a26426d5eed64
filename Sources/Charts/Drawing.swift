/// Where a drawing stands.
public enum ChartPlace: Sendable {
  /// In a file of its own, with its own style sheet.
  case file
  /// In a page that has ``ChartStyle/pageStyleSheet``: only shapes and text, and lighter for it.
  case page
}

/// A chart on its way to SVG: the elements are written one after the other.
protocol Drawing {
  /// The class of such drawings in a page.
  static var kind: String { get }
  /// What drawings of this kind add to the style that all share.
  static var rules: [String] { get }

  var writer: SVGWriter { get set }

  /// Writes all elements, from the drawing's beginning to its end.
  mutating func draw()
}

extension Drawing {
  /// The drawing as one SVG element.
  func svg(_ place: ChartPlace) -> String {
    var drawing = self
    drawing.writer = SVGWriter(place)
    drawing.draw()
    return drawing.writer.text
  }
}
