internal import CommunitySimulation
internal import Foundation
internal import IncentiveEngine
internal import PointsLedger
internal import Quantities
internal import Scenarios
internal import Timeline

/// A story as people read it.
extension MemberStory {
  private var currency: Currency { ready.scenario.currency }

  func text(ordersOnly: Bool) -> [String] {
    var lines = heading + [""]
    if !earlier.isEmpty { lines += [summary(of: earlier), ""] }
    let told = told(ordersOnly: ordersOnly)
    for entry in told { lines += entry.text }
    if told.isEmpty { lines.append("Nothing happened in these days.") }
    return lines + [""] + closing
  }

  private var heading: [String] {
    let who = person.isMember ? "a member" : "a prospect"
    let date = CivilDate(person.start.day).text
    let birthday = "birthday \(person.birthday.month)/\(person.birthday.day) (month/day)"
    let needs = String(format: "%.1f needs a year", person.needsPerWeek * 365.25 / 7)
    let response =
      person.response > 0
      ? String(format: "responds to offers with strength %.2f", person.response)
      : "responds to no offer"
    return [
      "Person \(person.number) of \(ready.scenario.title), arm \(arm.name)",
      "\(who) from \(date), segment \(ready.scenario.people.segments[person.segment].name), "
        + "community \(person.community), replication \(replication)",
      "\(birthday), \(needs) while a customer, \(response)",
    ]
  }

  private func summary(of earlier: [StoryEntry]) -> String {
    let orders = earlier.filter { $0.kind == .order }
    let paid = orders.reduce(0) { $0 + ($1.occasion?.paidMinor ?? 0) }
    let balance = Currency.grouped((earlier.last?.balance ?? 0).magnitude)
    return "Before \(CivilDate(days.lowerBound).text): \(orders.count) orders, "
      + "\(currency.text(Money(minor: paid))) paid, \(balance) points on the account."
  }

  /// The transfers, summed up, beside what the engine said.
  private var closing: [String] {
    func total(_ isRight: (Transfer) -> Bool) -> Int64 {
      transfers.filter(isRight).reduce(0) { $0 + $1.memberChange }
    }
    let issued = total { !$0.source.isMember && $0.target.isMember }
    let spent = -total { $0.target == .redemption }
    let expired = -total { $0.target == .breakage }
    let balance = known.last?.balance ?? 0
    let other = balance - issued + spent + expired
    var sum = "issued \(issued) − redeemed \(spent) − expired \(expired)"
    if other != 0 { sum += " \(other < 0 ? "−" : "+") corrected \(other.magnitude)" }
    let checks = balanceChecks
    let verdict =
      checks.failures == 0
      ? "The engine's balance agreed with the transfers each of the \(checks.count) times it was asked."
      : "The engine's balance DISAGREED with the transfers \(checks.failures) of "
        + "\(checks.count) times."
    return [
      "At the end of \(CivilDate(days.upperBound).text): \(sum) = \(balance) points outstanding.",
      verdict,
    ]
  }
}

extension StoryEntry {
  /// The entry as people read it: one line, and its details below.
  var text: [String] {
    let change = pointsChange
    let account =
      change == 0
      ? ""
      : "  [\(change > 0 ? "+" : "−")\(Currency.grouped(change.magnitude)) → "
        + "\(Currency.grouped(balance.magnitude)) points]"
    let indent = String(repeating: " ", count: 18)
    return ["\(time)  \(headline)\(account)"] + details.map { indent + $0 }
  }
}
