import PointsLedger
import Quantities
import Timeline

// Pending points (M01): promised by an order or otherwise, active from a later day on or after an event.
//
// As expiry is, activation is settled when an account is next touched and booked at the first minute
// of its day, whenever it is noticed; so is the calling off of what waited for an event in vain. What
// was promised becomes active under any later scheme.
extension LoyaltyEngine {
  /// Until when and for what points wait.
  struct Waiting {
    /// The first day on which they may be spent; called off, where they wait for an event.
    var until = Day(index: .min)
    var trigger = PendingPoints.Trigger.day
    /// Of points that are held, the day until which they would wait otherwise.
    var earliest = Day(index: .min)
  }

  /// What points wait for that are issued now.
  func waiting(_ rule: ActivationRule, _ touch: Touch) -> Waiting {
    let scheme = schemes[touch.scheme].scheme
    guard case .onEvent(let event, let days) = rule else {
      return Waiting(
        until: rule.firstDay(
          orderedOn: touch.day, returnWindow: scheme.refunds?.windowDays ?? 0))
    }
    var waiting = Waiting(until: touch.day.advanced(by: days + 1), trigger: .order)
    if case .interaction(let name) = event {
      let position = scheme.points?.interactions.firstIndex { $0.name == name }
      waiting.trigger = .interaction(position ?? -1)
    }
    return waiting
  }

  /// The last day of points that wait: reckoned from the day on which they become active.
  ///
  /// Those that wait for an event have none until it comes.
  func lastDay(of waiting: Waiting, by rule: ExpiryRule) -> Day {
    waiting.trigger.comesByDay && waiting.until.index != .max
      ? rule.lastDay(issuedOn: waiting.until) : .never
  }

  /// Moves an award to the day on which it becomes active.
  func postpone(_ award: inout BaseAward, _ touch: Touch) {
    guard let points = schemes[touch.scheme].scheme.points else { return }
    let rule = points.rules.indices.contains(award.rule) ? points.rules[award.rule] : nil
    award.waiting = held(waiting(rule?.activation ?? points.activation, touch), touch)
    award.lot.expiry = lastDay(of: award.waiting, by: rule?.expiry ?? expiryRule(at: touch))
  }

  /// Makes active, or calls off, what has become due by a day, in the order of the days.
  func activateDue(
    _ account: Int, _ accounts: inout SchemeAccounts, on day: Day,
    into sink: inout some TransferSink
  ) {
    while let promise = accounts.pending.takeDue(account, on: day) {
      let (points, minute) = (Points(promise.points), promise.activeFrom.start)
      lapseDated(account, &accounts, on: promise.activeFrom, into: &sink)
      let status =
        promise.trigger.comesByDay
        ? accounts.ledger.activate(points, of: account, lot: promise.lot, at: minute, into: &sink)
        : accounts.ledger.cancelPending(
          points, of: account, lot: promise.lot, at: minute, into: &sink)
      precondition(status == .posted, "what was promised is pending until its day")
      if !promise.trigger.comesByDay {
        forget(promise, from: promise.activeFrom, account, &accounts)
        noteCalledOff(promise, &accounts)
      }
    }
  }

  /// What was called off is no longer among the points that budgets of liability have counted as gone
  /// unnoticed: unlike what expires, it does not go to breakage.
  private func noteCalledOff(_ promise: PendingPoints.Promise, _ accounts: inout SchemeAccounts) {
    guard accounts.budgets.isOn else { return }
    for position in budgets.indices
    where budgets[position].measure == .liability && budgets[position].scope != .member
      && accounts.budgets.states[position].firstDay >= promise.activeFrom.index
    {
      accounts.budgets.states[position].used -= promise.points
    }
  }

  /// Ends points that were called off in the records of their orders, too: a refund finds them gone.
  func forget(
    _ promise: PendingPoints.Promise, from day: Day, _ account: Int,
    _ accounts: inout SchemeAccounts
  ) {
    move(lotsOf: promise, to: day.advanced(by: -1), account, &accounts)
  }

  /// Gives the points of a promise another last day wherever they are written down.
  private func move(
    lotsOf promise: PendingPoints.Promise, to expiry: Day, _ account: Int,
    _ accounts: inout SchemeAccounts
  ) {
    accounts.book.move(earnedBy: promise.order) {
      $0.isSame(as: promise.lot) ? expiry : $0.expiry
    }
    guard promise.trigger == .hold else { return }
    accounts.invitations.move(lotsOf: account, orderedOn: promise.orderedOn) {
      $0.isSame(as: promise.lot) ? expiry : $0.expiry
    }
    for index in accounts.risk.welcomes.indices
    where accounts.risk.welcomes[index].account == UInt32(account)
      && accounts.risk.welcomes[index].part.lot.isSame(as: promise.lot)
    {
      accounts.risk.welcomes[index].part.lot.expiry = expiry
    }
  }

