public import Timeline

/// How well fitted models describe the orders that they were fitted to, and those that came after.
public struct Evidence: Sendable {
  /// Repeat purchases of everybody, week by week.
  public struct Tracking: Sendable, Hashable {
    /// The first day.
    public let start: Day
    /// The weeks of the window; what comes after is a forecast.
    public let windowWeeks: Int
    /// Purchases of each week.
    public let actual: [Double]
    /// The same as each model expects it, in the order of the models.
    public let expected: [[Double]]
  }

  /// Customers by their number of repeat purchases in the window.
  public struct Frequency: Sendable, Hashable {
    /// The number; the last stands for itself and more.
    public let repeats: Int
    /// Customers who have it.
    public let customers: Double
    /// Customers who should, by model.
    public let expected: [Double]
    /// Their mean P(alive) at the window's end, by model.
    public let alive: [Double]
    /// What they bought after the window, on average; nothing where the file ends with it.
    public let actualFuture: Double?
    /// What they should have, by model; over 52 weeks where the file tells nothing.
    public let expectedFuture: [Double]
  }

  /// How far a model's forecasts were off after the window.
  public struct Holdout: Sendable, Hashable {
    /// Purchases of all customers.
    public let actual: Double
    /// The sum of the forecasts.
    public let predicted: Double
    /// The mean absolute error of a customer.
    public let meanAbsoluteError: Double
    /// The root of the mean squared error of a customer.
    public let rootMeanSquareError: Double
    /// The correlation of forecasts and purchases over customers; nothing if either is constant.
    public let correlation: Double?

    /// The error of the sum as a share of what was bought.
    public var relativeError: Double? { actual > 0 ? predicted / actual - 1 : nil }
  }

  /// The models, the one that is taken first.
  public let models: [TimingModel]
  /// Week by week.
  public let tracking: Tracking
  /// By number of repeats.
  public let frequencies: [Frequency]
  /// Weeks of forecasts.
  public let futureWeeks: Double
  /// The errors of each model; nothing where the file ends with the window.
  public let holdout: [Holdout]
  /// Customers by P(alive) of the model that is taken, in tenths.
  public let aliveTenths: [Double]
  /// Customers who are still there, as the model that is taken expects.
  public let aliveCustomers: Double
}

extension Evidence {
  /// The most repeats that stand for themselves.
  static let mostRepeats = 7

  /// Holds models against the orders.
  public init(_ result: CalibrationResult) {
    let fits = Self.shown(result)
    let summary = result.summary
    let predictors = fits.map { TimingPredictor($0, mostRepeats: summary.table.mostRepeats) }
    let weeks = summary.holdoutWeeks > 0 ? summary.holdoutWeeks : 52
    let forecasts = predictors.map { Forecasts($0, summary.table, weeks: weeks) }
    models = fits.map(\.model)
    futureWeeks = weeks
    tracking = Tracking(summary, predictors)
    frequencies = Self.frequencies(summary, predictors, forecasts)
    holdout = summary.holdoutWeeks > 0 ? forecasts.map { $0.errors(summary) } : []
    aliveTenths = forecasts[0].aliveTenths(summary.table)
    aliveCustomers = forecasts[0].aliveCustomers(summary.table)
  }

  /// The model that is taken and the best of the other families.
  private static func shown(_ result: CalibrationResult) -> [TimingFit] {
    var shown: [TimingFit] = [result.timing]
    for fit in result.timings where !shown.contains(where: { $0.model.family == fit.model.family })
    {
      shown.append(fit)
    }
    return shown
  }

  private static func frequencies(
    _ summary: OrderSummary, _ predictors: [TimingPredictor], _ forecasts: [Forecasts]
  ) -> [Frequency] {
    let most = mostRepeats
    let expected = predictors.map { expectedCounts($0, summary.table, most) }
    var customers = Array(repeating: 0.0, count: most + 1)
    var bought = customers
    for customer in summary.customers {
      let place = min(customer.history.repeats, most)
      customers[place] += 1
      bought[place] += Double(customer.holdoutRepeats)
    }
    let means = forecasts.map { $0.means(summary.table, upTo: most) }
    let hasFuture = summary.holdoutWeeks > 0
    return (0...most).map { count in
      Frequency(
        repeats: count, customers: customers[count], expected: expected.map { $0[count] },
        alive: means.map { $0.alive[count] },
        actualFuture: hasFuture && customers[count] > 0 ? bought[count] / customers[count] : nil,
        expectedFuture: means.map { $0.future[count] })
    }
  }

  /// How many customers should have 0, 1, … repeats, each over the time that was watched.
  private static func expectedCounts(
    _ predictor: TimingPredictor, _ table: HistoryTable, _ most: Int
  ) -> [Double] {
    let spans = table.spans
    let parts = Chunks.map(spans.count, size: 16) { range in
      range.map { index in
        predictor.probabilities(weeks: spans[index].weeks, upTo: most - 1)
          .map { $0 * spans[index].count }
      }
    }
    var sums = Array(repeating: 0.0, count: most + 1)
    for counts in parts.joined() {
      for (index, count) in counts.enumerated() { sums[index] += count }
    }
    return sums
  }
}

extension HistoryTable {
  /// Customers by the weeks that they were watched.
  var spans: [(weeks: Double, count: Double)] {
    var spans: [(weeks: Double, count: Double)] = []
    let sorted = rows.map { ($0.history.lengthWeeks, $0.count) }.sorted { $0.0 < $1.0 }
    for (weeks, count) in sorted {
      if spans.last?.weeks == weeks {
        spans[spans.count - 1].count += count
      } else {
        spans.append((weeks, count))
      }
    }
    return spans
  }
}
