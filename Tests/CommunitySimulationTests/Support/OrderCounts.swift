import CommunitySimulation
import IncentiveEngine
import Measurement
import MemberBehavior
import PointsLedger
import Timeline

/// Watches everybody and counts each person's orders up to a minute, and what they were worth.
struct OrderCounts: LifeObserver {
  var before: Minute
  var counts: [Int]
  var listMinor: [Int64]
  var first: [Int64]

  init(people: Int, before: Minute) {
    self.before = before
    counts = Array(repeating: 0, count: people)
    listMinor = Array(repeating: 0, count: people)
    first = Array(repeating: 0, count: people)
  }

  func watches(_ person: Int) -> Bool { true }
  mutating func record(_ transfer: Transfer) {}

  mutating func observe(_ moment: LifeMoment, of person: Int) {
    guard case .occasion(let record) = moment, record.isOrder,
      record.occasion.minute < before.index
    else { return }
    let person = Int(record.occasion.person)
    counts[person] += 1
    listMinor[person] += record.occasion.listMinor
    if counts[person] == 1 { first[person] = record.occasion.listMinor }
  }
}

/// Watches everybody and keeps every order, and who was a member.
struct OrderBook: LifeObserver {
  struct Entry: Hashable {
    var person: UInt32
    var stream: OccasionStream
    var index: UInt32
    var minute: Int32
    var listMinor: Int64
    var utility: Double
    var mark: Double
  }

  var orders: [Entry] = []
  var transfers: [Transfer] = []

  func watches(_ person: Int) -> Bool { true }
  mutating func record(_ transfer: Transfer) { transfers.append(transfer) }

  mutating func observe(_ moment: LifeMoment, of person: Int) {
    guard case .occasion(let record) = moment, record.isOrder else { return }
    let occasion = record.occasion
    orders.append(
      Entry(
        person: occasion.person, stream: occasion.stream, index: occasion.index,
        minute: occasion.minute, listMinor: occasion.listMinor, utility: record.parts?.utility ?? 0,
        mark: occasion.mark))
  }
}
