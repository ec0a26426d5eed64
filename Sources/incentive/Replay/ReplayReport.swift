internal import Experiments
internal import Foundation
internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// What a replay found, for people.
struct ReplayReport {
  let input: ReplayInput
  let schemePath: String
  let arm: String
  let currency: Currency
  let days: ClosedRange<Day>
  /// The scheme that was replayed.
  let scheme: CompiledScheme
  /// Whether the scheme has a policy on refunds of its own.
  let statesRefunds: Bool
  /// When points are spent, in words.
  let assumption: String
  let result: ReplayResult
  /// The customer whose story is told.
  let member: String?
  let story: [StoryEntry]

  /// Everything that must not be: broken rules of the books.
  var faults: [String] {
    var faults = result.faults
    if result.trialBalance != 0 { faults.append("the trial balance is \(result.trialBalance)") }
    if result.residual != 0 {
      faults.append("issued − redeemed − expired misses outstanding by \(result.residual)")
    }
    return faults
  }

  /// Discounts, and what points paid, at face, less what refunds undid of them.
  var cost: Money {
    result.totals.discounts + result.totals.redeemedValue + result.totals.rewardCost - undone
  }

  /// What refunds undid of discounts and of points that paid.
  var undone: Money { result.totals.undoneDiscounts + result.totals.undoneRedeemed }

  /// What points and open stamp cards leave on the books, at face.
  var liability: Money { result.totals.liability + result.totals.stampLiability }

  /// How the stamps moved, and what is still on open cards; nothing without stamp cards.
  private var stamps: [String] {
    guard !result.stamps.isEmpty else { return [] }
    let totals = StampMovement.Reason.allCases.map { reason in
      (
        reason.rawValue.replacing("-", with: " "),
        result.stamps.filter { $0.reason == reason }.reduce(0) { $0 + $1.count }
      )
    }
    let rows = totals + [("on open cards", result.totals.stampsHeld)]
    return ["", "Stamps"]
      + Self.aligned(
        rows.map { ($0.0, Self.grouped($0.1)) },
        afterLast: "liability at cost \(currency.text(result.totals.stampLiability))")
      + ["  \(Self.grouped(Int64(result.totals.rewards))) rewards given"]
  }

  var text: [String] {
    var lines = heading + [""] + money + [""] + points + stamps + [""] + months
    for fault in faults { lines.append("FAULT: \(fault)") }
    guard let member else { return lines }
    lines += ["", "Story of customer \(member)"]
    for entry in story { lines += entry.text(showsTime: input.hasTimes) }
    let balance = story.last?.balance ?? 0
    return lines + ["At the end: \(Currency.grouped(balance.magnitude)) points outstanding."]
  }

  private var heading: [String] {
    let totals = result.totals
    var orders = "\(Self.grouped(Int64(input.rowCount))) rows read"
    if !input.badRows.isEmpty {
      orders += ", \(input.badRows.count) of them left out (listed above)"
    }
    if input.duplicateCount > 0 {
      orders += ", \(input.duplicateCount) that tell an order again (each pays once)"
    }
    if !input.late.isEmpty {
      orders += ", \(input.late.count) refused as too late (listed above)"
    }
    if totals.orders != input.usedCount {
      orders += "; \(Self.grouped(Int64(totals.orders))) orders after merging a customer's day"
    }
    var lines = [
      "Replay of \(input.path) under \(arm) of \(schemePath)",
      "  \(orders); \(Currency.grouped(UInt64(totals.members))) customers, "
        + "\(CivilDate(days.lowerBound).text) to \(CivilDate(days.upperBound).text)",
      "  assumed: nobody reacts; \(assumption)",
      "  assumed: amounts are in \(currency.code), and an order is one item",
    ]
    let idle = scheme.scheme.offersOutside(days)
    if !idle.isEmpty {
      lines.append(
        "  never open on these days, so without effect: \(idle.joined(separator: ", "))")
    }
    lines += refundLines
    if input.couponCount > 0 {
      lines.append(
        "  \(input.couponCount) orders name a coupon; coupons of the past are not replayed, the "
          + "scheme's own are")
    }
    if totals.refusedRedemptions > 0 {
      lines.append(
        "  on \(totals.refusedRedemptions) orders the \(totals.refusedPoints.count) points of the "
          + "file could not be spent; they were kept")
    }
    return lines
  }

