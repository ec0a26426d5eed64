/// P(alive) and the expected purchases of every customer, by the model that is taken.
public struct CustomerForecasts: Sendable {
  /// The weeks after the window that the purchases are expected in.
  public let weeks: Double

  private let table: HistoryTable
  private let forecasts: Forecasts

  /// The forecasts of a calibration for so many weeks.
  public init(_ result: CalibrationResult, weeks: Double) {
    self.weeks = weeks
    table = result.summary.table
    let predictor = TimingPredictor(result.timing, mostRepeats: table.mostRepeats)
    forecasts = Forecasts(predictor, table, weeks: weeks)
  }

  /// The forecast for a customer of the calibration; nothing for another history.
  public func forecast(_ history: BuyingHistory) -> (alive: Double, purchases: Double)? {
    table.place(of: history).map { forecasts[$0] }
  }
}
