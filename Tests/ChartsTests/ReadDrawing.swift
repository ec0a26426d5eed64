import Foundation
import Testing

@testable import Charts

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Reads a drawing as XML and keeps what the tests ask about.
final class ReadDrawing: NSObject, XMLParserDelegate {
  /// An element with the text directly in it.
  struct Element {
    let name: String
    let attributes: [String: String]
    /// The classes of the element and of those around it.
    let styles: [Substring]
    var text = ""
  }

  /// All elements, as they begin.
  private(set) var elements: [Element] = []
  private var open: [Int] = []

  /// Reads a drawing; throws where it is not XML.
  static func read(_ svg: String) throws -> ReadDrawing {
    let drawing = ReadDrawing()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = drawing
    guard parser.parse() else { throw NotXML(line: parser.lineNumber) }
    return drawing
  }

  /// The attributes of the drawing itself.
  var root: [String: String] { elements.first?.attributes ?? [:] }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let outer = open.last.map { elements[$0].styles } ?? []
    open.append(elements.count)
    elements.append(
      Element(
        name: name, attributes: attributes,
        styles: outer + (attributes["class"] ?? "").split(separator: " ")))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if let last = open.last { elements[last].text += string }
  }

  struct NotXML: Error {
    let line: Int
  }
}

extension ReadDrawing {
  /// A text and the box around it, by estimated widths.
  struct Box: CustomStringConvertible {
    let text: String
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    var description: String { "\(text) (\(left)–\(right), \(top)–\(bottom))" }

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  var boxes: [Box] {
    elements.filter { $0.name == "text" }.map { element in
      let styles = element.styles
      let size = styles.contains("note") ? ChartStyle.smallFontSize : ChartStyle.fontSize
      // An estimate of strong text is wide enough without its allowance.
      let width = TextMetrics.width(element.text, fontSize: size)
      let x = Double(element.attributes["x"] ?? "") ?? .nan
      let y = Double(element.attributes["y"] ?? "") ?? .nan
      let left = styles.contains("end") ? x - width : styles.contains("middle") ? x - width / 2 : x
      return Box(
        text: element.text, left: left, right: left + width, top: y - 0.75 * size,
        bottom: y + 0.2 * size)
    }
  }

  /// Texts that leave the drawing, and pairs of texts that overlap.
  var crowding: [String] {
    let (width, height) = (Double(root["width"] ?? "") ?? 0, Double(root["height"] ?? "") ?? 0)
    let boxes = boxes
    let cut = boxes.filter { box in
      box.left < -0.5 || box.right > width + 0.5 || box.top < 0 || box.bottom > height
    }.map { "cut: \($0)" }
    let overlaps = boxes.indices.flatMap { first in
      boxes.indices.dropFirst(first + 1).filter { boxes[first].overlaps(boxes[$0]) }
        .map { "overlap: \(boxes[first]) and \(boxes[$0])" }
    }
    return cut + overlaps
  }
}
