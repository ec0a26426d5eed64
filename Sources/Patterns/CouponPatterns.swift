internal import CommunitySimulation
internal import IncentiveEngine
internal import MemberBehavior
internal import Scenarios
internal import Timeline

// Coupons and promotions.
extension Pattern {
  static let coupons: [Pattern] = [
    secondMode, redemptionByMedium, exposure, elasticity, promotionDip,
  ]

  private static let secondMode = Pattern(
    "P34", "coupon", "redemptions peak a second time just before the coupon's end",
    source: "Inman & McAlister 1994, JMR 31:423–428", role: .calibrated,
    needs: [.submodel(.deadline)],
    conditions: [
      PatternCondition("last eighth of the validity over the one before", 1.0001),
      PatternCondition("first eighth over the middle ones", 1.0001),
    ]
  ) { run in
    guard let validity = run.couponDays(of: "coupon") else { return [.nan, .nan] }
    var eighths = [Double](repeating: 0, count: 8)
    for log in run.arm("coupon") {
      let granted = log.grantDays
      for order in log.orders where order.couponMinor > 0 {
        guard let day = granted[Int(order.person)].last(where: { $0 <= order.day }) else {
          continue
        }
        eighths[min(7, Int((order.day - day) / validity * 8))] += 1
      }
    }
    return [eighths[7] / eighths[6], eighths[0] / Moments.mean(eighths[2...5])]
  }

  private static let redemptionByMedium = Pattern(
    "P36", "coupon", "redemption by medium: insert < mail < shelf < pack",
    source: "NCH 2012; Supermarket News 1994", role: .calibrated, needs: [.submodel(.coupon)],
    // Within 30% of what was published: 1.1%, 4.8%, 11.5% and 20.1%.
    conditions: [
      PatternCondition("share redeemed, insert", 0.0077, 0.0143),
      PatternCondition("share redeemed, direct mail", 0.0336, 0.0624),
      PatternCondition("share redeemed, shelf", 0.0805, 0.1495),
      PatternCondition("share redeemed, on the pack", 0.1407, 0.2613),
      PatternCondition("least rise from one medium to the next", 0.0001),
    ]
  ) { run in
    let rates = (0..<4).map { run.redemptionRate("coupon", ofSegment: $0) }
    return rates + [Moments.leastFall(rates.reversed())]
  }

  private static let exposure = Pattern(
    "P38", "coupon", "most of a coupon's lift comes from members who never redeem it",
    source: "Venkatesan & Farris 2012, JM 76:76–94", role: .calibrated,
    needs: [.submodel(.exposure)],
    conditions: [PatternCondition("share of the gained sales of those who never redeem", 0.5, 0.95)]
  ) { run in
    func gain(_ pair: PairedLives) -> Double {
      pair.left.reduce(0) { $0 + Double($1.paidMinor) }
        - pair.right.reduce(0) { $0 + Double($1.paidMinor) }
    }
    let pairs = run.paired("coupon", "control")
    let all = pairs.reduce(0) { $0 + gain($1) }
    let others = pairs.filter { pair in !pair.left.contains { $0.couponMinor > 0 } }
    return [others.reduce(0) { $0 + gain($1) } / all]
  }

  private static let elasticity = Pattern(
    "P39", "promo", "price elasticity of short promotions",
    source: "Bijmolt, van Heerde & Pieters 2005, in van Heerde & Neslin 2008", role: .calibrated,
    needs: [.submodel(.price)],
    conditions: [PatternCondition("elasticity at a fifth off", -5, -2)]
  ) { run in
    guard let (first, last) = run.promotionDays(of: "promotion") else { return [.nan] }
    let ratio =
      run.arm("promotion").orderCount(from: first, before: last)
      / run.arm("control").orderCount(from: first, before: last)
    return [(ratio - 1) / -0.2]
  }

  private static let promotionDip = Pattern(
    "P40", "promo", "a dip of 4–25% of the bump follows a promotion",
    source: "van Heerde, Leeflang & Wittink 2000, JMR 37:383–395", role: .calibrated,
    needs: [.submodel(.pantry)],
    conditions: [
      PatternCondition("orders lost in six weeks after it over those gained", 0.04, 0.25)
    ]
  ) { run in
    func gained(_ first: Double, _ last: Double) -> Double {
      run.arm("promotion").orderCount(from: first, before: last)
        - run.arm("control").orderCount(from: first, before: last)
    }
    guard let (first, last) = run.promotionDays(of: "promotion") else { return [.nan] }
    return [-gained(last, last + 42) / gained(first, last)]
  }
}

extension SituationRun {
  /// How many days an arm's first coupon of the calendar may be used, from the hour of its grant to
  /// its end; nothing without one.
  func couponDays(of arm: String) -> Double? {
    for offer in offers(of: arm) {
      guard case .coupon(let grant, let validDays) = offer.access else { continue }
      if let hours = offer.validHours { return Double(hours) / 24 }
      switch grant {
      case .monthly(_, let hour, _), .once(_, let hour, _):
        return Double(validDays) - Double(hour) / 24
      default: continue
      }
    }
    return nil
  }

  /// The days of an arm's first dated promotion, from the start of the horizon: its first, and the
  /// first after it; nothing without one.
  func promotionDays(of arm: String) -> (first: Double, after: Double)? {
    for offer in offers(of: arm) {
      guard case .promotion(.dates(let days)) = offer.access else { continue }
      let first = scenario.horizon.firstDay
      return (
        Double(first.distance(to: days.lowerBound)), Double(first.distance(to: days.upperBound) + 1)
      )
    }
    return nil
  }

  private func offers(of arm: String) -> [Offer] {
    scenario.arms.first { $0.name == arm }?.scheme.offers ?? []
  }

  /// Orders with a coupon over messages with one, of a segment's people: whoever overlooks a coupon
  /// was sent it all the same.
  fileprivate func redemptionRate(_ arm: String, ofSegment segment: Int) -> Double {
    var (sent, used) = (0, 0)
    for log in self.arm(arm) {
      sent += log.messages.count { log.people[Int($0.person)].segment == segment }
      used += log.orders.count {
        $0.couponMinor > 0 && log.people[Int($0.person)].segment == segment
      }
    }
    return Double(used) / Double(sent)
  }
}

extension CommunityLog {
  /// The days on which each person was granted a coupon.
  fileprivate var grantDays: [[Double]] {
    var days = [[Double]](repeating: [], count: personCount)
    for moment in moments where moment.kind == .couponGranted {
      days[Int(moment.person)].append(Double(moment.minute) / 1440)
    }
    return days
  }
}
