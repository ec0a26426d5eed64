import IncentiveEngine
import PointsLedger
import Quantities
import Timeline

/// Looks for the deepest discounts that a member can reach in a few steps, breadth first.
///
/// A member joins, buys, waits; after every step all baskets are priced. Steps that lead to a state
/// seen before are dropped. Of orders only those are followed whose outcome differs (tier, coupons
/// granted and used), each by its smallest basket; of days only the first on which other promotions
/// are open, and those on which the calendar does something; of a day its last hour, and those that
/// rules name.
struct DiscountSearch {
  /// The most steps on the way to a purchase.
  static let deepest = 4
  /// The most states looked at; the search ends there.
  ///
  /// `assumption:` enough for schemes of a few dozen rules, within a second.
  static let mostStates = 2_000

  /// A purchase, and how a member gets to it.
  struct Found {
    var purchase: LintPurchase
    var steps: [LintStep]
  }

  /// What a step brought, as far as later steps can tell.
  private struct Outcome: Hashable {
    var tier: UInt8
    var granted: OfferSet
    var used: OfferSet
  }

  /// What finds states that may be equal.
  private struct Likeness: Hashable {
    var minute: Minute
    var tier: Int
    var coupons: Int
    var balance: Points
  }

  let shop: LintShop
  private let baskets: [LintBasket]
  /// The deepest purchase of each good, or of all amounts, with the state it was found in.
  private(set) var best: [Found] = []
  /// The purchase that leaves the merchant least of its list price, good by good.
  private(set) var worst: [Found] = []
  /// The first purchase whose points are worth what it costs.
  private(set) var roundTrip: Found?
  private(set) var stateCount = 0
  private var seen: [Likeness: [SchemeAccounts]] = [:]
  private let days: [Day]
  private let minutesOfDay: [Int]

  init(_ shop: LintShop) {
    self.shop = shop
    baskets = shop.subject.baskets
    days = shop.notableDays
    minutesOfDay = shop.minutesOfDay
  }

  mutating func run() {
    // The last hour first: an hour is told only where it makes a difference.
    var frontier = minutesOfDay.reversed().map { shop.start(atMinuteOfDay: $0) }
    var depth = 1
    while !frontier.isEmpty {
      for state in frontier { price(state) }
      guard depth < Self.deepest else { return }
      var next: [LintState] = []
      for state in frontier {
        for successor in successors(of: state) where isNew(successor) { next.append(successor) }
        guard stateCount + next.count < Self.mostStates else { break }
      }
      frontier = next
      depth += 1
    }
  }

  private mutating func isNew(_ state: LintState) -> Bool {
    let likeness = Likeness(
      minute: state.minute, tier: shop.engine.tier(of: 0, in: state.accounts, on: state.day),
      coupons: shop.engine.couponCount(of: 0, in: state.accounts, on: state.day),
      balance: shop.engine.balance(of: 0, in: state.accounts, on: state.day))
    if let known = seen[likeness], known.contains(state.accounts) { return false }
    seen[likeness, default: []].append(state.accounts)
    return true
  }

  private func successors(of state: LintState) -> [LintState] {
    var all: [LintState] = []
    var outcomes: Set<Outcome> = []
    for basket in baskets {
      var next = state
      let decision = shop.order(basket, &next)
      guard decision.refusal == .none else { continue }
      let outcome = Outcome(
        tier: decision.tierAfter, granted: decision.granted, used: decision.terms.offers)
      guard outcomes.insert(outcome).inserted else { continue }
      next.steps.append(.order(shop.purchase(basket, state)))
      all.append(next)
    }
    // A later hour of the same day is no step of its own to tell.
    for minute in minutesOfDay where minute > state.minute.minuteOfDay {
      var next = state
      shop.wait(until: state.day.at(hour: 0, minute: minute), &next)
      all.append(next)
    }
    for day in shop.daysWorthWaitingFor(after: state.day, among: days) {
      var next = state
      next.steps.append(.wait(day))
      let hours = minutesOfDay.map { minute in
        shop.wait(until: day.at(hour: 0, minute: minute), &next)
        return next
      }
      all += hours.reversed()
    }
    return all
  }

  private mutating func price(_ state: LintState) {
    stateCount += 1
    var cheaper: LintBasket?
    for basket in baskets {
      let quote = shop.quote(basket, state)
      consider(basket, quote, state)
      // In amount mode a threshold lies between two round amounts; its lowest basket is deepest.
      if basket.good == nil, let below = cheaper,
        shop.quote(below, state).offers != quote.offers
      {
        let lowest = shop.lowest(basket, above: below, with: quote.offers, state)
        consider(lowest, shop.quote(lowest, state), state)
      }
      cheaper = basket
    }
  }

  private mutating func consider(_ basket: LintBasket, _ quote: Quote, _ state: LintState) {
    guard quote.list > .zero else { return }
    let worth = LintShop.worth(of: quote.earnedPoints, quote)
    let net = quote.pay - worth - basket.cost
    func found() -> Found {
      Found(purchase: shop.purchase(basket, state), steps: state.steps)
    }
    if roundTrip == nil, quote.pay > .zero, worth >= quote.pay { roundTrip = found() }
    Self.keep(&best, basket, quote.pay, of: quote.list, than: \.pay, found)
    Self.keep(&worst, basket, net, of: quote.list, than: \.net, found)
  }

  /// Keeps a purchase of a good if it is the first, or its amount a smaller share of its list price.
  private static func keep(
    _ list: inout [Found], _ basket: LintBasket, _ amount: Money, of whole: Money,
    than known: (LintPurchase) -> Money, _ found: () -> Found
  ) {
    guard let place = list.firstIndex(where: { $0.purchase.good == basket.good }) else {
      return list.append(found())
    }
    let before = list[place].purchase
    if isDeeper(amount, of: whole, than: known(before), of: before.list) { list[place] = found() }
  }

  /// Whether one amount is a smaller share of its whole than another of its own.
  private static func isDeeper(
    _ amount: Money, of whole: Money, than other: Money, of otherWhole: Money
  ) -> Bool {
    Int128(amount.minor) * Int128(otherWhole.minor) < Int128(other.minor) * Int128(whole.minor)
  }
}
