import OrderLogs
import Quantities
import Testing

@Suite struct SameDayOrdersTests {
  private func amounts(_ text: String) throws -> [String] {
    try withFile("customer,date,amount,points used,coupon,order\n" + text) { path in
      let rows = try OrderLogReader(path: path).compactMap { entry in
        if case .row(let row) = entry { row } else { nil as OrderRow? }
      }
      return SameDayOrders.merged(rows).map { row in
        let points = row.pointsRedeemed.map { " points=\($0.count)" } ?? ""
        let sign = row.kind == .refund ? "-" : ""
        return "\(row.line) \(row.customer) \(sign)\(row.amount.minor)\(points)"
      }
    }
  }

  @Test func `only purchases of one customer, day and coupon merge`() throws {
    let text = """
      ada,2026-01-05,1.00,,,1
      bo,2026-01-05,2.00,,,2
      ada,2026-01-05,3.00,10,,3
      ada,2026-01-06,4.00,,,4
      ada,2026-01-05,-1.00,,,5
      ada,2026-01-05,-1.00,,,6
      ada,2026-01-05,5.00,20,,7
      ada,2026-01-05,6.00,,SPRING,8
      """
    #expect(
      try amounts(text) == [
        "2 ada 900 points=30", "3 bo 200", "5 ada 400", "6 ada -100", "7 ada -100", "9 ada 600",
      ])
  }
}
