import IncentiveEngine
import Quantities
import Timeline

/// Lets members of different habits live through the horizon, and sees which rules ever take part.
///
/// Every member joins as the first day begins. One buys once and never again; the others buy the same
/// basket at the end of every day, each another one, and keep their birthdays in different months; all
/// pay the deposits of presales. Every day, at each hour that some rule names and at the end, all
/// baskets are explained to each. Where a rule is still for nobody, each of them lives once more with
/// a birthday in every month; where a coupon of the points mall has served nobody, each lives once
/// more and takes it as soon as the points are there.
struct FiringCheck {
  /// How near a rule came to taking part.
  private enum Nearness: Int, Comparable {
    case refused, beaten, applied

    static func < (left: Nearness, right: Nearness) -> Bool { left.rawValue < right.rawValue }
  }

  private struct Record {
    var name: String
    var nearness: Nearness
    /// The refusal of highest precedence number: the one that came last in the engine's checks.
    var refusal: Refusal
  }

  /// The most baskets that are tried a day.
  private static let mostBaskets = 8

  private let shop: LintShop
  private let baskets: [LintBasket]
  private let minutesOfDay: [Int]
  private var records: [Record] = []

  init(_ shop: LintShop) {
    self.shop = shop
    let all = shop.subject.baskets
    let step = max(1, (all.count + Self.mostBaskets - 1) / Self.mostBaskets)
    // The largest is always among them: it reaches what can be reached.
    baskets = all.enumerated().filter { (all.count - 1 - $0.offset).isMultiple(of: step) }
      .map(\.element)
    minutesOfDay = shop.minutesOfDay
  }

  /// A finding for each rule that never took part.
  mutating func run() -> [LintFinding] {
    live(buying: baskets.first, onlyOnce: true, birthMonth: 1, looksAt: baskets)
    for (number, basket) in baskets.enumerated() {
      live(buying: basket, onlyOnce: false, birthMonth: 1 + number % 12, looksAt: baskets)
    }
    // A rule for birthdays in one tier wants a member who is in it then.
    if records.contains(where: { $0.nearness == .refused && $0.refusal == .notInAudience }) {
      for basket in baskets {
        for month in 1...12 {
          live(buying: basket, onlyOnce: false, birthMonth: month, looksAt: [basket])
        }
      }
    }
    for (reward, offer) in shop.couponRewards where isRefused(offer) {
      for basket in baskets {
        live(
          buying: basket, onlyOnce: false, birthMonth: 1, looksAt: baskets, taking: reward)
      }
    }
    return records.compactMap { record in
      switch record.nearness {
      case .applied: nil
      case .beaten:
        LintFinding(severity: .warning, kind: .alwaysBeaten, rule: record.name, steps: [])
      case .refused:
        LintFinding(
          severity: .warning, kind: .neverFires(record.refusal), rule: record.name, steps: [])
      }
    }
  }

  /// Whether an offer has always been refused so far.
  private func isRefused(_ offer: Int) -> Bool {
    let name = shop.subject.scheme.ruleName(shop.subject.scheme.rule(offer: offer))
    return records.contains { $0.name == name && $0.nearness == .refused }
  }

  /// - Parameter reward: what of the points mall is taken whenever it may be, by position.
  private mutating func live(
    buying basket: LintBasket?, onlyOnce: Bool, birthMonth: Int, looksAt tried: [LintBasket],
    taking reward: Int? = nil
  ) {
    var state = shop.start(
      birthday: Birthday(month: UInt8(birthMonth), day: 15), atMinuteOfDay: 0)
    for day in shop.subject.days {
      for minute in minutesOfDay {
        shop.wait(until: day.at(hour: 0, minute: minute), &state)
        shop.payDeposits(&state)
        if let reward { shop.handle(.redeem(reward: reward), &state) }
        for basket in tried { note(shop.findings(basket, state)) }
      }
      guard let basket, !onlyOnce || day == shop.subject.days.lowerBound else { continue }
      let decision = shop.order(basket, &state)
      // What an order brings may end with the day.
      guard decision.granted != [] else { continue }
      for basket in tried { note(shop.findings(basket, state)) }
    }
  }

  private mutating func note(_ findings: [RuleFinding]) {
    // Rules against abuse are there so that they need not act.
    for finding in findings where !finding.name.hasPrefix("risk.") {
      let nearness: Nearness
      var refusal = Refusal.none
      switch finding.outcome {
      case .applied, .notChosen: nearness = .applied
      case .notNeeded: nearness = .beaten
      case .refused(let reason):
        nearness = .refused
        refusal = reason
      }
      guard let place = records.firstIndex(where: { $0.name == finding.name }) else {
        records.append(Record(name: finding.name, nearness: nearness, refusal: refusal))
        continue
      }
      records[place].nearness = max(records[place].nearness, nearness)
      if refusal.rawValue > records[place].refusal.rawValue { records[place].refusal = refusal }
    }
  }
}
