/// How many have which value: columns over bins with fixed edges, for one or two groups.
///
/// Zero is marked. A bin of exactly zero that dwarfs all others is cut, and says so.
public struct Histogram: Equatable, Sendable {
  /// The values that one column counts.
  public struct Bin: Equatable, Sendable {
    /// The lower edge, inside the bin; nil when it is open below.
    public var lower: Double?
    /// The upper edge; nil when it is open above.
    public var upper: Double?

    /// Makes a bin; equal edges make the bin of one value.
    public init(lower: Double?, upper: Double?) {
      precondition([lower, upper].allSatisfy { $0?.isFinite ?? true }, "an edge is finite or nil")
      if let lower, let upper { precondition(lower <= upper, "a bin's edges ascend") }
      self.lower = lower
      self.upper = upper
    }
  }

  /// One group.
  public struct Series: Equatable, Sendable {
    /// The name in the legend.
    public var name: String
    /// The look of its columns, counted from 0; nil: by its place among the series.
    public var look: Int?
    /// One count or share a bin.
    public var values: [Double]

    /// Makes a series; finite values of zero or more.
    public init(name: String, look: Int? = nil, values: [Double]) {
      precondition(
        values.allSatisfy { $0.isFinite && $0 >= 0 },
        "a histogram shows finite numbers of zero or more")
      self.name = name
      self.look = look
      self.values = values
    }
  }

  /// The id of the drawing, unique in its page: letters, digits, hyphens and underscores.
  public var id: String
  /// The accessible name, and the caption of the table.
  public var title: String
  /// The accessible description: what a reader should take from the drawing.
  public var summary: String
  /// What the vertical axis counts.
  public var valueLabel: String
  /// What the bins hold.
  public var binLabel: String
  /// The bins, ascending.
  public var bins: [Bin]
  /// What stands around the edges of bins.
  public var binUnit: ChartUnit
  /// The decimals of the edges of bins.
  public var binDecimals: Int
  /// What stands around the counts.
  public var unit: ChartUnit
  /// The decimals of the counts.
  public var decimals: Int
  /// One group or two.
  public var series: [Series]
  /// The words the chart adds.
  public var words: ChartWords

  /// Makes a histogram.
  public init(
    id: String, title: String, summary: String, valueLabel: String, binLabel: String,
    bins: [Bin], binUnit: ChartUnit = .none, binDecimals: Int = 0, unit: ChartUnit = .none,
    decimals: Int = 0, series: [Series], words: ChartWords = .english
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.valueLabel = valueLabel
    self.binLabel = binLabel
    self.bins = bins
    self.binUnit = binUnit
    self.binDecimals = binDecimals
    self.unit = unit
    self.decimals = decimals
    self.series = series
    self.words = words
  }

  /// The drawing as one SVG element, for a file of its own or for a page.
  public func svg(_ place: ChartPlace = .file) -> String { HistogramDrawing(self).svg(place) }

  /// The counts as text, a row a bin.
  public func table() -> ChartTable {
    ChartTable(
      caption: title, headers: [binLabel] + series.map(\.name),
      rows: bins.indices.map { place in
        [text(bins[place])]
          + series.map { value($0, place).map { unit.text($0, decimals: decimals) } ?? "–" }
      })
  }
}

extension Histogram {
  /// A bin in words.
  func text(_ bin: Bin) -> String {
    switch (bin.lower.map(edge), bin.upper.map(edge)) {
    case (let lower?, let upper?):
      lower == upper ? lower : "\(lower) \(words.to) \(upper)"
    case (let lower?, nil): lower + words.orMore
    case (nil, let upper?): upper + words.orLess
    case (nil, nil): "–"
    }
  }

  /// A bin in few characters, for the axis.
  func shortText(_ bin: Bin) -> String {
    switch (bin.lower.map(edge), bin.upper.map(edge)) {
    case (let lower?, nil): "≥ \(lower)"
    case (nil, let upper?): "≤ \(upper)"
    default: text(bin)
    }
  }

  private func edge(_ value: Double) -> String { binUnit.text(value, decimals: binDecimals) }

  func value(_ series: Series, _ place: Int) -> Double? {
    series.values.indices.contains(place) ? series.values[place] : nil
  }

  /// Where zero lies: bins from the left edge, with whether a bin holds nothing else.
  var zero: (position: Double, isBin: Bool)? {
    for (place, bin) in bins.enumerated() {
      if bin.lower == 0, bin.upper == 0 { return (Double(place) + 0.5, true) }
      guard let lower = bin.lower, let upper = bin.upper else { continue }
      if lower <= 0, 0 < upper { return (Double(place) - lower / (upper - lower), false) }
    }
    return nil
  }
}