  /// What was refunded, and what is assumed of it; nothing without refunds.
  private var refundLines: [String] {
    let totals = result.totals
    guard totals.refunds > 0 else { return [] }
    var lines = ["  \(Self.grouped(Int64(totals.refunds))) refunds of all or part of an order"]
    if input.unnamedRefundCount > 0 {
      lines.append(
        "  assumed: the \(input.unnamedRefundCount) refunds that name no order are of the "
          + "customer's latest one that has so much left")
    }
    if !statesRefunds {
      lines.append(
        "  assumed: points, growth and reductions go back by the usual policy; the scheme states none"
      )
    }
    if totals.refusedRefunds > 0 {
      lines.append(
        "  \(totals.refusedRefunds) refunds of \(currency.text(totals.refusedRefund)) come too late "
          + "for the scheme's policy; nothing is undone")
    }
    return lines
  }

  private var money: [String] {
    let totals = result.totals
    let all: [(String, Money)] =
      [
        ("orders before any incentive", totals.list), ("tier prices take off", totals.tierDiscount),
        ("promotions take off", totals.promotionDiscount),
        ("coupons take off", totals.couponDiscount),
        ("points pay", totals.redeemedValue), ("paid in money", totals.paid),
      ]
      + (totals.refunds > 0
        ? [("given back for refunds", totals.refunded), ("reductions that refunds undo", undone)]
        : [])
      + (totals.rewardCost > .zero ? [("rewards cost", totals.rewardCost)] : []) + [
        ("cost of the scheme, at face", cost)
      ]
    let share =
      totals.list > .zero
      ? String(format: "%.2f%% of orders", Double(cost.minor) / Double(totals.list.minor) * 100)
      : ""
    return ["Money"]
      + Self.aligned(all.map { ($0.0, currency.text($0.1)) }, afterLast: share)
  }

  private var points: [String] {
    let totals = result.totals
    var all: [(String, Int64)] = [
      ("issued", totals.issued.count), ("redeemed", totals.redeemed.count),
      ("expired", totals.expired.count), ("outstanding", totals.outstanding.count),
    ]
    if totals.otherwiseLost != .zero {
      all.insert(("otherwise lost", totals.otherwiseLost.count), at: 3)
    }
    return ["Points"]
      + Self.aligned(
        all.map { ($0.0, Self.grouped($0.1)) },
        afterLast: "liability at face \(currency.text(totals.liability))")
      + [
        result.residual == 0 && result.trialBalance == 0
          ? "  issued − redeemed − expired = outstanding; trial balance 0"
          : "  the books do not tie: residual \(result.residual), trial balance "
            + "\(result.trialBalance)"
      ]
  }

  private var months: [String] {
    let hasLost = result.months.contains { $0.otherwiseLost != 0 }
    let lost = hasLost ? ["lost"] : []
    let head = ["month", "opening", "issued", "redeemed", "expired"] + lost + ["closing"]
    let rows = result.months.map { month in
      let lost = hasLost ? [month.otherwiseLost] : []
      return [month.month.text]
        + ([month.opening, month.issued, month.redeemed, month.expired] + lost + [month.closing])
        .map(Self.grouped)
    }
    return
      (["Points by month"]
      + ([head] + rows).map { row in
        "  "
          + row.enumerated().map { position, cell in
            Self.padded(cell, position == 0 ? 8 : 12)
          }.joined()
      })
  }

  /// Names to the left, amounts to the right, a remark behind the last.
  private static func aligned(_ rows: [(String, String)], afterLast remark: String) -> [String] {
    rows.enumerated().map { position, row in
      let name = row.0 + String(repeating: " ", count: max(1, 30 - row.0.count))
      let last = position == rows.count - 1 && !remark.isEmpty ? "  (\(remark))" : ""
      return "  \(name)\(padded(row.1, 16))\(last)"
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func grouped(_ number: Int64) -> String {
    (number < 0 ? "−" : "") + Currency.grouped(number.magnitude)
  }
}

extension Scheme {
  /// The offers and multipliers whose dates all lie outside some days.
  fileprivate func offersOutside(_ days: ClosedRange<Day>) -> [String] {
    let idleOffers = offers.filter { offer in
      switch offer.access {
      case .promotion(.dates(let dates)): !dates.overlaps(days)
      case .coupon(.once(let day, hour: _, audience: _), validDays: _): !days.contains(day)
      default: false
      }
    }
    let idleMultipliers = multipliers.filter { multiplier in
      if case .dates(let dates) = multiplier.window { !dates.overlaps(days) } else { false }
    }
    return idleOffers.map(\.name) + idleMultipliers.map(\.name)
  }
}
