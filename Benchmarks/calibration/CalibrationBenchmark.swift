import Calibration
import Foundation
import Randomness

/// Times the fits of a drawn population, and writes order files for `incentive calibrate`.
///
/// `Benchmarks/run.py --suite calibration` runs it and reads its answer.
@main
enum CalibrationBenchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.dropFirst().compactMap { Int($0) }) {
    case ("fit", let counts) where counts.count == 1 && counts[0] > 0:
      try fit(counts[0])
    case ("orders", let counts) where counts.count == 2 && arguments.count == 4:
      try writeOrders(customers: counts[0], ordersEach: counts[1], to: arguments[3])
    case ("read", _) where arguments.count == 2:
      try read(arguments[1])
    default:
      print(
        "usage: calibration-benchmark fit CUSTOMERS | orders CUSTOMERS ORDERS_EACH FILE | read FILE"
      )
    }
  }

  /// Fits every family to the histories of so many customers.
  private static func fit(_ customers: Int) throws {
    let (histories, logGapSum) = DrawnCustomers.histories(customers)
    let clock = ContinuousClock()
    var table = HistoryTable([])
    let grouping = clock.measure { table = HistoryTable(histories, logGapSum: logGapSum) }
    var parts = ["\"customers\": \(customers)", "\"histories\": \(table.rows.count)"]
    parts.append("\"groupingSeconds\": \(seconds(grouping))")
    let models: [(String, TimingModel)] = [
      ("bgNBD", .bgNBD), ("mbgNBD", .mbgNBD), ("mbgCNBD2", .mbgCNBD(stages: 2)),
      ("paretoNBD", .paretoNBD),
    ]
    for (name, model) in models {
      let start = clock.now
      let fit = try TimingFitter.fit(model, to: table)
      parts.append("\"\(name)Seconds\": \(seconds(clock.now - start))")
      parts.append("\"\(name)\": \(fit.values)")
    }
    print("{\(parts.joined(separator: ", "))}")
  }

  /// Reads an order file, fits every model, and holds them against the orders.
  private static func read(_ path: String) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let summary = try OrderIntake(path: path).read { _ in }.get()
    let readSeconds = seconds(clock.now - start)
    let result = try Calibrator.run(summary)
    let fitSeconds = seconds(clock.now - start) - readSeconds
    let evidence = Evidence(result)
    let evidenceSeconds = seconds(clock.now - start) - readSeconds - fitSeconds
    print(
      """
      {"orders": \(summary.orderCount), "customers": \(summary.customers.count), \
      "aliveCustomers": \(evidence.aliveCustomers), "readSeconds": \(readSeconds), \
      "fitSeconds": \(fitSeconds), "evidenceSeconds": \(evidenceSeconds)}
      """)
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// Writes rows in the order of time, as many a customer, a fortnight apart or so.
  private static func writeOrders(customers: Int, ordersEach: Int, to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil) else {
      print("\(path) cannot be written")
      return
    }
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.write(contentsOf: Data("customer,date,amount\n".utf8))
    for order in 0..<ordersEach {
      var text = ""
      for customer in 0..<customers {
        let day = customer % 90 + order * 7 + customer % 7
        let amount = 10 + (customer * 7 + order * 13) % 90
        text += "c\(customer),\(DrawnCustomers.date(day)),\(amount).00\n"
      }
      try file.write(contentsOf: Data(text.utf8))
    }
    try file.close()
  }
}
