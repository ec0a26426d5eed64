internal import CommunitySimulation
internal import Foundation
internal import IncentiveEngine
internal import MemberBehavior
internal import PointsLedger
internal import Quantities
internal import Timeline

/// Engine and behavior in plain words, under one scheme.
struct StoryWords {
  let scheme: CompiledScheme
  let currency: Currency

  /// A movement of points, such as `+30 points by points.earn (lot 2026-01, last day 2027-01-31)`.
  func transfer(_ transfer: Transfer) -> String {
    let sign = transfer.memberChange < 0 ? "−" : "+"
    let expiry =
      transfer.lot.expiry == .never
      ? "never expires" : "last day \(CivilDate(transfer.lot.expiry).text)"
    let verb = transfer.reason == .expiry ? "issued by" : "by"
    return "\(sign)\(points(transfer.points)) \(verb) \(scheme.ruleName(transfer.rule)) "
      + "(lot of \(transfer.lot.vintage.text), \(expiry))"
  }

  func points(_ points: Points) -> String {
    "\(Currency.grouped(points.count.magnitude)) point\(points.count == 1 ? "" : "s")"
  }

  func tier(_ position: UInt8) -> String {
    let names = scheme.tierNames
    return names.indices.contains(Int(position)) ? names[Int(position)] : "none"
  }

  /// What the rules took off a basket, a line each, and in one line what was not granted.
  func findings(_ findings: [RuleFinding]) -> [String] {
    var lines: [String] = []
    var refused: [String] = []
    for finding in findings where finding.name.hasPrefix("offers.") || finding.money > .zero {
      switch finding.outcome {
      case .applied where finding.name != "points.redeem":
        lines.append("\(finding.name) takes off \(currency.text(finding.money))")
      case .applied: break
      case .notNeeded: refused.append("\(finding.name) (the least to pay is reached without it)")
      case .refused(let refusal): refused.append("\(finding.name) (\(words(refusal)))")
      }
    }
    if !refused.isEmpty { lines.append("not granted: " + refused.joined(separator: ", ")) }
    return lines
  }

  /// Which points could pay, and which did.
  func spending(_ record: OccasionRecord) -> String? {
    guard let quote = record.quote, quote.spendablePoints > .zero else { return nil }
    if let decision = record.decision, decision.spentPoints > .zero {
      return "\(points(decision.spentPoints)) paid \(currency.text(decision.spentValue))"
    }
    let could = "\(points(quote.spendablePoints)) could pay \(currency.text(quote.spendableValue))"
    return record.isOrder ? "\(could); they were kept" : could
  }

  /// Why an occasion became an order or not.
  func reason(_ record: OccasionRecord) -> [String] {
    guard let parts = record.parts else { return ["a need; who is no member is offered nothing"] }
    let mark = "the mark of this one is \(percent(record.occasion.mark))"
    var lines: [String]
    switch record.occasion.stream {
    case .need where parts.acceptance >= 1:
      return ["a need: it becomes an order whatever is offered"]
    case .need:
      lines = ["a need: \(percent(parts.acceptance)) become orders at this wear, \(mark)"]
    case .impulse:
      lines = ["a visit: \(percent(parts.acceptance)) become orders at this offer, \(mark)"]
    case .message:
      lines = [
        "a visit that a message brought: \(percent(parts.acceptance)) become orders at this offer, "
          + mark
      ]
    }
    if record.hasLapsed { lines[0] += " (the customer had lapsed)" }
    return lines + [utility(parts)]
  }

  private func utility(_ parts: UtilityParts) -> String {
    let named = [
      ("price", parts.price), ("coupon", parts.coupon), ("points", parts.points),
      ("reward near", parts.reward), ("tier near", parts.tier), ("expiry near", parts.urgency),
    ].filter { abs($0.1) >= 0.005 }.map { "\($0.0) \(decimal($0.1))" }
    let attraction = named.isEmpty ? "nothing attracts" : named.joined(separator: ", ")
    let wear = parts.wear >= 0.005 ? " − \(decimal(parts.wear)) of wear" : ""
    let product = "\(decimal(parts.response)) × \(decimal(parts.attraction))"
    return "utility \(decimal(parts.utility)) = \(product)\(wear) (\(attraction))"
  }

  /// What a notice tells.
  func notice(_ notice: Notice) -> String? {
    switch notice {
    case .none: nil
    case .expiryWarning(let count, let value, let lastDay):
      "warning: \(points(count))\(value > .zero ? " worth \(currency.text(value))" : "") "
        + "are lost after \(CivilDate(lastDay).text)"
    case .couponGranted(let offer): "coupon granted: offers.\(scheme.offerNames[offer])"
    }
  }

  /// A rise or fall between tiers, if there is one.
  func tierChange(_ decision: Decision) -> String? {
    guard decision.tierBefore != decision.tierAfter else { return nil }
    let rises = decision.tierAfter > decision.tierBefore
    return "\(rises ? "rises" : "falls") from \(tier(decision.tierBefore)) to "
      + tier(decision.tierAfter)
  }

  /// The coupons that a decision grants, a line each.
  func granted(_ decision: Decision) -> [String] {
    scheme.offerNames.enumerated().compactMap { position, name in
      decision.granted.contains(OfferSet(offer: position)) ? "coupon granted: offers.\(name)" : nil
    }
  }

  /// What an order brought besides points: growth value, a tier, coupons.
  func outcome(_ decision: Decision) -> [String] {
    var lines: [String] = []
    if decision.earnedGrowth > .zero {
      lines.append(
        "+\(Currency.grouped(decision.earnedGrowth.count.magnitude)) growth value by growth.earn")
    }
    if let change = tierChange(decision) { lines.append(change) }
    return lines + granted(decision)
  }

  private func words(_ refusal: Refusal) -> String {
    switch refusal {
    case .none: "granted"
    case .notAMember: "not a member"
    case .alreadyAMember: "a member already"
    case .notFound: "no such rule"
    case .notRunning: "not running on this day"
    case .notHeld: "no such coupon held"
    case .alreadyHeld: "held already"
    case .notInAudience: "not for this member"
    case .belowThreshold: "basket below the threshold"
    case .notCombinable: "does not combine"
    case .pointsNotSpendable: "points cannot be spent on this basket"
    case .capReached: "as many taken as each may in this period"
    case .stockOut: "none left"
    case .pointsMissing: "not enough points"
    }
  }

  /// Two decimals; a number that rounds to zero has no sign.
  func decimal(_ number: Double) -> String {
    let hundredths = (number * 100).rounded()
    return (hundredths < 0 ? "−" : "") + String(format: "%.2f", abs(hundredths) / 100)
  }

  func percent(_ share: Double) -> String {
    String(format: share < 0.1 ? "%.2f%%" : "%.1f%%", share * 100)
  }
}
