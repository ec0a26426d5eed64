import MemberBehavior
import Testing

@testable import CommunitySimulation

@Suite struct LifeTests {
  private static let day: Int32 = 1440

  @Test func `the clock of repurchase runs from the first order to the next`() {
    var clock = ReturnClock()
    #expect(!clock.leaves(days: 30, before: 100 * Self.day) && !clock.returned(within: 90))
    // As orders are booked: each stops a running clock, and starts one that stands.
    for minute in [10, 45, 50] as [Int32] {
      clock.note(orderAt: minute * Self.day)
      clock.begin(at: minute * Self.day)
    }
    #expect(clock.first == 10 * Self.day)
    #expect(!clock.returned(within: 34) && clock.returned(within: 35))
    #expect(clock.leaves(days: 90, before: 100 * Self.day))
    #expect(!clock.leaves(days: 90, before: 100 * Self.day - 1))
  }

  @Test func `an order in the minute of the first one is a return at once`() {
    var clock = ReturnClock()
    clock.begin(at: 500)
    clock.note(orderAt: 500)
    #expect(clock.returned(within: 0))
  }

  @Test func `the state of a life and an occasion is as small as promised`() {
    #expect(MemoryLayout<Occasion>.stride == 48)
    #expect(MemoryLayout<Life>.stride <= 64)
  }

  @Test func `visits come in time order, ties by person and campaign`() {
    func visit(_ minute: Int32, _ person: UInt32, _ index: UInt32) -> Occasion {
      Occasion(minute: minute, person: person, stream: .message, index: index, mark: 0.5)
    }
    var queue = VisitQueue()
    queue.add([visit(9, 2, 1), visit(5, 7, 3), visit(5, 1, 8)])
    queue.add([visit(5, 7, 2), visit(1, 4, 4)])
    var order: [UInt32] = []
    while let next = queue.next {
      order.append(next.index)
      queue.removeNext()
    }
    #expect(order == [4, 8, 2, 3, 1])
  }
}
