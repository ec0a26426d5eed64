import Quantities
public import Timeline

// Stamp cards (M06): stamps by item or order, a full card turned in by itself.
extension LoyaltyEngine {
  /// Stamps that a basket earns; one that is free earns none.
  private func stamps(_ program: StampProgram, items: Int64, pay: Money) -> Int64 {
    guard pay > .zero else { return 0 }
    return switch program.card.earning {
    case .perItem: items
    case .perOrder(let minimum): pay >= minimum ? 1 : 0
    }
  }

  /// Stamps of the card at hand on a day: those of a card that ran out are gone.
  private func held(
    _ program: StampProgram, _ account: Int, _ accounts: borrowing SchemeAccounts, on day: Day
  ) -> Int64 {
    let stamps = accounts.value(of: program.stamps, for: account)
    guard stamps > 0, let validDays = program.card.validDays else { return stamps }
    let firstDay = accounts.value(of: program.firstDay, for: account)
    return Int64(day.index) < firstDay + Int64(validDays) ? stamps : 0
  }

  /// Stamps an order's card, and turns full cards in; what is over begins the next card.
  ///
  /// A card whose coupon the member holds already stays full until an order after it is used.
  func stamp(
    items: Int64, _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch,
    _ decision: inout Decision
  ) {
    let program = stampCards[Int(programs[touch.scheme].stampCard)]
    let earned = stamps(program, items: items, pay: decision.terms.pay)
    decision.earnedStamps = Int32(clamping: earned)
    var held = held(program, account, accounts, on: touch.day)
    if held <= 0, earned > 0 {
      accounts.set(program.firstDay, to: Int64(touch.day.index), for: account)
    }
    held += earned
    while held >= program.needed, mayGive(program, accounts.states[account], touch) {
      held -= program.needed
      accounts.set(program.firstDay, to: Int64(touch.day.index), for: account)
      give(program.card.reward, &accounts.states[account], &decision, on: touch.day)
    }
    accounts.set(program.stamps, to: held, for: account)
  }

  private func mayGive(
    _ program: StampProgram, _ state: borrowing AccountState, _ touch: Touch
  ) -> Bool {
    guard case .coupon(let offer) = program.card.reward else { return true }
    return !state.holds(offer, on: touch.day)
  }

  /// Takes stamps back whose items were returned.
  ///
  /// Stamps of a card that was turned in meanwhile are owed or forgiven, as the card declares; those
  /// of a card that ran out are gone already.
  ///
  /// - Returns: how many the account loses, those that it owes from now on included.
  @discardableResult
  func takeBack(
    stamps: Int64, _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch
  ) -> Int64 {
    guard programs[touch.scheme].stampCard >= 0, stamps > 0 else { return 0 }
    let program = stampCards[Int(programs[touch.scheme].stampCard)]
    let held = held(program, account, accounts, on: touch.day)
    let taken = program.card.shortfall == .owed ? stamps : max(0, min(stamps, held))
    accounts.set(program.stamps, to: held - taken, for: account)
    return taken
  }

  /// The stamps on the account's card on a day: below zero where some are owed, more than a card
  /// where a full one waits; zero without a card.
  public func stamps(
    of account: Int, in accounts: borrowing SchemeAccounts, on day: Day
  ) -> Int64 {
    let card = programs[Int(accounts.states[account].scheme)].stampCard
    return card < 0 ? 0 : held(stampCards[Int(card)], account, accounts, on: day)
  }

  /// How far the card at hand is from full.
  func readStamps(
    _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch, into quote: inout Quote
  ) {
    let program = stampCards[Int(programs[touch.scheme].stampCard)]
    let held = held(program, account, accounts, on: touch.day)
    quote.stampCardSize = Int32(program.card.size)
    quote.stampsToReward = Int32(clamping: max(0, program.needed - held))
  }

  /// Joins the stamps of two accounts before their other counters: those of a card that ran out are
  /// gone, and the joined card lives as long as the younger one that bears stamps.
  func joinStamps(
    of other: Int, with account: Int, _ accounts: inout SchemeAccounts, scheme: Int, on day: Day
  ) {
    guard programs[scheme].stampCard >= 0 else { return }
    let program = stampCards[Int(programs[scheme].stampCard)]
    for holder in [other, account] {
      let held = held(program, holder, accounts, on: day)
      accounts.set(program.stamps, to: held, for: holder)
      if held <= 0 { accounts.set(program.firstDay, to: .min, for: holder) }
    }
  }
}
