internal import IncentiveEngine
internal import Quantities

/// Bounds on what a scheme's numbers come to together; the engine checks each for itself.
///
/// assumption: every bound is far above what a merchant can mean and far below where sums of
/// 64 bits overflow.
struct SchemeBounds {
  /// The most that all factors of one order may come to.
  static let maximumFactor = 1000.0
  /// The most units of money that points for one unit of money may be worth.
  static let maximumReturn: Int64 = 100
  /// The most minor units of money that a point may be worth.
  static let maximumPointValue: Int64 = 1_000_000_000

  let scheme: Scheme
  let node: LocatedNode
  let reading: Reading

  /// Reports every bound that a scheme exceeds, at the last of the lines that make it so, which is
  /// that of an arm if it sets one of them.
  func check() {
    checkFactors()
    guard let points = scheme.points, let redeem = points.redeem else { return }
    let isReasonable = checkValue(of: redeem)
    guard isReasonable else { return }
    checkReturn(of: points.earn, redeem, at: "points.earn")
    for rule in points.rules {
      checkReturn(of: rule.effect.asRate, redeem, at: "points.earn.\(rule.name).earn")
    }
  }

  /// Whether a point is worth a sum that can be counted.
  private func checkValue(of redeem: RedeemRule) -> Bool {
    let most = redeem.stepPoints.count.multipliedReportingOverflow(by: Self.maximumPointValue)
    guard !most.overflow, redeem.stepValue.minor > most.partialValue else { return true }
    reading.report(
      last(["points.redeem.rate"]),
      "one point pays more than \(text(Money(minor: Self.maximumPointValue)))",
      hint: "is a digit held down? usual is 100 points = \(reading.currency.sign)1 or so")
    return false
  }

  private func checkReturn(of earn: EarnRule, _ redeem: RedeemRule, at place: String) {
    let value = Int128(redeem.stepValue.minor)
    let step = Int128(redeem.stepPoints.count)
    let places = [place, "points.redeem.rate"]
    switch earn {
    case .perMinorPaid(let rate):
      let earned = Int128(rate.numerator) * value
      guard earned > Int128(Self.maximumReturn) * Int128(rate.denominator) * step else { return }
      let unit = reading.currency.sign + "1"
      reading.report(
        last(places),
        "\(unit) earns points worth more than \(Self.maximumReturn) times itself",
        hint: "earn fewer points for \(unit), or let a point pay less")
    case .perItem(let number):
      guard Int128(number.count) * value > Int128(Scheme.maximumAmount) * step else { return }
      reading.report(
        last(places),
        "an item earns points worth more than \(text(Money(minor: Scheme.maximumAmount)))",
        hint: "earn fewer points for an item, or let a point pay less")
    }
  }

  private func checkFactors() {
    let tiers = [nil] + (scheme.tiers?.tiers.indices.map(Optional.some) ?? [])
    for tier in tiers {
      let open = scheme.multipliers.filter { $0.tier == nil || $0.tier == tier }
      let together = Multiplier.Kind.allCases.flatMap { most(of: $0, in: open) }
      guard combined(together) > Self.maximumFactor else { continue }
      reading.report(
        last(together.map { "multipliers.\($0.name).factor" }),
        "the factors on points that could meet on one order come to more than ×"
          + Self.maximumFactor.plain,
        hint: "these could meet: " + together.map { "\($0.name)" }.joined(separator: ", ")
          + (isMultiplicative ? "; \"combine: additive\" adds them" : ""))
      return
    }
  }

  /// Of the factors of one kind, those open on that kind's best day.
  private func most(of kind: Multiplier.Kind, in open: [Multiplier]) -> [Multiplier] {
    let alike = open.filter { $0.kind == kind }
    let days = alike.map { first in alike.filter { $0.isOpen(onFirstDayOf: first) } }
    return days.max { combined($0) < combined($1) } ?? []
  }

  private var isMultiplicative: Bool { scheme.multiplierCombination == .multiplicative }

  private func combined(_ multipliers: [Multiplier]) -> Double {
    let factors = multipliers.map(\.factor.value)
    return isMultiplicative ? factors.reduce(1, *) : factors.reduce(1) { $0 + $1 - 1 }
  }

  private func text(_ money: Money) -> String { reading.currency.text(money) }

  /// The place furthest down the file.
  private func last(_ paths: [String]) -> Place {
    let places = paths.map {
      SchemeProblemPlace.place(of: $0.split(separator: ".").map(String.init), in: node)
    }
    return places.max { ($0.line, $0.column) < ($1.line, $1.column) } ?? node.place
  }
}

extension EarningRule.Effect {
  /// The rate that bounds the rule: points for money, or for an item.
  fileprivate var asRate: EarnRule {
    switch self {
    case .fixed(let points), .perItem(let points): .perItem(points)
    case .perMinorPaid(let rate): .perMinorPaid(rate)
    case .perFull(let money, let points): .perMinorPaid(Rate(points.count, over: money.minor))
    }
  }
}

extension Multiplier {
  /// How a window is given; windows of two kinds can always meet.
  fileprivate enum Kind: CaseIterable {
    case dates, weekday, dayOfMonth, birthday, coupon
  }

  fileprivate var kind: Kind {
    switch window {
    case .dates: .dates
    case .weekday: .weekday
    case .dayOfMonth: .dayOfMonth
    case .birthday: .birthday
    case .coupon: .coupon
    }
  }

  /// Whether the factor is open on the first day on which another of its kind is.
  fileprivate func isOpen(onFirstDayOf other: Multiplier) -> Bool {
    switch (window, other.window) {
    case (.dates(let days), .dates(let others)): days.contains(others.lowerBound)
    case (.weekday(let day), .weekday(let other)): day == other
    // A shorter month's last day stands for all days it lacks.
    case (.dayOfMonth(let day), .dayOfMonth(let other)): day == other || min(day, other) >= 28
    case (.birthday, .birthday), (.coupon, .coupon): true
    default: false
    }
  }
}
