/// Counts or means by category: columns for what was observed, marks for what models expect.
///
/// The first series is drawn as columns, the others as marks of their own shape and color above
/// their category, so that nearness shows the fit.
public struct ColumnChart: Equatable, Sendable {
  /// One quantity by category.
  public struct Series: Equatable, Sendable {
    /// The name in the legend.
    public var name: String
    /// One value a category; nil where there is none.
    public var values: [Double?]

    /// Makes a series; finite values of zero or more.
    public init(name: String, values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  /// The id of the drawing, unique in its page: letters, digits, hyphens and underscores.
  public var id: String
  /// The accessible name, and the caption of the table.
  public var title: String
  /// The accessible description: what a reader should take from the drawing.
  public var summary: String
  /// What the vertical axis measures.
  public var valueLabel: String
  /// What the categories are.
  public var categoryLabel: String
  /// The categories, from the left.
  public var categories: [String]
  /// What stands around the numbers of the vertical axis.
  public var unit: ChartUnit
  /// The quantities; up to six are told apart.
  public var series: [Series]

  /// Makes a chart.
  public init(
    id: String, title: String, summary: String, valueLabel: String, categoryLabel: String,
    categories: [String], unit: ChartUnit = .none, series: [Series]
  ) {
    precondition(
      series.allSatisfy { series in
        series.values.allSatisfy { $0.map { $0.isFinite && $0 >= 0 } ?? true }
      }, "a column chart shows finite numbers of zero or more")
    self.id = id
    self.title = title
    self.summary = summary
    self.valueLabel = valueLabel
    self.categoryLabel = categoryLabel
    self.categories = categories
    self.unit = unit
    self.series = series
  }

  /// The drawing as one SVG element, for a file of its own or for a page.
  public func svg(_ place: ChartPlace = .file) -> String { ColumnDrawing(self).svg(place) }

  /// The values as text, a row a category.
  public func table(decimals: Int = 0) -> ChartTable {
    let rows = categories.indices.map { place in
      [categories[place]]
        + series.map { series in
          let value = series.values.indices.contains(place) ? series.values[place] : nil
          return value.map { unit.text($0, decimals: decimals) } ?? "–"
        }
    }
    return ChartTable(
      caption: title, headers: [categoryLabel] + series.map(\.name), rows: rows)
  }
}
