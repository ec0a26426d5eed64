internal import CommunitySimulation
internal import MemberBehavior
internal import PointsLedger

/// Keeps what happens to one person of a community, in the order in which it happened.
struct LifeWatcher: LifeObserver {
  /// A moment, or a movement of points.
  enum Entry: Sendable {
    case moment(LifeMoment)
    case transfer(Transfer)
  }

  /// The person's position in the community.
  let position: Int
  private(set) var entries: [Entry] = []

  init(position: Int) { self.position = position }

  func watches(_ person: Int) -> Bool { person == position }

  mutating func observe(_ moment: LifeMoment, of person: Int) { entries.append(.moment(moment)) }

  mutating func record(_ transfer: Transfer) {
    if Int(transfer.holder) == position { entries.append(.transfer(transfer)) }
  }

  /// The occasions that became orders.
  var orders: [Occasion] {
    entries.compactMap { entry in
      guard case .moment(.occasion(let record)) = entry, record.isOrder else { return nil }
      return record.occasion
    }
  }
}
