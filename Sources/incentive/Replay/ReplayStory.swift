internal import Experiments
internal import IncentiveEngine
internal import PointsLedger
internal import Quantities
internal import Timeline

/// One customer's story in a replay.
enum ReplayStory {
  /// The story in time order, expiries at the minute at which they took effect.
  static func entries(_ entries: [ReplayEntry], words: StoryWords) -> [StoryEntry] {
    let told = entries.flatMap { entry in
      expiries(entry, words) + [moment(entry, words)].compactMap { $0 }
    }
    var sorted = told.enumerated().sorted { left, right in
      (left.element.minute.index, left.offset) < (right.element.minute.index, right.offset)
    }.map(\.element)
    var balance: Int64 = 0
    for index in sorted.indices {
      balance += sorted[index].pointsChange
      sorted[index].balance = balance
    }
    return sorted
  }

  private static func expiries(_ entry: ReplayEntry, _ words: StoryWords) -> [StoryEntry] {
    entry.transfers.filter { $0.reason == .expiry }.map { transfer in
      StoryEntry(
        minute: transfer.minute, kind: .expiry,
        headline: "\(words.points(transfer.points)) expired",
        details: [words.transfer(transfer)], transfers: [transfer])
    }
  }

  private static func moment(_ entry: ReplayEntry, _ words: StoryWords) -> StoryEntry? {
    let transfers = entry.transfers.filter { $0.reason != .expiry }
    switch entry.kind {
    case .joined:
      return StoryEntry(
        minute: entry.minute, kind: .joined, headline: "became a member",
        details: words.granted(entry.decision))
    case .order(let list): return order(entry, list, transfers, words)
    case .refund(let amount):
      var told = StoryEntry(
        minute: entry.minute, kind: .goodsBack,
        headline: words.returned(amount, entry.decision),
        details: transfers.map(words.transfer), transfers: transfers)
      if entry.decision.refusal == .none { told.details += words.undone(entry.decision) }
      return told
    case .scheduled, .timer:
      let said = [words.notice(entry.decision.notice), words.tierChange(entry.decision)]
        .compactMap { $0 }
      guard let headline = said.first else { return nil }
      return StoryEntry(
        minute: entry.minute, kind: .program, headline: headline,
        details: Array(said.dropFirst()), transfers: transfers)
    case .closed: return nil
    }
  }

  private static func order(
    _ entry: ReplayEntry, _ list: Money, _ transfers: [Transfer], _ words: StoryWords
  ) -> StoryEntry {
    let paid = entry.decision.paid
    let waterfall = Waterfall(list: list, findings: entry.findings)
    var told = StoryEntry(
      minute: entry.minute, kind: .order,
      headline: words.ordered(list, paid: paid), details: words.rows(waterfall))
    told.waterfall = waterfall
    told.details += transfers.map(words.transfer) + words.outcome(entry.decision)
    told.transfers = transfers
    told.occasion = OccasionFigures(listMinor: list.minor, paidMinor: paid.minor)
    return told
  }
}
