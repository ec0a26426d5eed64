internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// The stamp card as it stands in the file.
struct StampLine: Sendable {
  /// All but its reward.
  var card: StampCard
  var keys: RewardKeys
  var node: LocatedNode

  /// The card, once the coupons of the scheme are known.
  func card(offers: [Offer], _ reading: Reading) -> StampCard? {
    guard let content = keys.content(offers, node, reading) else { return nil }
    var card = card
    card.reward = content
    return card
  }
}

/// `stamp-card:` — so many purchases and one is free.
extension Form where Value == StampLine {
  static var stampCard: Form {
    ObjectForm(
      "stamp-card", "A card that fills with stamps; a full one is turned in for a reward.",
      keys: .required(
        "stamp", .stampEarning, "What earns a stamp; an order with nothing to pay earns none."),
      .required("size", .integer(1...1000, example: "10"), "Stamps on a full card."),
      .defaulted(
        "start", .integer(0...999, example: "2"), "Stamps that every card bears from the start.",
        0, text: "0"),
      .optional(
        "cost", .money, "What the goods of a full card cost the merchant.", fallback: "see coupon"),
      .optional("worth", .money, "What they are worth to a member.", fallback: "their cost"),
      .optional(
        "coupon", .name(of: "a coupon", example: "free-cup"),
        "The coupon that a full card brings, of those granted as a reward.", fallback: "none"),
      .optional(
        "valid", .positiveDays, "Days for which a card may be filled, from its first stamp on.",
        fallback: "for ever"),
      .defaulted(
        "returned", .stampShortfall,
        "What becomes of a returned item's stamp once its card was turned in: owed or forgiven.",
        .owed, text: "owed")
    ) { node, reading, earning, size, start, cost, worth, coupon, valid, shortfall in
      guard start < size else {
        reading.report(
          node.valuePlace(of: "start"), "a card that is full from the start earns nothing",
          hint: "start below \(size)")
        return nil
      }
      return StampLine(
        card: StampCard(
          earning: earning, size: size, startStamps: start,
          reward: .item(cost: .zero, value: .zero), validDays: valid, shortfall: shortfall),
        keys: RewardKeys(cost: cost, worth: worth, coupon: coupon), node: node)
    }.form
  }
}

extension Form where Value == StampCard.Earning {
  /// `item`, `order`, or `order from ¥30`.
  static var stampEarning: Form {
    .scalar(
      ScalarShape(
        "what earns a stamp",
        patterns: ["^item$", "^order( from \(ScalarShape.moneyBody))?$"],
        examples: ["item", "order", "order from ¥30"])
    ) { (text, reading) throws(ScalarFailure) in
      if text == "item" { return .perItem }
      if text == "order" { return .perOrder(minimumSpend: .zero) }
      guard let minimum = text.remainder(after: "order from ") else {
        throw ScalarFailure("\"\(text.shortened)\" does not say what earns a stamp")
      }
      return .perOrder(minimumSpend: try MoneyText.read(minimum.trimmed, in: reading.currency))
    }
  }
}

extension Form where Value == StampCard.Shortfall {
  /// What becomes of a stamp that is taken back after its card was turned in.
  static var stampShortfall: Form {
    .choice("what becomes of a returned stamp", [("owed", .owed), ("forgiven", .forgiven)])
  }
}
