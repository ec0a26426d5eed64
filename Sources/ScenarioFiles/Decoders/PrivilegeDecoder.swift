internal import IncentiveEngine
internal import Quantities

/// What a privilege is, as it stands in the file.
enum PrivilegeWord: Sendable {
  case withEachOrder, hiddenProduct
  case box(Privilege.Occasion)
  case presalesEarly(days: Int)

  fileprivate var comesWithOrders: Bool {
    switch self {
    case .withEachOrder, .hiddenProduct: true
    case .box, .presalesEarly: false
    }
  }
}

extension Offer {
  /// Whether a deposit buys it.
  fileprivate var isPresale: Bool {
    if case .coupon(.deposit, _) = access { return true }
    return false
  }
}

/// One privilege as it stands in the file.
struct PrivilegeLine: Sendable {
  /// All but its tier and its presale.
  var privilege: Privilege
  var tier: String?
  var presale: String?
  var node: LocatedNode

  /// The privilege, once tiers and offers are known.
  func privilege(tiers: [TierLine], offers: [Offer], _ reading: Reading) -> Privilege? {
    guard var privilege = withPresale(among: offers, reading) else { return nil }
    guard let tier else { return privilege }
    privilege.condition.tier = tiers.firstIndex { $0.name == tier }
    guard privilege.condition.tier == nil else { return privilege }
    reading.report(
      node.valuePlace(of: "tier"), "unknown tier \"\(tier.shortened)\"",
      hint: Suggestion.hint(for: tier, among: tiers.map(\.name)))
    return nil
  }

  private func withPresale(among offers: [Offer], _ reading: Reading) -> Privilege? {
    guard let presale else { return privilege }
    var privilege = privilege
    let presales = offers.enumerated().filter { $0.element.isPresale }
    privilege.condition.presale = presales.first { $0.element.name == presale }?.offset
    guard privilege.condition.presale == nil else { return privilege }
    reading.report(
      node.valuePlace(of: "presale"), "unknown presale \"\(presale.shortened)\"",
      hint: Suggestion.hint(for: presale, among: presales.map(\.element.name)))
    return nil
  }
}

/// `privileges:` — what only members who qualify have.
extension Form where Value == PrivilegeLine {
  static var privilege: Form {
    ObjectForm(
      "a privilege", "Something that only members who qualify have; all conditions must hold.",
      keys: .required("name", .name(of: "a privilege", example: "free-shipping"), "Its name."),
      .required("gives", .privilegeWord, "What it is."),
      .optional(
        "tier", .name(of: "a tier", example: "gold"), "The lowest tier that has it.",
        fallback: "all members"),
      .optional(
        "year-spend", .positiveMoney,
        "Money paid in the calendar year from which on a member has it, until the year ends.",
        fallback: "any"),
      .optional(
        "month-orders", .integer(1...1000, example: "3"),
        "Orders in the calendar month after which a member has it, until the month ends; a box is "
          + "given when the next one begins.", fallback: "any"),
      .optional(
        "presale", .name(of: "a presale", example: "double-eleven"),
        "The presale whose balance the order pays: free shipping of it and of what is bought with "
          + "it, say.", fallback: "any order"),
      .optional(
        "items", .items, "The items of whose orders a hidden product is a part.", fallback: "none"),
      .optional("cost", .money, "What it costs the merchant each time.", fallback: "none"),
      .optional(
        "worth", .positiveMoney, "What it is worth to a member each time.", fallback: "its cost")
    ) { node, reading, name, word, tier, spend, orders, presale, items, cost, worth in
      guard check(word, items, node, reading),
        let kind = Privilege.Kind(word, items: items ?? [])
      else { return nil }
      return PrivilegeLine(
        privilege: Privilege(
          name: name, condition: .init(yearSpend: spend, monthOrders: orders), kind: kind,
          cost: cost ?? .zero, value: worth ?? cost ?? .zero),
        tier: tier, presale: presale, node: node)
    }.form
  }

  /// Whether the keys that are there mean something for what the privilege is.
  private static func check(
    _ word: PrivilegeWord, _ items: [UInt16]?, _ node: LocatedNode, _ reading: Reading
  ) -> Bool {
    let before = reading.reportCount
    if case .hiddenProduct = word {
      if items == nil {
        reading.report(
          node.place, "the hidden product has no items",
          hint: "add items: the items of the catalogue of whose orders it is a part")
      }
    } else if items != nil {
      reading.report(
        node.place(of: "items"), "only a hidden product looks at items",
        hint: "remove it, or write \"gives: hidden product\"")
    }
    if node["presale"] != nil, !word.comesWithOrders {
      reading.report(
        node.place(of: "presale"), "only what comes with an order looks at its balance",
        hint: "remove it, or write \"gives: with each order\"")
    }
    if case .presalesEarly = word {
      for key in ["cost", "worth"] where node[key] != nil {
        reading.report(
          node.place(of: key), "\"\(key)\" means nothing here: what is had early is the presale",
          hint: "remove it")
      }
    } else if node["cost"] == nil, node["worth"] == nil {
      reading.report(
        node.place, "the privilege does not say what it costs and is worth",
        hint: "add \"cost: ¥8, worth: ¥10\"")
    }
    return reading.reportCount == before
  }
}

extension Privilege.Kind {
  fileprivate init?(_ word: PrivilegeWord, items: [UInt16]) {
    switch word {
    case .withEachOrder: self = .perOrder
    case .hiddenProduct: self = .hidden(items: items)
    case .box(let occasion): self = .box(occasion)
    case .presalesEarly(let days): self = .earlyAccess(days: days)
    }
  }
}

extension Form where Value == PrivilegeWord {
  /// `with each order`, `hidden product`, `monthly box`, `birthday box`, `presales 2 days early`.
  fileprivate static var privilegeWord: Form {
    .scalar(
      ScalarShape(
        "what a privilege gives",
        patterns: [
          "^(with each order|hidden product|(monthly|birthday) box)$",
          "^presales [0-9]+ days? early$",
        ],
        examples: [
          "with each order", "hidden product", "monthly box", "birthday box",
          "presales 2 days early",
        ])
    ) { (text, _) throws(ScalarFailure) in
      switch text {
      case "with each order": return .withEachOrder
      case "hidden product": return .hiddenProduct
      case "monthly box": return .box(.monthly)
      case "birthday box": return .box(.birthday)
      default: break
      }
      let unit = text.hasSuffix(" days early") ? 11 : 10
      guard text.hasSuffix(" days early") || text.hasSuffix(" day early"),
        let rest = text.remainder(after: "presales "),
        let days = try DecimalText(String(rest.dropLast(unit)).trimmed).scaled(by: 0)
      else { throw ScalarFailure("\"\(text.shortened)\" does not say what is given") }
      guard (1...Int64(Scheme.maximumEarlyDays)).contains(Int64(days)) else {
        throw ScalarFailure("presales open 1 to \(Scheme.maximumEarlyDays) days early")
      }
      return .presalesEarly(days: Int(days))
    }
  }
}
