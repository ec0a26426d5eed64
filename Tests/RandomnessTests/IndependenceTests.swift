import Randomness
import Testing

/// One component of an address or key that may be varied alone.
enum Component: CaseIterable {
  case seed, replication, subject, purpose, occurrence, attempt

  /// The block where this component is `value` and all others are 1.
  func block(_ value: UInt32) -> Philox.Words {
    func at(_ component: Component) -> UInt32 { component == self ? value : 1 }
    let draws = Draws(seed: UInt64(at(.seed)), replication: at(.replication))
    let address = DrawAddress(
      subject: at(.subject), purpose: Purpose(rawValue: at(.purpose)),
      occurrence: at(.occurrence))
    return draws.block(at: address, attempt: at(.attempt))
  }
}

struct IndependenceTests {
  /// SciPy: chi2.ppf(1 - 1e-4, 255), for 16 × 16 cells.
  static let critical = 347.6542

  static func serialStatistic(_ pairs: some Sequence<(UInt32, UInt32)>) -> Double {
    var counts = Array(repeating: 0, count: 256)
    for (a, b) in pairs { counts[Int(a >> 28) * 16 + Int(b >> 28)] += 1 }
    return chiSquare(counts, probabilities: Array(repeating: 1.0 / 256, count: 256))
  }

  @Test(arguments: Component.allCases)
  func `neighbors in any one component are unrelated`(component: Component) {
    let blocks = (0..<200_000).map { component.block(UInt32($0)) }
    let pairs = stride(from: 0, to: blocks.count, by: 2).map { (blocks[$0], blocks[$0 + 1]) }
    #expect(Self.serialStatistic(pairs.map { ($0.first, $1.first) }) < Self.critical)
    #expect(Self.serialStatistic(pairs.map { ($0.second, $1.second) }) < Self.critical)
    #expect(Self.serialStatistic(pairs.map { ($0.third, $1.third) }) < Self.critical)
    #expect(Self.serialStatistic(pairs.map { ($0.fourth, $1.fourth) }) < Self.critical)
  }

  @Test(arguments: Component.allCases)
  func `the words of one block are unrelated`(component: Component) {
    let blocks = (0..<200_000).map { component.block(UInt32($0)) }
    #expect(Self.serialStatistic(blocks.map { ($0.first, $0.second) }) < Self.critical)
    #expect(Self.serialStatistic(blocks.map { ($0.second, $0.third) }) < Self.critical)
    #expect(Self.serialStatistic(blocks.map { ($0.second, $0.fourth) }) < Self.critical)
  }

  @Test(arguments: Component.allCases)
  func `flipping one bit of any component flips about half of the block`(component: Component) {
    var flipped = 0
    for value in UInt32(0)..<500 {
      let block = component.block(value)
      for bit in 0..<32 {
        let other = component.block(value ^ (1 << UInt32(bit)))
        flipped += (block.first ^ other.first).nonzeroBitCount
        flipped += (block.second ^ other.second).nonzeroBitCount
        flipped += (block.third ^ other.third).nonzeroBitCount
        flipped += (block.fourth ^ other.fourth).nonzeroBitCount
      }
    }
    // 500 × 32 blocks of 128 fair bits: half of 2,048,000, standard deviation 716.
    #expect((flipped - 1_024_000).magnitude < 5 * 716)
  }

  @Test func `different addresses give different blocks`() {
    var seen: Set<Philox.Words> = []
    let draws = Draws(seed: 9, replication: 9)
    for subject in UInt32(0)..<20 {
      for purpose in UInt32(0)..<20 {
        for occurrence in UInt32(0)..<20 {
          for attempt in UInt32(0)..<20 {
            let address = DrawAddress(
              subject: subject, purpose: Purpose(rawValue: purpose), occurrence: occurrence)
            seen.insert(draws.block(at: address, attempt: attempt))
          }
        }
      }
    }
    #expect(seen.count == 160_000)
  }

  @Test func `the whole seed counts, not only its low half`() {
    #expect(
      DrawKey(seed: 1, replication: 0) != DrawKey(seed: 1 << 32 | 1, replication: 0))
  }
}
