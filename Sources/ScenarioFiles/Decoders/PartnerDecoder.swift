internal import IncentiveEngine
internal import Quantities
internal import Scenarios

/// `partners:` of `people:` — programs of other merchants in which members are, too.
extension Form where Value == [PartnerProgram] {
  static var partners: Form {
    .list(of: .partner, maximumCount: PartnerProgram.maximumCount)
      .distinct(\.name, of: "partners")
  }
}

extension Form where Value == PartnerProgram {
  fileprivate static var partner: Form {
    ObjectForm(
      "a partner", "Another merchant's points program, in which the members are, too.",
      keys: .required("name", .name(of: "a partner", example: "airline"), "Its name."),
      .optional(
        "worth", .redemptionRate,
        "What its points are worth to a member; with \"merchant:\" what they pay there.",
        fallback: "what the merchant says"),
      .required(
        "out-per-month", .number(0...100, example: "0.5"),
        "How often a member thinks of giving up our points for its points, in 30 days."),
      .required(
        "in-per-month", .number(0...100, example: "0.2"),
        "How often a member thinks of giving up its points for ours, in 30 days."),
      .optional(
        "brings", .points,
        "How many of its points a member then brings; with \"merchant:\" all on the account there.",
        fallback: "what the merchant says"),
      .optional(
        "merchant", .partnerMerchant,
        "The partner as a merchant whose accounts the engine runs, too.",
        fallback: "only its points are known")
    ) { node, reading, name, worth, out, back, brought, merchant in
      guard let merchant else {
        return known(name, worth, out, back, brought, node, reading)
      }
      for (key, isGiven) in [("worth", worth != nil), ("brings", brought != nil)] where isGiven {
        reading.report(
          node.place(of: key), "\"\(key):\" is what \"merchant:\" says already",
          hint: "leave it out: members hold accounts there")
        return nil
      }
      var named = merchant
      named.scheme.name = name
      var program = PartnerProgram(
        name: name, minorEach: merchant.scheme.redeemedEach, outPerMonth: out, inPerMonth: back,
        brought: .zero)
      program.merchant = named
      return program
    }.form
  }

  /// A partner of which only is known what its points are worth, and how many members bring.
  private static func known(
    _ name: String, _ worth: RedemptionRate?, _ out: Double, _ back: Double, _ brought: Points?,
    _ node: LocatedNode, _ reading: Reading
  ) -> PartnerProgram? {
    guard let worth, let brought else {
      let missing = worth == nil ? "worth" : "brings"
      reading.report(
        node.place, "a partner needs \"\(missing):\"",
        hint: "say worth: and brings:, or merchant: with a scheme of its own")
      return nil
    }
    guard brought.count <= PartnerProgram.maximumBrought else {
      reading.report(
        node.valuePlace(of: "brings"),
        "a member brings more than \(PartnerProgram.maximumBrought) points at a time",
        hint: "how many does a usual account hold?")
      return nil
    }
    return PartnerProgram(
      name: name, minorEach: Rate(worth.value.minor, over: worth.points.count),
      outPerMonth: out, inPerMonth: back, brought: brought)
  }
}

extension Form where Value == PartnerMerchant {
  /// `merchant:` — members' accounts at the partner, run by the same engine.
  fileprivate static var partnerMerchant: Form {
    ObjectForm(
      "a partner's merchant",
      "A partner with accounts of its own, in which members earn and spend.",
      keys: .required(
        "members", .share(example: "40%"),
        "The share of people who are its members from the first day on."),
      .required(
        "orders-per-month", .number(0...30, example: "0.5"),
        "How often one of them orders there, in 30 days; the same orders in every arm."),
      .required("basket", .money, "What such an order costs."),
      .required("scheme", .partnerScheme, "Its incentive rules.")
    ) { node, reading, share, orders, basket, scheme in
      guard basket > .zero else {
        reading.report(
          node.valuePlace(of: "basket"), "an order for nothing earns nothing", hint: "¥300, say")
        return nil
      }
      return PartnerMerchant(
        scheme: scheme, memberShare: share, ordersPerMonth: orders, basket: basket)
    }.form
  }
}

extension Form where Value == Scheme {
  /// `scheme:` of a partner — points, and nothing else.
  fileprivate static var partnerScheme: Form {
    ObjectForm(
      "a partner's scheme", "A partner's incentive rules: points that are earned, spent and lost.",
      keys: .required("points", .partnerPoints, "How points are earned, spent and lost there.")
    ) { node, reading, points in
      let scheme = Scheme(name: "partner", points: points)
      SchemeProblemPlace.report(scheme.problems, of: node, reading)
      return scheme.problems.isEmpty ? scheme : nil
    }.form
  }
}

extension Form where Value == PointsProgram {
  fileprivate static var partnerPoints: Form {
    ObjectForm(
      "a partner's points", "How a partner's points are earned, spent and lost.",
      keys: .required("earn", .earnRule, "What a purchase there earns."),
      .required("redeem", .redemption, "How points pay there: what they are worth to a member."),
      .defaulted("expire", .expiry, "When they expire, by lot.", .never, text: "never")
    ) { _, _, earn, redeem, expiry in
      PointsProgram(earn: earn, redeem: redeem, expiry: expiry)
    }.form
  }
}

extension Scheme {
  /// What a point pays, in minor units of money.
  fileprivate var redeemedEach: Rate {
    points?.redeem.map { Rate($0.stepValue.minor, over: $0.stepPoints.count) } ?? .zero
  }
}
