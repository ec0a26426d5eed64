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
    for entry in told { lines += entry.text() }
    if told.isEmpty { lines.append("Nothing happened in these days.") }
    return lines + [""] + closing
  }

  private var heading: [String] {
    let who = person.isMember ? "a member" : "a prospect"
    let date = CivilDate(person.start.day).text
    let birthday = "birthday \(person.birthday.month)/\(person.birthday.day) (month/day)"
    let needs = Self.needs(aYear: person.needsPerWeek * 365.25 / 7)
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

  private static func needs(aYear count: Double) -> String {
    count < 0.05
      ? "less than one need in 20 years" : String(format: "%.1f needs a year", count)
  }

  private func summary(of earlier: [StoryEntry]) -> String {
    let orders = earlier.filter { $0.kind == .order }
    let paid = orders.reduce(0) { $0 + ($1.occasion?.paidMinor ?? 0) }
    let balance = Currency.grouped((earlier.last?.balance ?? 0).magnitude)
    return
      "Before \(CivilDate(days.lowerBound).text): \(ScenarioCheck.counted(orders.count, "order")), "
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
    return [
      "At the end of \(CivilDate(days.upperBound).text): \(sum) = \(balance) points outstanding.",
      verdict(balanceChecks),
    ]
  }
}

extension MemberStory {
  /// Whether the engine's balance is what the transfers sum up to.
  private func verdict(_ checks: (count: Int, failures: Int)) -> String {
    let times = ScenarioCheck.counted(checks.count, "time")
    return switch checks {
    case (0, _): "The engine was not asked for the balance in these days."
    case (_, 0): "The engine was asked for the balance \(times) and agreed with the transfers."
    default: "The engine's balance DISAGREED with the transfers \(checks.failures) of \(times)."
    }
  }
}

extension StoryEntry {
  /// The entry as people read it: one line, and its details below.
  ///
  /// - Parameter showsTime: whether the time of day is known.
  func text(showsTime: Bool = true) -> [String] {
    let change = pointsChange
    let account =
      change == 0
      ? ""
      : "  [\(change > 0 ? "+" : "−")\(Currency.grouped(change.magnitude)) → "
        + "\(Currency.grouped(balance.magnitude)) points]"
    let when = showsTime ? minute.text : CivilDate(minute.day).text
    let indent = String(repeating: " ", count: when.count + 2)
    return ["\(when)  \(headline)\(account)"] + details.map { indent + $0 }
  }
}
