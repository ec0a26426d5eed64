import PointsLedger
import Quantities
import Timeline

@testable import IncentiveEngine

/// A reservation that is neither paid nor released, as its maker knows it.
struct KnownReservation {
  var account: Int
  var held: Decision
  var quote: Quote
  var made: Day
  var due: Minute
}

// The laws of reservations: what is set aside comes back as it was, or is what the payment gives.
extension LawfulLife {
  /// Reserves what is quoted; then often pays, releases or returns it at once.
  mutating func reserve(_ random: inout TestRandom, _ account: Int) {
    let basket = basket(&random)
    let before = world.engine.quote(basket.span, for: account, in: world.accounts, at: now)
    let points = random.chance(60) ? before.spendablePoints : .zero
    let minutes = Int32(1 + random.below(3 * 24 * 60))
    let held = world.handle(
      .reserve(offers: before.offers, points: points, minutes: minutes), account, at: now,
      basket: basket)
    counts.events += 1
    guard held.refusal == .none else {
      counts.refused += 1
      return law(
        held.refusal == .notAMember && before == Quote(list: before.list),
        "what was quoted cannot be reserved: \(held.refusal)")
    }
    counts.reserved += 1
    law(held.terms == before, "the terms reserved are not the quote")
    law(count(held, account, today).isEmpty, "a reservation exceeds a budget")
    let known = KnownReservation(
      account: account, held: held, quote: before, made: today,
      due: now.advanced(by: Int(minutes)))
    switch random.below(4) {
    case 0: release(known, basket)
    case 1: pay(known, basket)
    default: reserved.append(known)
    }
  }

  /// Pays or releases one that was made earlier.
  mutating func finishReservation(_ random: inout TestRandom) {
    guard !reserved.isEmpty else { return }
    let known = reserved.remove(at: random.below(reserved.count))
    if random.chance(50) { pay(known, nil) } else { release(known, nil) }
  }

  /// - Parameter basket: what was reserved, if it was reserved just now.
  private mutating func pay(_ known: KnownReservation, _ basket: [BasketLine]?) {
    let paid = world.handle(.commit(known.held.reservation), known.account, at: now)
    counts.events += 1
    counts.orders += 1
    law(paid.refusal == .none, "a reservation cannot be paid: \(paid.refusal)")
    law(
      paid.terms == known.held.terms && paid.spentPoints == known.held.spentPoints
        && paid.paid == known.held.terms.pay - known.held.spentValue,
      "the payment is not what was reserved")
    if paid.spentPoints == .zero {
      law(paid.earnedPoints == known.quote.earnedPoints, "it earns other points than quoted")
    }
    law(EngineInvariants.faults(of: paid).isEmpty, "the payment's money does not add up")
    repeated(.commit(known.held.reservation), known.account)
    guard let order = paid.order else { return }
    placed[known.account].append(order)
    if let basket { undo(order, paid, basket, known.quote, known.account) }
  }

  private mutating func release(_ known: KnownReservation, _ basket: [BasketLine]?) {
    let freed = world.handle(.release(known.held.reservation), known.account, at: now)
    counts.events += 1
    law(freed.refusal == .none, "a reservation cannot be released: \(freed.refusal)")
    law(freed.spentPoints == known.held.spentPoints, "other points come back than were held")
    _ = count(known.held, known.account, known.made, sign: -1)
    repeated(.release(known.held.reservation), known.account)
    guard let basket else { return }
    let after = world.engine.quote(basket.span, for: known.account, in: world.accounts, at: now)
    law(
      after == known.quote,
      "released, but the quote is another: \(known.quote.difference(from: after))")
  }

  /// A second payment or release of one reservation finds nothing.
  private mutating func repeated(_ event: Event, _ account: Int) {
    let before = counts.events % 16 == 0 ? world.accounts : nil
    law(
      world.handle(event, account, at: now).refusal == .reservationUnknown,
      "a reservation was used twice")
    counts.events += 1
    counts.refused += 1
    if let before { law(world.accounts == before, "a second payment changed something") }
  }

  /// What ran out by itself is known to have been given back.
  mutating func forgetDue() {
    for known in reserved where known.due <= now {
      _ = count(known.held, known.account, known.made, sign: -1)
    }
    let minute = now
    reserved.removeAll { $0.due <= minute }
  }

  private mutating func count(
    _ held: Decision, _ account: Int, _ made: Day, sign: Int64 = 1
  ) -> [Budget] {
    budgets.count(held, by: account, on: made, sign: sign)
  }
}
