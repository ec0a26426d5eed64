import IncentiveEngine
import Quantities
import Timeline

/// Lets members of different habits live through the horizon, and sees which rules ever take part.
///
/// Every member joins on the first day. One buys once and never again; the others buy the same basket
/// every day, each another one, and keep their birthdays in different months. Every day all baskets
/// are explained to each. Where a rule is still for nobody, each of them lives once more with a
/// birthday in every month.
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
  private var records: [Record] = []

  init(_ shop: LintShop) {
    self.shop = shop
    let all = shop.subject.baskets
    let step = max(1, (all.count + Self.mostBaskets - 1) / Self.mostBaskets)
    // The largest is always among them: it reaches what can be reached.
    baskets = all.enumerated().filter { (all.count - 1 - $0.offset).isMultiple(of: step) }
      .map(\.element)
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

  private mutating func live(
    buying basket: LintBasket?, onlyOnce: Bool, birthMonth: Int, looksAt tried: [LintBasket]
  ) {
    var state = shop.start(birthday: Birthday(month: UInt8(birthMonth), day: 15))
    for day in shop.subject.days {
      if day > state.day { shop.wait(until: day, &state) }
      for basket in tried { note(shop.findings(basket, state)) }
      if let basket, !onlyOnce || day == shop.subject.days.lowerBound {
        _ = shop.order(basket, &state)
      }
    }
  }

  private mutating func note(_ findings: [RuleFinding]) {
    for finding in findings {
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
