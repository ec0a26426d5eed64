/// One model's P(alive) and forecast for every row of a table.
struct Forecasts: Sendable {
  private let alive: [Double]
  private let future: [Double]

  init(_ predictor: TimingPredictor, _ table: HistoryTable, weeks: Double) {
    let rows = table.rows
    let parts = Chunks.map(rows.count, size: 512) { range in
      range.map { index in
        let history = rows[index].history
        return (predictor.alive(history), predictor.conditional(history, weeks: weeks))
      }
    }
    alive = parts.joined().map(\.0)
    future = parts.joined().map(\.1)
  }

  /// P(alive) and the forecast of the row at a place.
  subscript(place: Int) -> (alive: Double, purchases: Double) { (alive[place], future[place]) }

  /// Means over the customers with 0, 1, … repeats; the last for itself and more.
  func means(_ table: HistoryTable, upTo most: Int) -> (alive: [Double], future: [Double]) {
    var customers = Array(repeating: 0.0, count: most + 1)
    var (living, buying) = (customers, customers)
    for (index, row) in table.rows.enumerated() {
      let place = min(row.history.repeats, most)
      customers[place] += row.count
      living[place] += row.count * alive[index]
      buying[place] += row.count * future[index]
    }
    func divided(_ sums: [Double]) -> [Double] {
      zip(sums, customers).map { $1 > 0 ? $0 / $1 : 0 }
    }
    return (divided(living), divided(buying))
  }

  func aliveCustomers(_ table: HistoryTable) -> Double {
    zip(table.rows, alive).reduce(0) { $0 + $1.0.count * $1.1 }
  }

  func aliveTenths(_ table: HistoryTable) -> [Double] {
    var tenths = Array(repeating: 0.0, count: 10)
    for (row, share) in zip(table.rows, alive) { tenths[min(9, Int(share * 10))] += row.count }
    return tenths
  }

  /// The errors over customers of what they bought after the window.
  func errors(_ summary: OrderSummary) -> Evidence.Holdout {
    var moments = Moments()
    for customer in summary.customers {
      guard let place = summary.table.place(of: customer.history) else { continue }
      moments.add(Double(customer.holdoutRepeats), future[place])
    }
    return moments.holdout
  }
}

/// Sums of what was bought, what was forecast, and their products.
private struct Moments {
  private var count = 0.0
  private var actual = 0.0
  private var predicted = 0.0
  private var absolute = 0.0
  private var squares = 0.0
  private var products = SIMD3<Double>()

  mutating func add(_ bought: Double, _ forecast: Double) {
    count += 1
    actual += bought
    predicted += forecast
    absolute += abs(bought - forecast)
    squares += (bought - forecast) * (bought - forecast)
    products += SIMD3(bought * bought, forecast * forecast, bought * forecast)
  }

  var holdout: Evidence.Holdout {
    let size = max(count, 1)
    let spreadOfActual = products[0] - actual * actual / size
    let spreadOfPredicted = products[1] - predicted * predicted / size
    let spread = (spreadOfActual * spreadOfPredicted).squareRoot()
    return Evidence.Holdout(
      actual: actual, predicted: predicted, meanAbsoluteError: absolute / size,
      rootMeanSquareError: (squares / size).squareRoot(),
      correlation: spread > 0 ? (products[2] - actual * predicted / size) / spread : nil)
  }
}

extension HistoryTable {
  /// Where a history stands; rows are sorted.
  func place(of history: BuyingHistory) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].history < history { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].history == history ? low : nil
  }
}
