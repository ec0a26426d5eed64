internal import IncentiveEngine
internal import MemberBehavior
internal import Timeline

/// What the event loop can meet next; the order of the cases settles ties within a minute.
enum Moment {
  /// A month has ended.
  case census(Month)
  /// The person at a position joins.
  case joining(Int)
  /// Somebody may join by contact.
  case contact
  /// The program's calendar does something for all members.
  case calendar(ScheduledEvent)
  /// The errand at a position of the agenda.
  case errand(Int)
  /// The engine does something for one account at a minute that it chose itself.
  case timer
  /// What an order left to be done later: goods come back, or it is paid or canceled.
  case followUp
  /// The occasion at a position of the agenda.
  case occasion(Int)
  /// A visit that a message brought.
  case visit(Occasion)
  /// A visit that control's messages brought, and that became an order there.
  case controlVisit(Occasion)
  /// Nothing is left before the end.
  case end
}

/// Visits that messages will bring: earliest first, ties by person and campaign.
struct VisitQueue {
  /// Latest first, so that the next is the last.
  private var waiting: [Occasion] = []

  var next: Occasion? { waiting.last }

  mutating func removeNext() { waiting.removeLast() }

  /// Adds one visit.
  mutating func add(_ visit: Occasion) {
    var (low, high) = (0, waiting.count)
    while low < high {
      let middle = (low + high) / 2
      if visit.comesBefore(waiting[middle]) { low = middle + 1 } else { high = middle }
    }
    waiting.insert(visit, at: low)
  }

  /// Adds the visits of one message to all members.
  mutating func add(_ visits: [Occasion]) {
    guard !visits.isEmpty else { return }
    waiting += visits
    waiting.sort { $1.comesBefore($0) }
  }
}

extension Occasion {
  /// Whether a visit comes before another.
  func comesBefore(_ other: Occasion) -> Bool {
    (minute, person, index) < (other.minute, other.person, other.index)
  }
}
