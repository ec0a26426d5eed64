internal import CommunitySimulation
internal import IncentiveEngine
internal import MemberBehavior
internal import PointsLedger
internal import Quantities
internal import Timeline

/// Makes a dated story of what a watcher saw.
struct StoryBuilder {
  /// Where an occasion stands: the same in every arm.
  struct Address: Hashable {
    var stream: OccasionStream
    var index: UInt32

    init(_ occasion: Occasion) {
      stream = occasion.stream
      index = occasion.index
    }
  }

  /// The words before the horizon and within it.
  let history, horizon: StoryWords
  let horizonStart: Minute
  /// The number of the person's first account; movements of any other are of the second one.
  let firstAccount: UInt32
  /// Control's orders by address; nothing in control itself.
  let control: [Address: Occasion]?

  var entries: [StoryEntry] = []
  private var waiting: [Transfer] = []
  var growth: Int64 = 0
  var met: Set<Address> = []
  var tags: TagSet = []

  init(
    history: StoryWords, horizon: StoryWords, horizonStart: Minute, firstAccount: UInt32,
    control: [Occasion]?
  ) {
    self.firstAccount = firstAccount
    self.history = history
    self.horizon = horizon
    self.horizonStart = horizonStart
    self.control = control.map { orders in
      Dictionary(orders.map { (Address($0), $0) }) { first, _ in first }
    }
  }

  /// The story in time order, with balances.
  static func story(
    of watched: [LifeWatcher.Entry], history: StoryWords, horizon: StoryWords,
    horizonStart: Minute, firstAccount: UInt32, control: [Occasion]?
  ) -> [StoryEntry] {
    var builder = StoryBuilder(
      history: history, horizon: horizon, horizonStart: horizonStart, firstAccount: firstAccount,
      control: control)
    for entry in watched {
      switch entry {
      case .transfer(let transfer): builder.add(transfer)
      case .moment(let moment): builder.add(moment)
      }
    }
    builder.flush(before: nil)
    builder.addOrdersOnlyInControl(control ?? [])
    return builder.closed()
  }

  func say(
    _ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String
  ) -> String {
    horizon.language(english(), chinese())
  }

  func words(at minute: Minute) -> StoryWords {
    minute < horizonStart ? history : horizon
  }

  /// An expiry is a moment of its own, whenever it is noticed; other movements belong to the
  /// moment that follows.
  private mutating func add(_ transfer: Transfer) {
    guard transfer.reason == .expiry else { return waiting.append(transfer) }
    let words = words(at: transfer.minute)
    entries.append(
      StoryEntry(
        minute: transfer.minute, kind: .expiry,
        headline: words.language(
          "\(words.points(transfer.points)) expired", "\(words.points(transfer.points))过期"),
        details: [told(transfer)], transfers: [transfer]))
  }

  /// A movement in words, with its account if that is the second.
  private func told(_ transfer: Transfer) -> String {
    let words = words(at: transfer.minute)
    guard transfer.holder != firstAccount else { return words.transfer(transfer) }
    return words.transfer(transfer) + words.language(", second account", "，第二个账户")
  }

  /// Movements that belong to no moment at their minute stand alone.
  private mutating func flush(before minute: Minute?) {
    for transfer in waiting where transfer.minute != minute {
      entries.append(
        StoryEntry(
          minute: transfer.minute, kind: .points,
          headline: horizon.language("points moved", "积分变动"),
          details: [told(transfer)], transfers: [transfer]))
    }
    waiting.removeAll { $0.minute != minute }
  }

  private mutating func add(_ moment: LifeMoment) {
    switch moment {
    case .joined(let minute): add(minute, .joined, say("became a member", "成为会员"))
    case .lapsed(let minute):
      add(minute, .lapsed, say("lapsed: no more needs", "流失：不再有刚需"))
    case .wonBack(let minute):
      add(minute, .wonBack, say("won back: needs go on", "赢回：刚需继续"))
    case .metFromStock(let occasion): addFromStock(occasion)
    case .goodsBack(let record): add(record)
    case .payment(let minute, let decision, let isPaid): addPayment(decision, isPaid, at: minute)
    case .calendar(let event, let decision): add(event, decision)
    case .timer(let minute, let decision): add(at: minute, decision)
    case .message(_, _, let bringsVisit, let optsOut): addMessage(bringsVisit, optsOut: optsOut)
    case .errand(let errand, let decision): add(errand, decision)
    case .tags(let day, let tags): add(tags, on: day)
    case .invitation(let minute, let outcome, let isInviter):
      add(outcome, isInviter: isInviter, at: minute)
    case .risk(let minute, let outcome): add(outcome, at: minute)
    case .occasion(let record): add(record)
    }
  }