  /// Makes active what has waited for an event of the account; the points' life begins now.
  func activate(
    waitingFor trigger: PendingPoints.Trigger, _ account: Int, _ accounts: inout SchemeAccounts,
    _ touch: Touch, into sink: inout some TransferSink
  ) {
    // While the account is held no event frees anything.
    guard touch.risk.earning == .none, !touch.risk.isHeld else { return }
    while let promise = accounts.pending.take(account, waitingFor: trigger) {
      makeActive(promise, account, &accounts, touch, into: &sink)
    }
  }

  /// Makes active what was taken out of the pending points; the points' life begins now.
  func makeActive(
    _ promise: PendingPoints.Promise, _ account: Int, _ accounts: inout SchemeAccounts,
    _ touch: Touch, into sink: inout some TransferSink
  ) {
    var lot = promise.lot
    lot.expiry = lastDay(ofActivated: lot, touch)
    if lot != promise.lot {
      move(promise, to: lot.expiry, account, &accounts, touch, into: &sink)
    }
    if lot.expiry == .sliding { noteEarning(activeFrom: touch.day, account, &accounts, touch) }
    let status = accounts.ledger.activate(
      Points(promise.points), of: account, lot: lot, at: touch.minute, into: &sink)
    precondition(status == .posted, "what was promised is pending until its event")
  }

  /// Moves pending points to another last day, in the ledger and in the record of their order.
  func move(
    _ promise: PendingPoints.Promise, to expiry: Day, _ account: Int,
    _ accounts: inout SchemeAccounts, _ touch: Touch, into sink: inout some TransferSink
  ) {
    accounts.ledger.extend(
      Points(promise.points), of: account, lot: promise.lot, isPending: true, to: expiry,
      at: touch.minute, rule: promise.lot.rule, into: &sink)
    move(lotsOf: promise, to: expiry, account, &accounts)
  }

  /// The last day of points that an event makes active now: by the rule of earning that issued them,
  /// if it has one, else as of points issued now.
  private func lastDay(ofActivated lot: LotKey, _ touch: Touch) -> Day {
    let first = Int(programs[touch.scheme].firstEarning)
    let rules = first..<first + Int(programs[touch.scheme].earningCount)
    let own = rules.first { earnings[$0].rule == lot.rule }.flatMap { earnings[$0].expiry }
    return own?.lastDay(issuedOn: touch.day) ?? lastDay(issuedAt: touch)
  }
}

extension LotKey {
  /// Whether a lot of an order's record is this one, whose rule may have been forgotten since.
  fileprivate func isSame(as lot: LotKey) -> Bool {
    expiry == lot.expiry && vintage == lot.vintage && funding == lot.funding
      && (rule == lot.rule || lot.rule == .none)
  }
}

extension SchemeAccounts {
  /// Where an account's points stand on a day, what has become active or lapsed unnoticed included.
  @inline(__always)
  func standing(_ account: Int, on day: Day) -> HolderStanding {
    let standing = ledger.standing(account, on: day)
    return settlesFirst ? withDue(standing, of: account, on: day) : standing
  }

  /// The points that an account may spend on a day.
  func spendable(_ account: Int, on day: Day) -> Points {
    settlesFirst ? standing(account, on: day).spendable : ledger.spendable(account, on: day)
  }

  /// Adds what has become active unnoticed, less what pays a debt.
  private func withDue(_ standing: HolderStanding, of account: Int, on day: Day) -> HolderStanding {
    var standing = standing
    var debt = ledger.arrears(account).count
    var sliding = Points.zero
    pending.forEach(of: account, through: day) { promise in
      guard promise.trigger.comesByDay else { return }
      let paid = min(debt, promise.points)
      debt -= paid
      let left = Points(promise.points - paid)
      guard promise.lot.expiry >= day, left > .zero else { return }
      standing.spendable += left
      if promise.lot.expiry == .sliding {
        sliding += left
        return
      }
      guard promise.lot.expiry != .never, promise.lot.expiry <= standing.nextExpiry else { return }
      if promise.lot.expiry < standing.nextExpiry { standing.nextExpiryPoints = .zero }
      standing.nextExpiry = promise.lot.expiry
      standing.nextExpiryPoints += left
    }
    return withSliding(standing, due: sliding, of: account, on: day)
  }
}
