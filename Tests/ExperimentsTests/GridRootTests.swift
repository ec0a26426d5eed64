import Testing

@testable import Experiments

/// The search for the position at which a function is zero, on functions worked by hand.
@Suite struct GridRootTests {
  private static func search(
    _ highest: Int64, tolerance: Double = 0, from start: GridRoot.Start? = nil,
    _ function: @escaping (Int64) -> Double
  ) async throws -> (outcome: GridRoot.Outcome, positions: [Int64]) {
    var root = GridRoot(highest: highest, tolerance: tolerance)
    let outcome = try await root.search(from: start) { function($0) }
    return (outcome, root.samples.map(\.position))
  }

  private static func sample(_ position: Int64, _ value: Double) -> GridRoot.Sample {
    GridRoot.Sample(position: position, value: value)
  }

  @Test func `a straight line is met by the first secant`() async throws {
    let found = try await Self.search(100) { Double($0) - 37 }
    #expect(found.outcome == .found(Self.sample(37, 0)))
    #expect(found.positions == [0, 100, 37])
  }

  @Test func `a falling line is met, too, and a tolerance ends the search off the grid`()
    async throws
  {
    // 40 − 3x is zero at 13⅓; at 13 it is 1.
    let found = try await Self.search(100, tolerance: 1) { 40 - 3 * Double($0) }
    #expect(found.outcome == .found(Self.sample(13, 1)))
    #expect(found.positions == [0, 100, 13])
  }

  @Test func `where no position is near enough, the nearest of two neighbors is told`()
    async throws
  {
    // x² − 50 on 0…10: secants give 5 (−25), then 5 + 5·25/75 ≈ 7 (−1); the high end counts half,
    // 25, so the next is one further: 8 (14).
    let found = try await Self.search(10) { Double($0 * $0) - 50 }
    #expect(found.outcome == .nearest(Self.sample(7, -1), other: Self.sample(8, 14)))
    #expect(found.positions == [0, 10, 5, 7, 8])
  }

  @Test func `ends without a change of sign are both told`() async throws {
    let found = try await Self.search(10) { Double($0) + 1 }
    #expect(found.outcome == .noSignChange(Self.sample(0, 1), Self.sample(10, 11)))
    let near = try await Self.search(10, from: .init(position: 4, slope: 1)) { Double($0) + 1 }
    #expect(near.outcome == .noSignChange(Self.sample(0, 1), Self.sample(10, 11)))
    #expect(near.positions == [4, 0, 10])
  }

  @Test func `an end that is near enough needs nothing else`() async throws {
    let found = try await Self.search(10, tolerance: 0.5) { Double($0) }
    #expect(found.outcome == .found(Self.sample(0, 0)) && found.positions == [0])
  }

  @Test func `a start is taken outward along its slope, a fifth beyond where it leads`()
    async throws
  {
    // x − 500 from 480: 20 · 1.2 = 24 further, 504; the secant between is 500.
    let found = try await Self.search(1000, from: .init(position: 480, slope: 1)) {
      Double($0) - 500
    }
    #expect(found.outcome == .found(Self.sample(500, 0)))
    #expect(found.positions == [480, 504, 500])
  }

  @Test func `a start with a wrong slope costs runs and changes nothing`() async throws {
    // Down: 24, 96 and 384 fewer until the end, then the other end.
    let found = try await Self.search(1000, from: .init(position: 480, slope: -1)) {
      Double($0) - 500
    }
    #expect(found.outcome == .found(Self.sample(500, 0)))
    #expect(found.positions.prefix(5) == [480, 456, 360, 0, 1000])
  }

  @Test func `a start outside the range is taken at its end`() async throws {
    let found = try await Self.search(100, from: .init(position: 999, slope: 1)) {
      Double($0) - 100
    }
    #expect(found.positions == [100])
  }

  @Test(arguments: [1, 41, 500, 999])
  func `a jump is found between two neighbors, in no more than three looks a halving`(
    jump: Int64
  ) async throws {
    let found = try await Self.search(1000) { $0 <= jump - 1 ? -1 : 1_000_000 }
    #expect(
      found.outcome
        == .nearest(Self.sample(jump - 1, -1), other: Self.sample(jump, 1_000_000)))
    // 1000 has ten halvings.
    #expect(found.positions.count <= 2 + 3 * 10)
  }

  @Test func `a wavering function ends at a change of sign`() async throws {
    let wave = { (x: Int64) in Double(x) - 500 + Double((x * 7919) % 13) - 6 }
    let found = try await Self.search(1000) { wave($0) }
    switch found.outcome {
    case .found(let sample): #expect(sample.value == 0)
    case .nearest(let sample, let other):
      #expect((sample.value > 0) != (other.value > 0))
      #expect(abs(sample.position - other.position) == 1)
      #expect(abs(sample.value) <= abs(other.value))
    case .noSignChange: Issue.record("the ends differ in sign")
    }
    #expect(Set(found.positions).count == found.positions.count)
  }

  @Test func `the slope near a position is that of its two nearest looks`() async throws {
    var root = GridRoot(highest: 10, tolerance: 0)
    _ = try await root.search { Double($0 * $0) - 50 }
    // 7 → −1 and 8 → 14.
    #expect(root.slope(near: 7) == 15)
    #expect(root.start(after: .nearest(Self.sample(7, -1), other: Self.sample(8, 14)))?.slope == 15)
    #expect(GridRoot(highest: 10, tolerance: 0).slope(near: 3) == nil)
  }
}
