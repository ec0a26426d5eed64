/// The Philox4x32-10 block function: 128 bits of counter under a 64-bit key to 128 random bits.
///
/// Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as
/// 1, 2, 3", SC '11; constants and known answers as in Random123 1.14.
public enum Philox {
  /// The four 32-bit words of a counter or of a block.
  public struct Words: Sendable, Hashable {
    let lanes: SIMD4<UInt32>

    /// Four words in Random123's order.
    @inline(__always)
    public init(_ first: UInt32, _ second: UInt32, _ third: UInt32, _ fourth: UInt32) {
      lanes = SIMD4(first, second, third, fourth)
    }

    @inline(__always)
    init(lanes: SIMD4<UInt32>) {
      self.lanes = lanes
    }

    /// The first word in Random123's order.
    public var first: UInt32 { lanes[0] }
    /// The second word in Random123's order.
    public var second: UInt32 { lanes[1] }
    /// The third word in Random123's order.
    public var third: UInt32 { lanes[2] }
    /// The fourth word in Random123's order.
    public var fourth: UInt32 { lanes[3] }
  }

  /// Ten rounds on `counter` under `key`.
  ///
  /// Both 32 × 32-bit products of a round are one vector multiplication of the even words, which
  /// takes less than half the time of two scalar ones.
  public static func block(counter: Words, key: (UInt32, UInt32)) -> Words {
    let lowHalves = SIMD2<UInt64>(repeating: 0xFFFF_FFFF)
    let multipliers = SIMD2<UInt64>(0xD251_1F53, 0xCD9E_8D57)
    // Weyl increments: the golden ratio and √3 − 1, in 32 bits.
    let increments = SIMD4<UInt32>(0x9E37_79B9, 0, 0xBB67_AE85, 0)
    var words = pairs(counter.lanes)
    var roundKey = SIMD4<UInt32>(key.0, 0, key.1, 0)
    for _ in 0..<10 {
      let products = quads((words & lowHalves) &* multipliers)
      let crossed = SIMD4<UInt32>(products[3], products[2], products[1], products[0])
      // The key goes to the odd words first: combined with the products it defeats the shuffle.
      let keyed = (words &>> 32) ^ pairs(roundKey)
      words = pairs(crossed) ^ keyed
      roundKey &+= increments
    }
    return Words(lanes: quads(words))
  }

  /// Two 64-bit numbers whose low halves are the even words.
  @inline(__always)
  static func pairs(_ words: SIMD4<UInt32>) -> SIMD2<UInt64> {
    unsafeBitCast(words, to: SIMD2<UInt64>.self)
  }

  @inline(__always)
  static func quads(_ pairs: SIMD2<UInt64>) -> SIMD4<UInt32> {
    unsafeBitCast(pairs, to: SIMD4<UInt32>.self)
  }
}
