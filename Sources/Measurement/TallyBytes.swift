/// A tally as bytes: those that are hashed into the digest, and all that is kept of finished tasks.
///
/// A fixed order, little-endian, 8 bytes a count and 16 a product. Products of pairs and of control
/// variates are kept and not hashed: the former are another view of the totals that the digest holds,
/// so a line of `expect:` that asks for a pair leaves it as it was; the latter follow from the people
/// whose lives the digest holds.
extension Tally {
  /// What is kept of finished tasks.
  public var storedBytes: [UInt8] {
    var bytes = canonicalBytes
    for pair in pairs { for value in pair.products { Self.append(value, to: &bytes) } }
    for value in variates.values { Self.append(value, to: &bytes) }
    return bytes
  }

  /// What is hashed.
  public var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount)
    Self.append(communityCount, to: &bytes)
    for arm in arms {
      for column in arm.columns { for value in column { Self.append(value, to: &bytes) } }
    }
    for product in products {
      for value in product.products { Self.append(value, to: &bytes) }
    }
    for index in arms.indices {
      for value in slices[index].products { Self.append(value, to: &bytes) }
      for value in weeks[index].values { Self.append(value, to: &bytes) }
    }
    return bytes
  }

  /// A tally from what was kept of it, or nothing if that is not a tally of this shape.
  public init?(layout: TallyLayout, storedBytes bytes: [UInt8]) {
    self.init(layout: layout)
    let unhashed = pairs.reduce(variates.values.count) { $0 + $1.products.count }
    guard bytes.count == byteCount + unhashed * 16 else { return nil }
    var offset = 0
    communityCount = Self.read(bytes, &offset)
    for index in arms.indices {
      Self.read(bytes, &offset, into: &arms[index].totals)
      Self.read(bytes, &offset, into: &arms[index].daily)
      Self.read(bytes, &offset, into: &arms[index].cells)
      Self.read(bytes, &offset, into: &arms[index].movements)
      Self.read(bytes, &offset, into: &arms[index].orderDifferences)
      Self.read(bytes, &offset, into: &arms[index].wearAtExposure)
      Self.read(bytes, &offset, into: &arms[index].budgets)
      Self.read(bytes, &offset, into: &arms[index].channels)
      Self.read(bytes, &offset, into: &arms[index].tags)
      Self.read(bytes, &offset, into: &arms[index].merchants)
      Self.read(bytes, &offset, into: &arms[index].slices)
      Self.read(bytes, &offset, into: &arms[index].categories)
      Self.read(bytes, &offset, into: &arms[index].runOff)
      Self.read(bytes, &offset, into: &arms[index].valueDifferences)
      Self.read(bytes, &offset, into: &arms[index].fatigue.byWeek)
      Self.read(bytes, &offset, into: &arms[index].fatigue.byChannel)
    }
    for index in products.indices {
      Self.read(bytes, &offset, into: &products[index].products)
    }
    for index in arms.indices {
      Self.read(bytes, &offset, into: &slices[index].products)
      var values = weeks[index].values
      Self.read(bytes, &offset, into: &values)
      weeks[index].take(values)
    }
    for index in pairs.indices { Self.read(bytes, &offset, into: &pairs[index].products) }
    var known = variates.values
    Self.read(bytes, &offset, into: &known)
    variates.take(known)
  }

  private var byteCount: Int {
    let counts = arms.reduce(1) { sum, arm in arm.columns.reduce(sum) { $0 + $1.count } }
    let wide =
      products.reduce(0) { $0 + $1.products.count } + slices.reduce(0) { $0 + $1.products.count }
      + weeks.reduce(0) { $0 + $1.values.count }
    return counts * 8 + wide * 16
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private static func read<I: FixedWidthInteger>(_ bytes: [UInt8], _ offset: inout Int) -> I {
    let size = MemoryLayout<I>.size
    let value = bytes[offset..<(offset + size)].reversed().reduce(I.zero) { value, byte in
      value << 8 | I(truncatingIfNeeded: byte)
    }
    offset += size
    return value
  }

  private static func read<I: FixedWidthInteger>(
    _ bytes: [UInt8], _ offset: inout Int, into values: inout [I]
  ) {
    for index in values.indices { values[index] = read(bytes, &offset) }
  }
}

extension ArmTally {
  /// All integers, in the canonical order.
  fileprivate var columns: [[Int64]] {
    [
      totals, daily, cells, movements, orderDifferences, wearAtExposure, budgets, channels,
      tags, merchants, slices, categories, runOff, valueDifferences,
      fatigue.byWeek, fatigue.byChannel,
    ]
  }
}
