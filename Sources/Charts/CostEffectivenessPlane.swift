/// What a scheme gains against what it costs, a dot a replication or community.
///
/// Four quadrants around no change, the line on which the margin gained equals the cost, the share of
/// dots in each part as text, mean and median marked by shape.
public struct CostEffectivenessPlane: Equatable, Sendable {
  /// One paired difference from control.
  public struct Dot: Equatable, Sendable {
    /// The change of cost, along the horizontal axis.
    public var cost: Double
    /// The change of margin, along the vertical axis.
    public var margin: Double

    /// Makes a dot; finite values only.
    public init(cost: Double, margin: Double) {
      self.cost = cost
      self.margin = margin
    }
  }

  /// The id of the drawing, unique in its page: letters, digits, hyphens and underscores.
  public var id: String
  /// The accessible name, and the caption of the table.
  public var title: String
  /// The accessible description: what a reader should take from the drawing.
  public var summary: String
  /// What the horizontal axis measures: the change of cost.
  public var costLabel: String
  /// What the vertical axis measures: the change of margin.
  public var marginLabel: String
  /// What stands around the numbers of both axes.
  public var unit: ChartUnit
  /// The decimals of mean and median.
  public var decimals: Int
  /// The dots, in any order that does not depend on their values.
  public var dots: [Dot]
  /// The words the chart adds.
  public var words: ChartWords

  /// How many dots are drawn at most; more are thinned evenly by their order.
  ///
  /// assumption: 400 show the cloud's shape and take 5 kB.
  public static let mostDrawn = 400

  /// Makes a plane.
  public init(
    id: String, title: String, summary: String, costLabel: String, marginLabel: String,
    unit: ChartUnit = .none, decimals: Int = 1, dots: [Dot], words: ChartWords = .english
  ) {
    precondition(
      dots.allSatisfy { $0.cost.isFinite && $0.margin.isFinite }, "a chart shows finite numbers")
    self.id = id
    self.title = title
    self.summary = summary
    self.costLabel = costLabel
    self.marginLabel = marginLabel
    self.unit = unit
    self.decimals = decimals
    self.dots = dots
    self.words = words
  }

  /// The drawing as one SVG element, for a file of its own or for a page.
  public func svg(_ place: ChartPlace = .file) -> String { PlaneDrawing(self).svg(place) }

  /// The shares of all dots, and their mean and median, as text.
  public func table() -> ChartTable {
    let shares = parts.map { [$0.text(words), shareText($0.count)] }
    let centers = [(words.mean, mean), (words.median, median)].flatMap { name, dot in
      [(costLabel, dot?.cost), (marginLabel, dot?.margin)].map { label, value in
        [name + words.separator + label, value.map(text) ?? words.undefined]
      }
    }
    return ChartTable(
      caption: title, headers: [words.measure, words.estimate], rows: shares + centers)
  }
}
