/// Sums over communities (or replications) of the products of what a slice has: persons, and arm less
/// control in orders, margin and incentives; exact, in 128 bits.
public struct SliceProducts: Sendable, Hashable {
  /// What the rows and columns are.
  public enum Quantity: Int, Sendable, CaseIterable {
    case persons, orders, marginMinor, incentiveMinor
  }

  /// The upper triangles, slice by slice.
  var products: [Int128]
  private static let size = Quantity.allCases.count * (Quantity.allCases.count + 1) / 2

  /// Nothing yet, for tallies of a shape.
  public init(layout: TallyLayout) {
    products = Array(repeating: 0, count: layout.sliceTotal * Self.size)
  }

  /// Adds one unit.
  public mutating func add(_ arm: ArmTally) { add(slices: arm.slices) }

  mutating func add(slices: [Int64]) {
    for position in 0..<(products.count / Self.size) {
      func value(_ column: SliceColumn) -> Int128 {
        Int128(slices[position * SliceColumn.count + column.rawValue])
      }
      let persons = value(.persons)
      guard persons != 0 else { continue }
      let vector = [
        persons, value(.orders) - value(.controlOrders),
        value(.marginMinor) - value(.controlMarginMinor),
        value(.incentiveMinor) - value(.controlIncentiveMinor),
      ]
      var index = position * Self.size
      for row in vector.indices {
        for column in row..<vector.count {
          products[index] += vector[row] * vector[column]
          index += 1
        }
      }
    }
  }

  /// Σ over units of the product of two quantities of a slice.
  public func product(
    _ first: Quantity, _ second: Quantity, of dimension: SliceDimension, at slice: Int,
    layout: TallyLayout
  ) -> Int128 {
    let (low, high) = (min(first.rawValue, second.rawValue), max(first.rawValue, second.rawValue))
    let offset = low * Quantity.allCases.count - low * (low - 1) / 2 + high - low
    return products[layout.slicePosition(dimension, slice) * Self.size + offset]
  }

  /// Adds the sums of other units.
  public mutating func merge(_ other: SliceProducts) {
    for index in products.indices { products[index] += other.products[index] }
  }
}
