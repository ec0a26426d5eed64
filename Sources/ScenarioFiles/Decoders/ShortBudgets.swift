internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// A limit written in one line, such as `100 per day`: the short way to write one of `budgets:`.
struct ShortLimit<Amount: Sendable>: Sendable {
  var amount: Amount
  var period: CalendarPeriod?
  var scope: Budget.Scope = .programme
}

/// The budgets that stand beside what they limit, each with the key that it comes from.
struct ShortBudget: Sendable {
  var budget: Budget
  var place: Place

  /// The stock and the budget of one offer.
  static func all(
    of offer: String, stock: ShortLimit<Int>?, budget: ShortLimit<Money>?, _ node: LocatedNode
  ) -> [ShortBudget] {
    let stocked = stock.map { limit in
      ShortBudget(
        budget: Budget(
          name: "\(offer)-stock", measure: .uses, limit: Int64(limit.amount), rules: [offer],
          period: limit.period, scope: limit.scope), place: node.place(of: "stock"))
    }
    let paid = budget.map { limit in
      ShortBudget(
        budget: Budget(
          name: "\(offer)-budget", measure: .money, limit: limit.amount.minor, rules: [offer],
          period: limit.period, scope: limit.scope), place: node.place(of: "budget"))
    }
    return [stocked, paid].compactMap(\.self)
  }

  /// The stock of a reward of the points mall that all members share.
  static func stock(
    ofReward name: String, _ limit: ShortLimit<Int>, _ node: LocatedNode
  ) -> ShortBudget {
    ShortBudget(
      budget: Budget(
        name: "mall-\(name)-stock", measure: .uses, limit: Int64(limit.amount),
        rules: [Budget.reward(name)], period: limit.period, scope: limit.scope),
      place: node.place(of: "stock"))
  }
}

private let periodPattern = "( per (day|week|month|quarter|half-year|year))?$"

extension Form where Value == ShortLimit<Int> {
  /// `100`, `100 per day`, `20 per community`.
  static var stock: Form {
    .scalar(
      ScalarShape(
        "a stock", patterns: ["^[0-9][0-9_]*( per community)?$", "^[0-9][0-9_]*" + periodPattern],
        resolved: .integer(1...1_000_000_000), examples: ["100", "100 per day", "20 per community"])
    ) { (text, _) throws(ScalarFailure) in
      let isEachCommunitys = text.hasSuffix(" per community")
      let (amount, period) =
        isEachCommunitys ? (String(text.dropLast(14)), nil) : text.splitAtPeriod
      guard !amount.contains(" per ") else {
        throw ScalarFailure(
          "\"\(text.shortened)\" does not say whose stock it is, or for which period")
      }
      guard
        let count = try DecimalText(amount.trimmed).scaled(by: 0),
        (1...1_000_000_000).contains(count)
      else { throw ScalarFailure("a stock is a whole number from 1 to 1000000000") }
      return ShortLimit(
        amount: Int(count), period: period, scope: isEachCommunitys ? .community : .programme)
    }
  }
}

extension Form where Value == ShortLimit<Money> {
  /// `¥10_000`, `¥10_000 per month`.
  static var moneyBudget: Form {
    .scalar(
      ScalarShape(
        "a budget of money", patterns: MoneyText.patterns.map { $0.dropLast() + periodPattern },
        examples: ["¥10_000", "¥10_000 per month"])
    ) { (text, reading) throws(ScalarFailure) in
      let (amount, period) = text.splitAtPeriod
      return ShortLimit(
        amount: try MoneyText.read(amount, in: reading.currency), period: period)
    }
  }
}

extension Form where Value == ShortLimit<Points> {
  /// `200_000 points`, `200_000 points per month`.
  static var pointsBudget: Form {
    .scalar(
      ScalarShape(
        "a budget of points", patterns: ["^[0-9][0-9_]* points" + periodPattern],
        examples: ["200_000 points", "200_000 points per month"])
    ) { (text, _) throws(ScalarFailure) in
      let (amount, period) = text.splitAtPeriod
      guard amount.hasSuffix(" points") else {
        throw ScalarFailure("\"\(text.shortened)\" is not a budget of points")
      }
      let digits = String(amount.dropLast(7)).trimmed
      return ShortLimit(
        amount: try EarningText.points(try DecimalText(digits), text), period: period)
    }
  }
}
