import Experiments
import Measurement
import Scenarios

/// Orders placed, paid and canceled.
extension Report {
  /// What became of the orders placed, by arm; nothing where all are paid as they are placed.
  func checkoutSection() -> [Block] {
    let tallies = input.tally.arms
    guard tallies.contains(where: { $0[.unpaidOrders] > 0 }) else { return [] }
    let rows: [(Word, (ArmTally) -> Int64)] = [
      (.placedOrders, { $0[.orders] - $0[.laterPaidOrders] + $0[.unpaidOrders] }),
      (.paidAtOnce, { $0[.orders] - $0[.laterPaidOrders] }),
      (.paidLater, { $0[.laterPaidOrders] }), (.canceledOrders, { $0[.canceledOrders] }),
      (.openOrders, { $0[.unpaidOrders] - $0[.laterPaidOrders] - $0[.canceledOrders] }),
    ]
    let table = Table(
      words(.checkoutTable, totalsLabel),
      headers: [words(.line)] + input.scenario.arms.map(\.name),
      texts: rows.map { row in [words(row.0)] + tallies.map { Figures.whole(row.1($0)) } },
      strongRows: [0])
    return [.heading(words(.checkout)), .table(table), .note(words(.checkoutNote))]
  }
}
