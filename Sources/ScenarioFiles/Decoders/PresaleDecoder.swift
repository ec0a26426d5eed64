internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// What is sent to whoever paid a deposit and not the balance.
struct UnpaidLine: Sendable {
  var off: Money
  var minimumSpend: Money
  var validDays: Int
  var hour: Int
}

/// One presale as it stands in the file: a coupon that a deposit buys, and maybe a consolation.
struct PresaleLine: Sendable {
  var name: String
  var deposit: Deposit
  var countsAs: LadderStep
  var unpaid: UnpaidLine?

  /// The offers of the presale, the first of which will stand at a position of the scheme's.
  func offers(at position: Int) -> [Offer] {
    let presale = Offer(
      name: name,
      access: .coupon(.deposit(deposit), validDays: deposit.balanceDays.count),
      benefit: .amountOff([countsAs]))
    guard let unpaid else { return [presale] }
    let grant = CouponGrant.once(
      deposit.balanceDays.upperBound.advanced(by: 1), hour: unpaid.hour,
      audience: .lapsed(coupon: position))
    let step = LadderStep(minimumSpend: unpaid.minimumSpend, off: unpaid.off)
    return [
      presale,
      Offer(
        name: "\(name)-unpaid", access: .coupon(grant, validDays: unpaid.validDays),
        benefit: .amountOff([step])),
    ]
  }
}

extension [PresaleLine] {
  /// The offers of all presales, which follow so many other offers of the scheme.
  func offers(after count: Int) -> [Offer] {
    reduce(into: []) { offers, line in offers += line.offers(at: count + offers.count) }
  }
}

/// `presales:` — deposits that count for more when the balance is paid.
extension Form where Value == PresaleLine {
  static var presale: Form {
    ObjectForm(
      "a presale", "A deposit now that counts for more when the balance is paid.",
      keys: .required("name", .name(of: "a presale", example: "double-eleven"), "Its name."),
      .required("deposit", .positiveMoney, "What is paid now, and not given back."),
      .required("counts-as", .positiveMoney, "What it takes off the balance."),
      .required("deposit-days", .dateRange, "The days on which the deposit can be paid."),
      .required("balance-days", .dateRange, "The days on which the balance can be paid."),
      .optional("min-spend", .money, "The least the basket must cost.", fallback: "counts-as"),
      .optional(
        "unpaid", .unpaid, "The coupon for whoever lets the balance pass.", fallback: "none")
    ) { node, reading, name, price, countsAs, days, balanceDays, minimum, unpaid in
      guard price < countsAs else {
        reading.report(
          node.valuePlace(of: "counts-as"), "the deposit counts for no more than it costs",
          hint: "a deposit of ¥10 counts as ¥30, say")
        return nil
      }
      guard days.upperBound < balanceDays.lowerBound else {
        reading.report(
          node.valuePlace(of: "balance-days"), "the balance begins before the deposits have ended")
        return nil
      }
      let minimumSpend = minimum ?? countsAs
      guard countsAs <= minimumSpend else {
        reading.report(node.valuePlace(of: "counts-as"), "more is taken off than must be spent")
        return nil
      }
      return PresaleLine(
        name: name, deposit: Deposit(price: price, days: days, balanceDays: balanceDays),
        countsAs: LadderStep(minimumSpend: minimumSpend, off: countsAs), unpaid: unpaid)
    }.form
  }
}

extension Form where Value == UnpaidLine {
  /// `unpaid: { off: ¥10, valid: 7 days }`.
  fileprivate static var unpaid: Form {
    ObjectForm(
      "unpaid", "A coupon for goods in stock, sent on the day after the balance's last.",
      keys: .required("off", .positiveMoney, "What is taken off."),
      .required("valid", .positiveDays, "Days for which it may be used."),
      .optional("min-spend", .money, "The least the basket must cost.", fallback: "¥0"),
      .defaulted("hour", .hour, "The hour at which it is sent.", 10, text: "10")
    ) { node, reading, off, valid, minimum, hour in
      let minimumSpend = minimum ?? .zero
      guard minimumSpend == .zero || off <= minimumSpend else {
        reading.report(node.valuePlace(of: "off"), "more is taken off than must be spent")
        return nil
      }
      return UnpaidLine(off: off, minimumSpend: minimumSpend, validDays: valid, hour: hour)
    }.form
  }
}

extension Form where Value == ClosedRange<Day> {
  /// Days from one to another, or one day.
  static var dateRange: Form {
    .scalar(
      ScalarShape(
        "days from one to another", patterns: [WindowText.calendarPatterns[2]],
        examples: ["2026-11-01 to 2026-11-10", "2026-11-11"])
    ) { (text, _) throws(ScalarFailure) in
      guard case .dates(let days) = try WindowText.read(text) else {
        throw ScalarFailure("\"\(text.shortened)\" does not say which days")
      }
      return days
    }
  }
}
