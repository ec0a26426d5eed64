/// The key under which one replication draws.
///
/// Derived by one Philox block from seed and replication, so that neighboring seeds and
/// replications share nothing.
public struct DrawKey: Sendable, Hashable {
  let first: UInt32
  let second: UInt32

  /// The key of `replication` of the experiment with `seed`.
  public init(seed: UInt64, replication: UInt32) {
    let block = Philox.block(
      counter: Philox.Words(replication, 0, 0, 0),
      key: (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    first = block.first
    second = block.second
  }
}
