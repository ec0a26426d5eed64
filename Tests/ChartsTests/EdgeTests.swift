import Testing

@testable import Charts

/// Every kind of chart with nothing, one value, zeros, huge, tiny and negative values, long labels.
struct EdgeTests {
  static let values: [[Double]] = [
    [], [5], [0], [0, 0, 0], [3e14, -4e13, 1e12], [1e-9, -2e-9], [-1, -2, -3], [-0.04, 0.05],
    [1, 1, 1, 1e7],
  ]
  static let labels = [
    "", "a", "Incentive cost per member after points, coupons and privileges of the year <&>",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlung",
    "会员日双倍积分与优惠券叠加后的激励成本含赠品运费与短信及导购佣金的全部合计金额",
  ]

  private func check(_ svg: String) throws {
    let drawing = try ReadDrawing.read(svg)
    #expect(drawing.crowding == [])
    for element in drawing.elements where element.name != "style" {
      let numbers = element.attributes.filter { !["class", "id"].contains($0.key) }.values
      #expect(!numbers.contains { $0.contains("nan") || $0.contains("inf") }, "\(element)")
    }
  }

  @Test(arguments: values, labels)
  func `a waterfall of any rows is a drawing without crowding`(
    values: [Double], label: String
  ) throws {
    let rows = values.map {
      WaterfallChart.Row(label, .step($0), interval: $0 - 1...$0 + abs($0) * 9)
    }
    let chart = WaterfallChart(
      id: "edge", title: label, summary: label, axisLabel: label, unit: ChartUnit(prefix: "¥"),
      decimals: 1, rows: rows + [.init(label, .total)])
    try check(chart.svg())
    #expect(chart.table().rows.count == values.count + 1)
  }

  @Test(arguments: values, labels)
  func `lines and bands of any values are drawings without crowding`(
    values: [Double], label: String
  ) throws {
    let bands = values.map { LineChart.Band(lower: $0 - 1, upper: $0 + abs($0)) }
    let chart = LineChart(
      id: "edge", title: label, summary: label, valueLabel: label,
      start: ChartDate(year: 2026, month: 1, day: 29), stepDays: 7,
      series: (1...6).map { _ in .init(name: label, values: values, bands: bands) },
      bandLabel: "95%", innerBandLabel: "50%")
    try check(chart.svg())
    #expect(chart.table().rows.count == values.count)
  }

  @Test(arguments: values, labels)
  func `a plane of any dots is a drawing without crowding`(
    values: [Double], label: String
  ) throws {
    let chart = CostEffectivenessPlane(
      id: "edge", title: label, summary: label, costLabel: label, marginLabel: label,
      dots: zip(values, values.reversed()).map { .init(cost: $0, margin: $1) })
    try check(chart.svg())
  }

  @Test(arguments: values, labels)
  func `a histogram of any counts is a drawing without crowding`(
    values: [Double], label: String
  ) throws {
    let counts = values.map { abs($0) }
    let edges = counts.indices.map(Double.init)
    for count in [1, 2] {
      let chart = Histogram(
        id: "edge", title: label, summary: label, valueLabel: label, binLabel: label,
        bins: edges.map { .init(lower: $0 - 1, upper: $0 - 1) }, unit: ChartUnit(prefix: "¥"),
        series: (0..<count).map { _ in .init(name: label, values: counts) })
      try check(chart.svg())
      #expect(chart.table().rows.count == values.count)
    }
  }

  @Test(arguments: values, labels)
  func `a heat map of any cells is a drawing without crowding`(
    values: [Double], label: String
  ) throws {
    let scales: [HeatMap.Scale] = [
      .sequential, .diverging(higherIsBetter: nil), .diverging(higherIsBetter: false),
    ]
    for scale in scales {
      let chart = HeatMap(
        id: "edge", title: label, summary: label, rowLabel: label, columnLabel: label,
        rows: [label, label], columns: values.map { _ in label }, values: [values], scale: scale)
      try check(chart.svg())
      #expect(chart.table().rows.count == 2)
    }
  }

  @Test(arguments: values, labels)
  func `parts of any values are drawings without crowding`(values: [Double], label: String) throws {
    let chart = StackedAreaChart(
      id: "edge", title: label, summary: label, valueLabel: label,
      start: ChartDate(year: 2026, month: 1, day: 29), stepDays: 7,
      parts: (0..<6).map { .init(name: label, values: $0 == 3 ? [] : values) })
    try check(chart.svg())
    #expect(chart.table().rows.count == values.count)
  }

  @Test(arguments: values, labels)
  func `a funnel of any counts is a drawing without crowding`(
    values: [Double], label: String
  ) throws {
    for count in [0, 1, 3] {
      let chart = FunnelChart(
        id: "edge", title: label, summary: label, steps: values.map { _ in label },
        arms: (0..<count).map { _ in .init(name: label, counts: values.map { abs($0) }) })
      try check(chart.svg())
      #expect(chart.table().rows.count == values.count * count)
    }
  }

  @Test(arguments: values, labels)
  func `tracking of any values is a drawing without crowding`(
    values: [Double], label: String
  ) throws {
    let levels: [TrackingChart.Level] = [.none, .constant(-7), .steps(values)]
    for level in levels {
      let chart = TrackingChart(
        id: "edge", title: label, summary: label, valueLabel: label,
        start: ChartDate(year: 2026, month: 12, day: 31), name: label, values: values,
        target: level, lower: level, upper: level)
      try check(chart.svg())
      #expect(chart.table().rows.count == values.count)
    }
  }

  @Test(arguments: values, labels)
  func `a forest and columns of any values are drawings without crowding`(
    values: [Double], label: String
  ) throws {
    let forest = ForestPlot(
      id: "edge", title: label, summary: label, axisLabel: label,
      rows: values.map {
        .init(label: label, estimate: $0, extent: .bounded(lower: $0 - 1, upper: $0 + abs($0) * 9))
      })
    try check(forest.svg())
    let columns = ColumnChart(
      id: "edge", title: label, summary: label, valueLabel: label, categoryLabel: label,
      categories: values.map { _ in label },
      series: (0..<3).map { _ in .init(name: label, values: values.map { abs($0) }) })
    try check(columns.svg())
  }
}
