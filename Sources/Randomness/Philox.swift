/// The Philox4x32-10 block function: 128 bits of counter under a 64-bit key to 128 random bits.
///
/// Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as
/// 1, 2, 3", SC '11; constants and known answers as in Random123 1.14.
public enum Philox {
  /// The four 32-bit words of a counter or of a block.
  public struct Words: Sendable, Hashable {
    /// The words in Random123's order.
    public var first, second, third, fourth: UInt32

    /// Four words in Random123's order.
    @inline(__always)
    public init(_ first: UInt32, _ second: UInt32, _ third: UInt32, _ fourth: UInt32) {
      self.first = first
      self.second = second
      self.third = third
      self.fourth = fourth
    }
  }

  /// Ten rounds on `counter` under `key`.
  public static func block(counter: Words, key: (UInt32, UInt32)) -> Words {
    var words = counter
    var (firstKey, secondKey) = key
    for _ in 0..<10 {
      let a = UInt64(words.first) &* 0xD251_1F53
      let b = UInt64(words.third) &* 0xCD9E_8D57
      words = Words(
        UInt32(truncatingIfNeeded: b >> 32) ^ words.second ^ firstKey,
        UInt32(truncatingIfNeeded: b),
        UInt32(truncatingIfNeeded: a >> 32) ^ words.fourth ^ secondKey,
        UInt32(truncatingIfNeeded: a))
      // Weyl increments: the golden ratio and √3 − 1, in 32 bits.
      firstKey &+= 0x9E37_79B9
      secondKey &+= 0xBB67_AE85
    }
    return words
  }
}
