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
    for entry in told { lines += entry.text(language) }
    if told.isEmpty {
      lines.append(language("Nothing happened in these days.", "这些天里没有发生任何事。"))
    }
    return lines + [""] + closing
  }

  private var heading: [String] {
    let (title, segment) = (
      ready.scenario.title, ready.scenario.people.segments[person.segment].name
    )
    let date = CivilDate(person.start.day).text
    let birthday = "\(person.birthday.month)/\(person.birthday.day)"
    let strength = String(format: "%.2f", person.response)
    return [
      language(
        "Person \(person.number) of \(title), arm \(arm.name)",
        "\(title)，第 \(person.number) 人，方案组 \(arm.name)"),
      language(
        "\(person.isMember ? "a member" : "a prospect") from \(date), segment \(segment), ",
        "\(person.isMember ? "会员" : "潜客")，始于 \(date)，人群 \(segment)，")
        + language(
          "community \(person.community), replication \(replication)",
          "社区 \(person.community)，重复 \(replication)"),
      language("birthday \(birthday) (month/day), ", "生日 \(birthday)（月/日），")
        + needs(aYear: person.needsPerWeek * 365.25 / 7)
        + (person.response > 0
          ? language(
            ", responds to offers with strength \(strength)", "，对优惠的反应强度 \(strength)")
          : language(", responds to no offer", "，对优惠没有反应")),
    ]
  }

  private func needs(aYear count: Double) -> String {
    let number = String(format: "%.1f", count)
    return count < 0.05
      ? language("less than one need in 20 years while a customer", "在客期间 20 年不到一次刚需")
      : language("\(number) needs a year while a customer", "在客期间每年 \(number) 次刚需")
  }

  private func summary(of earlier: [StoryEntry]) -> String {
    let orders = earlier.filter { $0.kind == .order }
    let paid = currency.text(Money(minor: orders.reduce(0) { $0 + ($1.occasion?.paidMinor ?? 0) }))
    let balance = Currency.grouped((earlier.last?.balance ?? 0).magnitude)
    let (day, count) = (
      CivilDate(days.lowerBound).text, language.counted(orders.count, "order", " 单")
    )
    return language(
      "Before \(day): \(count), \(paid) paid, \(balance) points on the account.",
      "\(day) 之前：\(count)，实付 \(paid)，账上 \(balance) 积分。")
  }

  /// The transfers, summed up, beside what the engine said.
  private var closing: [String] {
    func total(_ isRight: (Transfer) -> Bool) -> Int64 {
      transfers.filter(isRight).reduce(0) { $0 + $1.memberChange }
    }
    let issued = total {
      !$0.source.isMember && $0.target.isMember && $0.source != .redemption
        && $0.reason != .extension && $0.reason != .merge
    }
    // Points given back with a returned order were not used after all.
    let spent = -total { $0.target == .redemption || $0.source == .redemption }
    let expired = -total { $0.target == .breakage }
    let balance = known.last?.balance ?? 0
    let other = balance - issued + spent + expired
    var sum = language(
      "issued \(issued) − redeemed \(spent) − expired \(expired)",
      "发放 \(issued) − 使用 \(spent) − 过期 \(expired)")
    if other != 0 {
      sum += " \(other < 0 ? "−" : "+") \(language("corrected", "更正")) \(other.magnitude)"
    }
    let day = CivilDate(days.upperBound).text
    return [
      language(
        "At the end of \(day): \(sum) = \(balance) points outstanding.",
        "截至 \(day) 末：\(sum) = 未用 \(balance) 积分。"),
      verdict(balanceChecks),
    ]
  }

  /// Whether the engine's balance is what the transfers sum up to.
  private func verdict(_ checks: (count: Int, failures: Int)) -> String {
    let times = language.counted(checks.count, "time", " 次")
    return switch checks {
    case (0, _):
      language(
        "The engine was not asked for the balance in these days.", "这些天里没有向引擎查询余额。")
    case (_, 0):
      language(
        "The engine was asked for the balance \(times) and agreed with the transfers.",
        "向引擎查询余额 \(times)，与流水一致。")
    default:
      language(
        "The engine's balance DISAGREED with the transfers \(checks.failures) of \(times).",
        "引擎余额与流水不一致：\(times)中有 \(checks.failures) 次。")
    }
  }
}

extension StoryEntry {
  /// The entry as people read it: one line, and its details below.
  ///
  /// - Parameters:
  ///   - language: the language of the story.
  ///   - showsTime: whether the time of day is known.
  func text(_ language: Language = .en, showsTime: Bool = true) -> [String] {
    let change = pointsChange
    let isMoved = change != 0 || secondChange != 0
    let second = Currency.grouped(secondBalance.magnitude)
    let apart =
      secondBalance == 0
      ? "" : language(", \(second) of them on the second account", "，其中第二个账户 \(second)")
    let account =
      !isMoved
      ? ""
      : "  [\(change < 0 ? "−" : "+")\(Currency.grouped(change.magnitude)) → "
        + "\(Currency.grouped(balance.magnitude)) \(language("points", "积分"))\(apart)]"
    let when = showsTime ? minute.text : CivilDate(minute.day).text
    let indent = String(repeating: " ", count: when.count + 2)
    return ["\(when)  \(headline)\(account)"] + details.map { indent + $0 }
  }
}
