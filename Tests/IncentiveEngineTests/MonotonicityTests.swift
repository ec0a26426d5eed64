import IncentiveEngine
import Quantities
import Testing
import Timeline

/// What a scheme's planner takes for granted, at the same state: more off is never less off, and a
/// limit that is lifted never leaves less to use.
@Suite struct MonotonicityTests {
  /// Two schemes that differ in a figure, and random members who came to the same state under both.
  private struct Pair {
    var stricter: World
    var looser: World
    var today = day(2026, 1, 1)

    init(_ stricter: Scheme, _ looser: Scheme) throws {
      self.stricter = try World.withMember(stricter)
      self.looser = try World.withMember(looser)
    }

    /// Days pass, and orders without offers or points, which both schemes treat alike.
    mutating func live(_ random: inout TestRandom) {
      let next = today.advanced(by: 1 + random.below(9))
      for moment in stricter.engine.schedule(
        ofScheme: 0, from: today.advanced(by: 1), through: next)
      {
        stricter.handle(.scheduled(moment.kind), at: moment.minute)
        looser.handle(.scheduled(moment.kind), at: moment.minute)
      }
      today = next
      let price = "\(random.below(200))"
      stricter.buy(price, on: today)
      looser.buy(price, on: today)
    }

    /// The quotes of a random basket.
    func quotes(_ random: inout TestRandom) -> (stricter: Quote, looser: Quote) {
      let basket = (0...random.below(3)).map { _ in
        BasketLine(
          listMinor: Int64(random.below(20_000)), quantity: Int32(1 + random.below(4)),
          item: UInt16(random.below(4)))
      }
      let minute = today.at(hour: 12)
      return (
        stricter.engine.quote(basket.span, for: 0, in: stricter.accounts, at: minute),
        looser.engine.quote(basket.span, for: 0, in: looser.accounts, at: minute)
      )
    }
  }

  /// Holds a law of quotes over random schemes, each with one figure changed.
  private func hold(
    _ changing: (inout Scheme, inout TestRandom) -> Bool,
    _ law: (_ stricter: Quote, _ looser: Quote) -> Bool, isMet: (Quote, Quote) -> Bool
  ) throws {
    var met = 0
    for seed in UInt64(1)...400 {
      var random = TestRandom(seed: seed)
      var looser = Scheme.random(&random)
      looser.groups = []
      let stricter = looser
      guard changing(&looser, &random), (try? looser.compile()) != nil else { continue }
      var pair = try Pair(stricter, looser)
      for _ in 0..<30 {
        pair.live(&random)
        let (less, more) = pair.quotes(&random)
        #expect(law(less, more), "seed \(seed): \(less) and \(more)")
        if isMet(less, more) { met += 1 }
      }
    }
    // The change is worth looking at only if it changes something.
    #expect(met > 100, "\(met)")
  }

  @Test func `a deeper discount never raises the price of a basket`() throws {
    try hold { scheme, random in
      guard !scheme.offers.isEmpty else { return false }
      return scheme.offers[random.below(scheme.offers.count)].deepen(by: 1 + random.below(30))
    } _: { less, more in
      more.pay - more.giftValue <= less.pay - less.giftValue
    } isMet: { less, more in
      more.pay < less.pay
    }
  }

  @Test func `a cap on a discount that is lifted never raises the price of a basket`() throws {
    try hold { scheme, _ in
      var isChanged = false
      for position in scheme.offers.indices where scheme.offers[position].uncap() {
        isChanged = true
      }
      return isChanged
    } _: { less, more in
      more.pay - more.giftValue <= less.pay - less.giftValue
    } isMet: { less, more in
      more.pay < less.pay
    }
  }

  @Test func `a limit on points as cash that is lifted never leaves fewer to spend`() throws {
    try hold { scheme, _ in
      guard var redeem = scheme.points?.redeem,
        redeem.maximumPoints != nil || redeem.maximumShareOfOrder != .one
      else { return false }
      redeem.maximumPoints = nil
      redeem.maximumShareOfOrder = .one
      scheme.points?.redeem = redeem
      return true
    } _: { less, more in
      more.spendablePoints >= less.spendablePoints && more.spendableValue >= less.spendableValue
    } isMet: { less, more in
      more.spendablePoints > less.spendablePoints
    }
  }
}

extension Offer {
  /// Takes more off, by so many yuan or percent; whether the offer is one of those two kinds.
  fileprivate mutating func deepen(by amount: Int) -> Bool {
    switch benefit {
    case .amountOff(let steps):
      benefit = .amountOff(
        steps.map { step in
          LadderStep(
            minimumSpend: step.minimumSpend, off: step.off + Money(minor: Int64(amount) * 100))
        })
      return true
    case .shareOff(let share, let minimum, let cap):
      let percent = min(100, share.of(100, rounding: .down) + Int64(amount))
      benefit = .shareOff(.percent(percent), minimumSpend: minimum, cap: cap)
      return true
    default: return false
    }
  }

  /// Lifts the cap; whether there was one.
  fileprivate mutating func uncap() -> Bool {
    guard case .shareOff(let share, let minimum, .some) = benefit else { return false }
    benefit = .shareOff(share, minimumSpend: minimum, cap: nil)
    return true
  }
}
