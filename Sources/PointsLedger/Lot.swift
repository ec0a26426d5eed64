public import Quantities
public import Timeline

/// A dated parcel of points in a member account.
public struct Lot: Sendable, Hashable {
  /// What tells the lot from the account's other lots.
  public var key: LotKey
  /// Whether the points are promised and may not be spent yet.
  public var isPending: Bool
  /// How many points, more than zero.
  public var points: Points

  /// Creates a lot.
  public init(key: LotKey, isPending: Bool, points: Points) {
    self.key = key
    self.isPending = isPending
    self.points = points
  }
}

/// A lot as the ledger stores it: 16 bytes.
@usableFromInline
struct StoredLot: Sendable {
  @usableFromInline var key: PackedLotKey
  @usableFromInline var points: Int64

  init(key: PackedLotKey, points: Int64) {
    self.key = key
    self.points = points
  }
}

/// A lot key and its pending flag in 8 bytes, so that one integer comparison is the order in which
/// points are spent: expiry, then vintage, then funding, then rule.
///
/// From the highest bit: 7 unused, 22 expiry, 16 vintage, 2 funding, 1 pending, 16 rule. The rule
/// stands lowest so that forgetting rules leaves lots in order. 22 bits hold the day of every
/// ``Minute`` (about 1.5 million days on either side of 1970), `Day.sliding` as the number below all
/// ones and `Day.never` as all ones.
@usableFromInline
struct PackedLotKey: Sendable, Comparable {
  @usableFromInline var bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  /// Packs a key.
  ///
  /// - Precondition: the expiry is `never` or a day of the years 1 to 4000, or a little beyond, up to
  ///   the last whole day of ``Minute``, or `sliding`; the vintage is a month of the years 1 to 4000.
  init(_ key: LotKey, isPending: Bool) {
    let vintage = Int64(key.vintage.index) + 0x8000
    precondition((0...0xFFFF).contains(vintage), "a vintage lies in the years 1 to 4000")
    let expiry = Self.expiryBits(key.expiry)
    precondition(
      key.expiry >= .sliding || (-1_491_308...1_491_307).contains(key.expiry.index),
      "the day after a lot's expiry has minutes, or no day of its own ends the lot")
    self.bits =
      expiry << 35 | UInt64(vintage) << 19 | UInt64(key.funding.rawValue) << 17
      | (isPending ? 1 << 16 : 0) | UInt64(key.rule.index)
  }

  @inlinable
  static var neverBits: UInt64 { (1 << 22) - 1 }

  /// A day on the scale of packed expiries; days too far away for it become its ends.
  @inlinable
  static func expiryBits(_ day: Day) -> UInt64 {
    UInt64(min(max(Int64(day.index) + (1 << 21), 0), Int64(neverBits)))
  }

  @inlinable
  var expiryBits: UInt64 { bits >> 35 }

  @inlinable
  var neverExpires: Bool { expiryBits == Self.neverBits }

  @inlinable
  var isPending: Bool { bits & (1 << 16) != 0 }

  @inlinable
  var expiry: Day {
    neverExpires ? .never : Day(index: Int32(Int64(expiryBits) - (1 << 21)))
  }

  var key: LotKey {
    LotKey(
      vintage: Month(index: Int32(Int64(bits >> 19 & 0xFFFF) - 0x8000)), expiry: expiry,
      funding: Funding(rawValue: UInt8(bits >> 17 & 3)) ?? .purchase,
      rule: RuleID(UInt16(bits & 0xFFFF)))
  }

  /// The same key under no rule.
  var withoutRule: PackedLotKey { PackedLotKey(bits: bits & ~0xFFFF) }

  @inlinable
  static func < (left: PackedLotKey, right: PackedLotKey) -> Bool {
    left.bits < right.bits
  }
}
