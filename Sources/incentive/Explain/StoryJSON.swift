internal import CommunitySimulation
internal import IncentiveEngine
internal import PointsLedger
internal import Quantities
internal import Scenarios
internal import Timeline

/// A story as machines read it.
struct StoryJSON: Encodable {
  struct Entry: Encodable {
    var time: String
    var kind: StoryEntry.Kind
    var headline: String
    var details: [String]
    var pointsChange: Int64
    var balance: Int64
    /// Those of the balance that are on the second account.
    var secondBalance: Int64
    var isOfSecondAccount: Bool
    var occasion: OccasionFigures?
    var waterfall: WaterfallJSON?
    var transfers: [TransferFigures]
  }

  struct TransferFigures: Encodable {
    var time: String
    /// The account's number in the community.
    var account: Int
    var from: String
    var to: String
    var points: Int64
    var vintage: String
    /// The last day; nothing if the points never expire.
    var lastDay: String?
    /// The rule's number in the scheme.
    var rule: Int
    var reason: String
  }

  var scenario: String
  var arm: String
  var replication: Int
  var member: Int
  var segment: String
  var entries: [Entry]
  var balance: Int64
  var balanceChecks: Int
  var balanceFailures: Int
}

extension MemberStory {
  func json(ordersOnly: Bool) -> StoryJSON {
    let checks = balanceChecks
    return StoryJSON(
      scenario: ready.scenario.title, arm: arm.name, replication: replication,
      member: Int(person.number), segment: ready.scenario.people.segments[person.segment].name,
      entries: told(ordersOnly: ordersOnly).map(StoryJSON.Entry.init),
      balance: known.last?.balance ?? 0, balanceChecks: checks.count,
      balanceFailures: checks.failures)
  }
}

extension StoryJSON.Entry {
  init(_ entry: StoryEntry) {
    self.init(
      time: entry.minute.text, kind: entry.kind, headline: entry.headline, details: entry.details,
      pointsChange: entry.pointsChange, balance: entry.balance,
      secondBalance: entry.secondBalance, isOfSecondAccount: entry.isOfSecondAccount,
      occasion: entry.occasion,
      waterfall: entry.waterfall.map(WaterfallJSON.init),
      transfers: entry.transfers.map(StoryJSON.TransferFigures.init))
  }
}

extension StoryJSON.TransferFigures {
  init(_ transfer: Transfer) {
    self.init(
      time: transfer.minute.text, account: Int(transfer.holder), from: "\(transfer.source)",
      to: "\(transfer.target)",
      points: transfer.points.count, vintage: transfer.lot.vintage.text,
      lastDay: transfer.lot.expiry >= .sliding ? nil : CivilDate(transfer.lot.expiry).text,
      rule: Int(transfer.rule.index), reason: "\(transfer.reason)")
  }
}
