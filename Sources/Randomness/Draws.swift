/// Draws of one replication: a stateless view that turns addresses into random values.
///
/// Every value is a function of the key and the address alone; asking twice gives the same value.
/// Two draws for different reasons need different purposes or occurrences. Parameters outside the
/// stated domain (NaN included) are programming errors and stop the program; scenario checks belong
/// before.
public struct Draws: Sendable, Hashable {
  /// The key under which all values are drawn.
  public let key: DrawKey

  /// The draws under `key`.
  public init(key: DrawKey) {
    self.key = key
  }

  /// The draws of `replication` of the experiment with `seed`.
  public init(seed: UInt64, replication: UInt32) {
    key = DrawKey(seed: seed, replication: replication)
  }

  /// The 128 random bits at `address`; `attempt` counts the blocks that one value uses up.
  public func block(at address: DrawAddress, attempt: UInt32 = 0) -> Philox.Words {
    Philox.block(
      counter: Philox.Words(
        address.subject, address.purpose.rawValue, address.occurrence, attempt),
      key: (key.first, key.second))
  }

  /// A number in the open interval (0, 1): the middle of one of 2^52 equal cells.
  ///
  /// Never 0 or 1; 1 − u is as exact and as likely as u.
  public func uniform(at address: DrawAddress) -> Double {
    block(at: address).firstUniform
  }

  /// Two independent numbers in (0, 1) from one block; the first is `uniform(at:)`.
  public func uniformPair(at address: DrawAddress) -> (Double, Double) {
    let block = block(at: address)
    return (block.firstUniform, block.secondUniform)
  }

  /// Whether an event of `probability` happens; 0 never does and 1 always does.
  ///
  /// It happens when `uniform(at:)` is below the probability: raising the probability never
  /// revokes it.
  public func bernoulli(_ probability: Double, at address: DrawAddress) -> Bool {
    precondition(probability >= 0 && probability <= 1, "a probability is between 0 and 1")
    return uniform(at: address) < probability
  }

  /// An integer from 0 up to but not including `bound`, each equally likely.
  ///
  /// `bound` is at least 1. Method: D. Lemire, "Fast random integer generation in an interval",
  /// ACM TOMACS 29(1), 2019; rejections count attempts.
  public func uniformInteger(below bound: Int, at address: DrawAddress) -> Int {
    precondition(bound > 0, "an integer below \(bound) does not exist")
    let size = UInt64(bound)
    var attempt: UInt32 = 0
    while true {
      let product = block(at: address, attempt: attempt).firstBits.multipliedFullWidth(by: size)
      // Only the lowest 2^64 mod bound products are over-represented.
      if product.low >= size || product.low >= (0 &- size) % size { return Int(product.high) }
      attempt += 1
    }
  }
}

extension Philox.Words {
  /// The first word is the low half, on the little-endian machines Swift runs on.
  var firstBits: UInt64 { Philox.pairs(lanes)[0] }
  var secondBits: UInt64 { Philox.pairs(lanes)[1] }
  /// Both uniforms: the upper 52 bits of each half as the middle of a cell.
  ///
  /// Under the exponent of 1 they are 1 + n · 2^−52; taking away 1 − 2^−53 is exact.
  @inline(__always)
  var uniforms: SIMD2<Double> {
    let cells = Philox.pairs(lanes) &>> 12 | SIMD2<UInt64>(repeating: 0x3FF0_0000_0000_0000)
    return unsafeBitCast(cells, to: SIMD2<Double>.self)
      - SIMD2<Double>(repeating: 0x1.fffffffffffffp-1)
  }

  @inline(__always)
  var firstUniform: Double { uniforms[0] }

  @inline(__always)
  var secondUniform: Double { uniforms[1] }
}
