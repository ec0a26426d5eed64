public import PointsLedger
public import Timeline

/// Puts the events of an unreliable world in order before an engine handles them: each pays once,
/// and those that come late within the watermark give the ledger that they give in time.
///
/// The newest event sets how far back is still open: `watermarkMinutes` before it. An event of a
/// minute that is still open waits, one from before is refused. What waits is applied once its
/// minute is closed, by minute, then source, then business identifier, an order on which the order
/// of arrival has no influence. An event dated far ahead by mistake closes what lies before it,
/// so callers check dates first.
///
/// The program's calendar (reviews, resets, warnings, coupon grants) is not the inbox's business:
/// it runs for all members and nobody submits it. Whoever runs a scheme with a calendar applies
/// the events before a moment, with ``advance(before:into:)`` once ``openFrom`` has reached it or
/// with ``flush(before:into:)``, and then has the engine handle the moment in ``accounts``.
///
/// Every event taken is remembered for good, in arrays that are sorted by identifier: a look-up is
/// a binary search. The simulator, whose events come once and in order, goes without an inbox.
public struct EventInbox<E: Engine>: Sendable {
  /// An event that was taken, and what the engine did with it.
  private struct Record: Sendable {
    var submission: Submission
    var decision: Decision?
  }

  /// The engine that handles the events.
  public let engine: E
  /// The number of accounts that events may name.
  public let accountCount: Int
  /// By how many minutes an event may be older than the newest one.
  public let watermarkMinutes: Int
  /// The accounts as the applied events left them.
  public var accounts: E.Accounts
  /// The identifiers of the events that were applied, in the order in which they were.
  public private(set) var applied: [EventID] = []
  /// In the order of arrival.
  private var records: [Record] = []
  /// Positions in `records`, by identifier.
  private var byID: [Int] = []
  /// Positions in `records` of what waits, by minute, then identifier.
  private var waiting: [Int] = []
  /// The first minute that is still open, by its index; wider than a minute's, for subtraction.
  private var openFromIndex = Int.min

  /// Creates an inbox in front of accounts that may have a history.
  ///
  /// - Parameters:
  ///   - accounts: The engine's accounts.
  ///   - accountCount: How many there are.
  ///   - watermarkMinutes: By how many minutes an event may be older than the newest one, and still
  ///     count; from 0 to `Int32.max`.
  public init(engine: E, accounts: E.Accounts, accountCount: Int, watermarkMinutes: Int) {
    precondition(accountCount >= 0, "there are no accounts, or some")
    precondition(
      (0...Int(Int32.max)).contains(watermarkMinutes), "a watermark lies within the calendar")
    self.engine = engine
    self.accounts = accounts
    self.accountCount = accountCount
    self.watermarkMinutes = watermarkMinutes
  }

  /// Creates an inbox in front of accounts that are not members yet, all under one scheme.
  public init(engine: E, accountCount: Int, scheme: Int, watermarkMinutes: Int) {
    self.init(
      engine: engine, accounts: engine.makeAccounts(count: accountCount, scheme: scheme),
      accountCount: accountCount, watermarkMinutes: watermarkMinutes)
  }

  /// How many events wait.
  public var pendingCount: Int { waiting.count }

  /// The first minute of which events are still taken; none while every minute is open.
  public var openFrom: Minute? { Int32(exactly: openFromIndex).map { Minute(index: $0) } }

  /// What became of an event; none if no event of this name was taken.
  public func receipt(of id: EventID) -> Receipt? {
    let place = place(of: id)
    return isKnown(id, at: place) ? receipt(at: byID[place]) : nil
  }

  /// What the engine decided about an event; none until it was applied.
  public func decision(of id: EventID) -> Decision? {
    let place = place(of: id)
    return isKnown(id, at: place) ? records[byID[place]].decision : nil
  }

  /// Takes an event in; accounts change when it is applied, not now.
  ///
  /// One that was taken before gets its present state again and changes nothing.
  public mutating func submit(_ submission: Submission) -> Receipt {
    let place = place(of: submission.id)
    if isKnown(submission.id, at: place) {
      let first = byID[place]
      return records[first].submission == submission ? receipt(at: first) : .refused(.idReused)
    }
    if let refusal = refusal(of: submission) { return .refused(refusal) }
    records.append(Record(submission: submission))
    byID.insert(records.count - 1, at: place)
    enqueue(records.count - 1)
    openFromIndex = max(openFromIndex, Int(submission.minute.index) - watermarkMinutes)
    return .pending
  }

  /// Applies what can no longer be preceded: the events of all minutes that are closed.
  ///
  /// - Parameter minute: Events of this minute and later ones go on waiting.
  public mutating func advance(
    before minute: Minute? = nil, into sink: inout some TransferSink
  ) {
    let end = minute.map { min(Int($0.index), openFromIndex) } ?? openFromIndex
    apply(through: waiting.firstPlace { Int(records[$0].submission.minute.index) >= end }, &sink)
  }

  /// Closes minutes by decree, whatever the watermark says, and applies what they hold.
  ///
  /// - Parameter minute: The first minute that stays open; without it, all that waits is applied.
  public mutating func flush(before minute: Minute? = nil, into sink: inout some TransferSink) {
    let newest = waiting.last.map { Int(records[$0].submission.minute.index) }
    let end = minute.map { Int($0.index) } ?? newest.map { $0 + 1 } ?? openFromIndex
    openFromIndex = max(openFromIndex, end)
    advance(before: minute, into: &sink)
  }

  private mutating func apply(through end: Int, _ sink: inout some TransferSink) {
    for position in waiting[..<end] {
      let submission = records[position].submission
      records[position].decision = engine.handle(
        submission.event, basket: submission.basket.span, for: submission.account,
        in: &accounts, at: submission.minute, into: &sink)
      applied.append(submission.id)
    }
    waiting.removeFirst(end)
  }

  private mutating func enqueue(_ position: Int) {
    let submission = records[position].submission
    let place = waiting.firstPlace { other in
      let waits = records[other].submission
      return (waits.minute, waits.id) > (submission.minute, submission.id)
    }
    waiting.insert(position, at: place)
  }

  private func refusal(of submission: Submission) -> InboxRefusal? {
    if Int(submission.minute.index) < openFromIndex { return .tooLate }
    switch submission.event {
    case .scheduled, .timer: return .calendarMoment
    default: break
    }
    guard (0..<accountCount).contains(submission.account) else { return .unknownAccount }
    return submission.hasSoundBasket ? nil : .unsoundBasket
  }

  /// Where an identifier stands in `byID`, or would.
  private func place(of id: EventID) -> Int {
    byID.firstPlace { records[$0].submission.id >= id }
  }

  private func isKnown(_ id: EventID, at place: Int) -> Bool {
    place < byID.count && records[byID[place]].submission.id == id
  }

  private func receipt(at position: Int) -> Receipt {
    records[position].decision.map { .decided($0) } ?? .pending
  }
}

extension Array {
  /// The first place at which a condition holds, if it holds from some place on; by bisection.
  fileprivate func firstPlace(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
