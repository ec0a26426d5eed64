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
    var held = loseExpired(program, account, &accounts, on: touch.day)
    if held <= 0, earned > 0 {
      accounts.set(program.firstDay, to: Int64(touch.day.index), for: account)
    }
    if let newest = program.newest, earned > 0 {
      let number = accounts.book.noteStamps(
        earned, after: accounts.value(of: newest, for: account))
      accounts.set(newest, to: number, for: account)
    }
    let isOwing = held < 0
    held += earned
    let all = held
    while held >= program.needed, mayGive(program, accounts.states[account], touch) {
      held -= program.needed
      accounts.set(program.firstDay, to: Int64(touch.day.index), for: account)
      give(program.card.reward, &accounts.states[account], &decision, on: touch.day)
    }
    accounts.set(program.stamps, to: held, for: account)
    if held < all || isOwing { closeStamps(program, account, &accounts) }
  }

  /// Forgets the stamps of a card that ran out; those that are left.
  @discardableResult
  private func loseExpired(
    _ program: StampProgram, _ account: Int, _ accounts: inout SchemeAccounts, on day: Day
  ) -> Int64 {
    let held = held(program, account, accounts, on: day)
    guard held != accounts.value(of: program.stamps, for: account) else { return held }
    accounts.set(program.stamps, to: held, for: account)
    closeStamps(program, account, &accounts, areGone: true)
    return held
  }

  /// Writes down that only the stamps on the card at hand are still open.
  private func closeStamps(
    _ program: StampProgram, _ account: Int, _ accounts: inout SchemeAccounts,
    areGone: Bool = false
  ) {
    guard let newest = program.newest else { return }
    accounts.book.closeStamps(
      from: accounts.value(of: newest, for: account),
      but: max(0, accounts.value(of: program.stamps, for: account)), areGone: areGone)
  }

  private func mayGive(
    _ program: StampProgram, _ state: borrowing AccountState, _ touch: Touch
  ) -> Bool {
    guard case .coupon(let offer) = program.card.reward else { return true }
    return !state.holds(offer, on: touch.day)
  }

  /// Takes stamps of an order back whose items were returned.
  ///
  /// Those on the card at hand come off it; those of a card that ran out are gone already, and no
  /// debt; those of a card that was turned in meanwhile are owed or forgiven, as the card declares.
  ///
  /// - Returns: how many the account loses, those that it owes from now on included.
  func takeBack(
    stamps: Int64, of order: Int, _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch
  ) -> Int64 {
    guard programs[touch.scheme].stampCard >= 0, stamps > 0 else { return 0 }
    let program = stampCards[Int(programs[touch.scheme].stampCard)]
    let held = loseExpired(program, account, &accounts, on: touch.day)
    let back = accounts.book.returnStamps(stamps, of: order)
    let taken = back.open + (program.card.shortfall == .owed ? back.used : 0)
    accounts.set(program.stamps, to: held - taken, for: account)
    // What is owed comes off the card first.
    if taken > back.open, held > back.open { closeStamps(program, account, &accounts) }
    return taken
  }

  /// Forgets the card at hand, whose scheme the account leaves.
  func loseCard(_ account: Int, _ accounts: inout SchemeAccounts) {
    let card = programs[Int(accounts.states[account].scheme)].stampCard
    guard card >= 0 else { return }
    accounts.set(stampCards[Int(card)].stamps, to: 0, for: account)
    closeStamps(stampCards[Int(card)], account, &accounts, areGone: true)
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
  func stampTerms(
    _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> StampTerms {
    let program = stampCards[Int(programs[touch.scheme].stampCard)]
    let held = held(program, account, accounts, on: touch.day)
    return StampTerms(
      cardSize: Int32(program.card.size), missing: Int32(clamping: max(0, program.needed - held)),
      worth: program.worth)
  }

  /// Joins the stamps of two accounts before their other counters: those of a card that ran out are
  /// gone, and the joined card lives as long as the younger one that bears stamps.
  func joinStamps(
    of other: Int, with account: Int, _ accounts: inout SchemeAccounts, scheme: Int, on day: Day
  ) {
    guard programs[scheme].stampCard >= 0 else { return }
    let program = stampCards[Int(programs[scheme].stampCard)]
    var sum: Int64 = 0
    for holder in [other, account] {
      let held = loseExpired(program, holder, &accounts, on: day)
      if held <= 0 { accounts.set(program.firstDay, to: .min, for: holder) }
      sum += held
    }
    guard let newest = program.newest else { return }
    let numbers = [other, account].map { accounts.value(of: newest, for: $0) }
    accounts.book.joinStamps(numbers[0], numbers[1])
    // What one account owes comes off the other's card.
    accounts.book.closeStamps(from: max(numbers[0], numbers[1]), but: max(0, sum))
  }
}

/// What a quote says of a stamp card.
struct StampTerms {
  /// Stamps on a full card.
  var cardSize: Int32
  /// Those still missing.
  var missing: Int32
  /// What a full card brings the member.
  var worth: Money
}

extension Quote {
  /// Says how far the member's card is.
  @inline(__always)
  mutating func take(_ terms: StampTerms) {
    stampCardSize = terms.cardSize
    stampsToReward = terms.missing
    stampReward = terms.worth
  }
}
