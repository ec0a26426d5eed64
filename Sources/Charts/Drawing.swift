/// A chart on its way to SVG: the elements are written one after the other.
protocol Drawing {
  var writer: SVGWriter { get }

  /// Writes all elements, from the drawing's beginning to its end.
  mutating func draw()
}

extension Drawing {
  /// The drawing as one SVG element.
  func svg() -> String {
    var drawing = self
    drawing.draw()
    return drawing.writer.text
  }
}
