/// One or more quantities day by day, each named at the end of its line.
///
/// Series differ by color, by dash and by marker. A missing value leaves a gap. With one band, two
/// nested ones or a wider outline around each line it is a fan chart.
public struct LineChart: Equatable, Sendable {
  /// The ends of a band around one value.
  public struct Band: Equatable, Sendable {
    /// The lower end.
    public var lower: Double
    /// The upper end.
    public var upper: Double

    /// Makes a band.
    public init(lower: Double, upper: Double) {
      self.lower = lower
      self.upper = upper
    }
  }

  /// One line.
  public struct Series: Equatable, Sendable {
    /// The name at the end of the line.
    public var name: String
    /// The look of the line, counted from 0; nil: by its place among the series.
    ///
    /// Where charts of one page show the same arms, each keeps its look though another is missing.
    public var look: Int?
    /// One value a step, from the first day; nil where there is none.
    public var values: [Double?]
    /// One band a step, or nothing at all.
    public var bands: [Band?]
    /// A narrower band inside the other, one a step, or nothing at all.
    public var innerBands: [Band?]
    /// A wider band of another kind around the first, one a step, or nothing at all: an outline.
    public var widerBands: [Band?]

    /// Makes a series; finite values only.
    public init(
      name: String, look: Int? = nil, values: [Double?], bands: [Band?] = [],
      innerBands: [Band?] = [],
      widerBands: [Band?] = []
    ) {
      self.name = name
      self.look = look
      self.values = values
      self.bands = bands
      self.innerBands = innerBands
      self.widerBands = widerBands
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
  /// What stands around the numbers of the vertical axis.
  public var unit: ChartUnit
  /// The day of the first value.
  public var start: ChartDate
  /// Days from one value to the next.
  public var stepDays: Int
  /// The lines; up to six are told apart.
  public var series: [Series]
  /// Whether the vertical axis must reach zero.
  public var includesZero: Bool
  /// What the bands hold: "95% of replications"; empty when nothing needs saying.
  public var bandLabel: String
  /// What the inner bands hold: "50%".
  public var innerBandLabel: String
  /// What the wider bands hold.
  public var widerBandLabel: String
  /// The words the chart adds.
  public var words: ChartWords

  /// Makes a line chart.
  public init(
    id: String, title: String, summary: String, valueLabel: String, unit: ChartUnit = .none,
    start: ChartDate, stepDays: Int = 1, series: [Series], includesZero: Bool = true,
    bandLabel: String = "", innerBandLabel: String = "", widerBandLabel: String = "",
    words: ChartWords = .english
  ) {
    precondition(stepDays >= 1, "values are at least a day apart")
    self.id = id
    self.title = title
    self.summary = summary
    self.valueLabel = valueLabel
    self.unit = unit
    self.start = start
    self.stepDays = stepDays
    self.series = series
    self.includesZero = includesZero
    self.bandLabel = bandLabel
    self.innerBandLabel = innerBandLabel
    self.widerBandLabel = widerBandLabel
    self.words = words
  }

  /// The drawing as one SVG element, for a file of its own or for a page.
  public func svg(_ place: ChartPlace = .file) -> String { LineDrawing(self).svg(place) }

  /// The values as text, every so many steps; the last step is always there.
  ///
  /// Each band of a series has two more columns, its lower and its upper ends.
  public func table(everySteps: Int = 1, decimals: Int = 0) -> ChartTable {
    let rows = ChartTable.steps(stepCount, every: everySteps).map { step in
      [start.adding(days: step * stepDays).text] + series.flatMap { cells($0, step, decimals) }
    }
    return ChartTable(
      caption: title, headers: [words.date] + series.flatMap(headers), rows: rows)
  }

  /// The look of a series, from 0.
  func look(_ index: Int) -> Int { series[index].look ?? index }

  var stepCount: Int { series.map(\.values.count).max() ?? 0 }
}

extension LineChart {
  private func headers(_ series: Series) -> [String] {
    let ends = { (label: String) in
      [words.from, words.to].map { end in
        series.name + words.separator + (label.isEmpty ? end : "\(label) \(end)")
      }
    }
    return [series.name] + (series.bands.isEmpty ? [] : ends(bandLabel))
      + (series.innerBands.isEmpty ? [] : ends(innerBandLabel))
      + (series.widerBands.isEmpty ? [] : ends(widerBandLabel))
  }

  private func cells(_ series: Series, _ step: Int, _ decimals: Int) -> [String] {
    let text = { (value: Double?) in value.map { unit.text($0, decimals: decimals) } ?? "–" }
    let value = series.values.indices.contains(step) ? series.values[step] : nil
    let bands = [series.bands, series.innerBands, series.widerBands].filter { !$0.isEmpty }.flatMap
    { bands in
      let band = bands.indices.contains(step) ? bands[step] : nil
      return [text(band?.lower), text(band?.upper)]
    }
    return [text(value)] + bands
  }
}
