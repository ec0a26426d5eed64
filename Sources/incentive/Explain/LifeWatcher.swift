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
  /// The number of the person's second account, whether it is ever opened or not; nothing in a
  /// population without any.
  var secondAccount: Int?
  private(set) var entries: [Entry] = []

  init(position: Int, secondAccount: Int? = nil) {
    self.position = position
    self.secondAccount = secondAccount
  }

  func watches(_ person: Int) -> Bool { person == position }

  mutating func observe(_ moment: LifeMoment, of person: Int) { entries.append(.moment(moment)) }

  mutating func record(_ transfer: Transfer) {
    let holder = Int(transfer.holder)
    if holder == position || holder == secondAccount { entries.append(.transfer(transfer)) }
  }

  /// The occasions that became orders.
  var orders: [Occasion] {
    entries.compactMap { entry in
      guard case .moment(.occasion(let record)) = entry, record.isOrder else { return nil }
      return record.occasion
    }
  }
}
