internal import IncentiveEngine
internal import Quantities
internal import ScenarioFiles
internal import SchemeLint
internal import Timeline

/// A finding as people read it: what, where, how much, and how a member gets there.
extension ArmFinding {
  var text: [String] {
    let head =
      "line \(position.line), \(Self.counted(arms)): \(finding.severity.rawValue) "
      + "\(finding.code): \(message)"
    return [head] + (finding.steps.isEmpty ? [] : ["  how: " + steps.joined(separator: "; ")])
  }

  private static func counted(_ arms: [String]) -> String {
    "arm\(arms.count == 1 ? "" : "s") \(arms.joined(separator: ", "))"
  }

  /// One sentence with the figures.
  var message: String {
    switch finding.kind {
    case .deepestDiscount(let purchase):
      return "\(basket(purchase)) pays \(currency.text(purchase.pay)), "
        + "\(Self.percent(purchase.off, of: purchase.list)) off\(rules(purchase))"
    case .belowCost(let purchase):
      let points =
        purchase.earnedValue > .zero
        ? " and earns points worth \(currency.text(purchase.earnedValue))" : ""
      return "\(basket(purchase)) pays \(currency.text(purchase.pay))\(points); it costs "
        + "\(currency.text(purchase.cost)), a loss of \(currency.text(Money.zero - purchase.net))"
        + rules(purchase)
    case .pointsWorthThePrice(let purchase):
      return "\(basket(purchase)) pays \(currency.text(purchase.pay)) and earns points worth "
        + "\(currency.text(purchase.earnedValue)): value grows with every order"
    case .refundKeepsPoints(let points, let worth):
      return "a purchase is given back, and \(points.count) points worth \(currency.text(worth)) "
        + "that it earned are kept: value grows with every round"
    case .refundKeepsTier(let tier):
      return "a purchase is given back, and the tier \(tier) that it brought is kept until a review"
    case .budgetNeverBinds(let limit):
      return "\(finding.rule) never binds: nobody reaches its limit of \(limit)"
    case .neverFires(let refusal):
      return "\(finding.rule) never takes part: \(Language.en.words(refusal)) [\(refusal.code)]"
    case .alwaysBeaten:
      return "\(finding.rule) never takes part: the least to pay is always reached without it"
    }
  }

  /// What a member does, a step each.
  var steps: [String] {
    finding.steps.map { step in
      switch step {
      case .join(let day): "joins on \(CivilDate(day).text)"
      case .order(let purchase): "buys \(basket(purchase)) for \(currency.text(purchase.pay))"
      case .orderWithPoints(let purchase, let value):
        "buys \(basket(purchase)) for \(currency.text(purchase.pay)), \(currency.text(value)) of it "
          + "with points"
      case .refund(let purchase): "gives \(basket(purchase)) back"
      case .wait(let day): "waits until \(CivilDate(day).text)"
      }
    }
  }

  private func basket(_ purchase: LintPurchase) -> String {
    let list = currency.text(purchase.list)
    let what =
      purchase.good.map { "\(purchase.quantity) × \($0) at \(list)" } ?? "a basket of \(list)"
    return purchase.minuteOfDay.map { "\(what) (at \(Self.time($0)))" } ?? what
  }

  private func rules(_ purchase: LintPurchase) -> String {
    purchase.rules.isEmpty ? "" : " (\(purchase.rules.joined(separator: ", ")))"
  }

  /// The time of day, such as 09:30.
  private static func time(_ minute: Int) -> String {
    let (hour, rest) = (minute / 60, minute % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A share with one decimal, rounded half up.
  private static func percent(_ part: Money, of whole: Money) -> String {
    guard whole > .zero else { return "0.0%" }
    let tenths = Rate(part.minor, over: whole.minor).of(1000, rounding: .halfUp)
    return "\(tenths / 10).\(tenths % 10)%"
  }
}

/// A finding as machines read it; money in minor units.
struct FindingJSON: Encodable {
  struct Purchase: Encodable {
    var good: String?
    var quantity: Int
    var listMinor, payMinor, earnedValueMinor, costMinor: Int64
    var day: String
    /// The minute of the day; nothing in its last hour, in which all is tried that knows no hours.
    var minuteOfDay: Int?
    var rules: [String]

    init(_ purchase: LintPurchase) {
      good = purchase.good
      quantity = purchase.quantity
      listMinor = purchase.list.minor
      payMinor = purchase.pay.minor
      earnedValueMinor = purchase.earnedValue.minor
      costMinor = purchase.cost.minor
      day = CivilDate(purchase.day).text
      minuteOfDay = purchase.minuteOfDay
      rules = purchase.rules
    }
  }

  var code: String
  var severity: String
  var rule: String
  var line: Int
  var column: Int
  var arms: [String]
  var message: String
  var steps: [String]
  /// The basket it is about; nothing for rules without effect.
  var purchase: Purchase?
  /// Why a rule never takes part; nothing otherwise.
  var reason: String?

  init(_ found: ArmFinding) {
    code = found.finding.code
    severity = found.finding.severity.rawValue
    rule = found.finding.rule
    line = found.position.line
    column = found.position.column
    arms = found.arms
    message = found.message
    steps = found.steps
    switch found.finding.kind {
    case .deepestDiscount(let basket), .belowCost(let basket), .pointsWorthThePrice(let basket):
      purchase = Purchase(basket)
    case .neverFires(let refusal): reason = refusal.code
    case .refundKeepsPoints, .refundKeepsTier, .budgetNeverBinds: break
    case .alwaysBeaten: reason = RuleFinding.Outcome.notNeeded.code
    }
  }
}