  mutating func add(_ minute: Minute, _ kind: StoryEntry.Kind, _ headline: String) {
    flush(before: minute)
    let details = waiting.map(told)
    entries.append(
      StoryEntry(
        minute: minute, kind: kind, headline: headline, details: details, transfers: waiting))
    waiting = []
  }

  private mutating func add(_ record: OccasionRecord) {
    let occasion = record.occasion
    let minute = Minute(index: occasion.minute)
    let words = words(at: minute)
    flush(before: minute)
    var entry = StoryEntry(
      minute: minute, kind: record.isOrder ? .order : .noOrder, headline: headline(record, words))
    if let decision = record.decision {
      let waterfall = Waterfall(list: decision.terms.list, findings: record.findings)
      entry.waterfall = waterfall
      entry.details = words.rows(waterfall)
    } else {
      entry.details = words.findings(record.findings) + [words.spending(record)].compactMap { $0 }
    }
    entry.isOfSecondAccount = record.isOfSecondAccount
    if record.isOfSecondAccount {
      entry.details.append(say("on the member's second account", "使用会员的第二个账户"))
    }
    entry.details += waiting.map(told)
    if let decision = record.decision {
      growth += decision.earnedGrowth.count
      entry.details += words.outcome(decision)
    }
    if let first = record.toppedUpFrom { entry.details.append(words.toppedUp(from: first)) }
    entry.details += words.reason(record)
    entry.transfers = waiting
    entry.quotedBalance = record.quote?.balance.count
    var figures = OccasionFigures(
      listMinor: occasion.listMinor, utility: record.parts?.utility,
      acceptance: record.parts?.acceptance, mark: occasion.mark)
    if record.isOrder, !record.isUnpaid {
      figures.paidMinor = record.decision?.paid.minor ?? occasion.listMinor
    }
    if let control, minute >= horizonStart {
      let inControl = control[Address(occasion)] != nil
      figures.inControl = inControl
      if !record.isUnpaid, let note = comparison(ordered: record.isOrder, inControl) {
        entry.details.append(note)
      }
      met.insert(Address(occasion))
    }
    entry.occasion = figures
    waiting = []
    entries.append(entry)
  }

  /// A need that an earlier extra order had met already.
  private mutating func addFromStock(_ occasion: Occasion) {
    let minute = Minute(index: occasion.minute)
    add(minute, .noOrder, say("a need: met from stock at home", "刚需：由家中存货满足"))
    guard let control, minute >= horizonStart else { return }
    met.insert(Address(occasion))
    if let note = comparison(ordered: false, control[Address(occasion)] != nil) {
      entries[entries.count - 1].details.append(note)
    }
  }

  private func headline(_ record: OccasionRecord, _ words: StoryWords) -> String {
    let list = words.currency.text(Money(minor: record.occasion.listMinor))
    guard !record.isUnpaid else {
      return say("an order of \(list) placed, not paid yet", "下单 \(list)，待付款")
    }
    guard let quote = record.quote else {
      return say("ordered for \(list), not a member", "下单 \(list)，非会员")
    }
    guard let decision = record.decision else {
      let pay = words.currency.text(quote.pay)
      return say("no order: \(list), offered for \(pay)", "未下单：原价 \(list)，可付 \(pay)")
    }
    return words.ordered(Money(minor: record.occasion.listMinor), paid: decision.paid)
  }

  /// In time order, an expiry first in its minute, with the balance after each entry.
  private func closed() -> [StoryEntry] {
    func rank(_ entry: StoryEntry) -> Int { entry.kind == .expiry ? 0 : 1 }
    var sorted = entries.enumerated().sorted { left, right in
      (left.element.minute.index, rank(left.element), left.offset)
        < (right.element.minute.index, rank(right.element), right.offset)
    }.map(\.element)
    var (balance, second): (Int64, Int64) = (0, 0)
    for index in sorted.indices {
      sorted[index].firstAccount = firstAccount
      balance += sorted[index].pointsChange
      second += sorted[index].secondChange
      (sorted[index].balance, sorted[index].secondBalance) = (balance, second)
    }
    return sorted
  }
}
