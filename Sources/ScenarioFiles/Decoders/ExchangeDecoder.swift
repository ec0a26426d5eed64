internal import IncentiveEngine
internal import Quantities

/// `exchange:` of `points:` — points that go to partners' programs, and come from them.
extension Form where Value == [ExchangeRule] {
  static var exchanges: Form {
    // Every exchange goes one way at least, so it has a first rule.
    Form<[[ExchangeRule]]>.list(of: .exchange)
      .distinct({ $0[0].partner }, of: "exchanges")
      .map { lines, _, _ in lines.flatMap(\.self) }
  }

  /// One partner: a rule for each way.
  fileprivate static var exchange: Form {
    ObjectForm(
      "an exchange", "Points exchanged with a partner's program, each way by rules of its own.",
      keys: .required(
        "name", .name(of: "a partner", example: "airline"), "Which of the partners of people:."),
      .optional("out", .exchangeWay, "Our points for the partner's.", fallback: "not exchanged"),
      .optional("in", .exchangeWay, "The partner's points for ours.", fallback: "not exchanged")
    ) { node, reading, name, out, back in
      guard
        reading.checkWord(
          name, at: node.valuePlace(of: "name"), among: reading.partnerNames,
          of: "partners of people:")
      else { return nil }
      guard out != nil || back != nil else {
        reading.report(
          node.place, "the exchange goes neither way",
          hint: "add \"out: { give: 100 points, get: 50 points, settle: ¥1 }\", or in:")
        return nil
      }
      return [(out, ExchangeRule.Direction.out), (back, .in)].compactMap { rule, direction in
        guard var rule else { return nil }
        rule.partner = name
        rule.direction = direction
        return rule
      }
    }.form
  }
}

extension Form where Value == ExchangeRule {
  /// `out: { give: 100 points, get: 50 points }`; its partner and direction come later.
  fileprivate static var exchangeWay: Form {
    ObjectForm(
      "a way of exchange", "How points go one way, in whole steps.",
      keys: .required("give", .points, "Points given up in one step."),
      .required("get", .points, "Points received for one step, before the fee."),
      .defaulted(
        "min", .points, "The fewest points given up at once.", .zero, text: "one step"),
      .defaulted(
        "fee", .share(example: "2%"),
        "The share of the points received that is kept; below 100%.", .zero, text: "0%"),
      .optional(
        "settle", .money,
        "What the merchant whose points are given up pays the other for a step.", fallback: "¥0")
    ) { node, reading, step, yield, minimum, fee, settlement in
      guard fee < .one else {
        reading.report(
          node.valuePlace(of: "fee"), "a fee of 100% leaves nothing to receive",
          hint: "give a share below 100%")
        return nil
      }
      for (key, points) in [("give", step), ("get", yield)] where points == .zero {
        reading.report(
          node.valuePlace(of: key), "points are exchanged for points, not for nothing",
          hint: "100 points, say")
        return nil
      }
      return ExchangeRule(
        partner: "", direction: .out, step: step, yield: yield, minimum: minimum, fee: fee,
        settlement: settlement ?? .zero)
    }.form
  }
}
