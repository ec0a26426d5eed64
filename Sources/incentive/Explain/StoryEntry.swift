internal import IncentiveEngine
internal import PointsLedger
internal import Quantities
internal import Timeline

/// One dated part of a person's story.
struct StoryEntry {
  enum Kind: String, Encodable {
    case expiry
    case joined
    case order
    case noOrder = "no-order"
    case program
    case points
    case lapsed
    case wonBack = "won-back"
    case goodsBack = "return"
    case payment
    case onlyInControl = "only-in-control"
  }

  var minute: Minute
  var kind: Kind
  /// What happened, in a few words.
  var headline: String
  /// What the rules did, and why it came so, a sentence each.
  var details: [String] = []
  /// For an order, every rule from the list price down; nothing otherwise.
  var waterfall: Waterfall?
  /// The movements of points that belong to it, of all of the person's accounts.
  var transfers: [Transfer] = []
  /// The number of the person's first account, where movements may be of a second one.
  var firstAccount: UInt32?
  /// Whether the occasion was of the second account.
  var isOfSecondAccount = false
  /// Active and pending points after it, on all of the person's accounts.
  var balance: Int64 = 0
  /// Those of them that are on the second account.
  var secondBalance: Int64 = 0
  /// What the engine took the balance to be when it was asked; nothing if it was not.
  var quotedBalance: Int64?
  /// The occasion, for orders and visits.
  var occasion: OccasionFigures?

  /// By how much the member's points change.
  var pointsChange: Int64 { transfers.reduce(0) { $0 + $1.memberChange } }

  /// By how much those on the second account change.
  var secondChange: Int64 {
    guard let firstAccount else { return 0 }
    return transfers.reduce(0) { $0 + ($1.holder == firstAccount ? 0 : $1.memberChange) }
  }
}

/// The figures of an occasion.
struct OccasionFigures: Encodable {
  var listMinor: Int64
  /// What was paid; nothing if there was no order.
  var paidMinor: Int64?
  var utility: Double?
  /// The share of such occasions that become an order.
  var acceptance: Double?
  /// The occasion's uniform mark; orders of the past have none.
  var mark: Double?
  /// Whether control has an order here, too; nothing in control itself.
  var inControl: Bool?
}

extension Transfer {
  /// By how much a member's points change, active and pending together.
  var memberChange: Int64 {
    switch (source.isMember, target.isMember) {
    case (false, true): points.count
    case (true, false): -points.count
    default: 0
    }
  }
}

extension Minute {
  /// Date and time of day, such as `2026-01-31 09:05`.
  var text: String {
    let hour = minuteOfDay / 60
    let minute = minuteOfDay % 60
    return
      "\(CivilDate(day).text) \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
