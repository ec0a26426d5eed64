/// Sums over communities of all products of two totals, an arm's and control's, or those of two arms
/// that are held against each other: exact, in 128 bits.
///
/// From them follow the variances and covariances of any difference, ratio or sum of columns between
/// the two, with a community as the unit. The size does not grow with communities.
public struct CrossProducts: Sendable, Hashable {
  /// The arm's columns, then control's.
  public static let dimension = 2 * TallyColumn.count

  /// The upper triangle, row by row.
  var products: [Int128]

  /// No communities yet.
  public init() {
    products = Array(repeating: 0, count: Self.dimension * (Self.dimension + 1) / 2)
  }

  /// Adds one community.
  public mutating func add(arm: [Int64], control: [Int64]) {
    let vector = arm + control
    var index = 0
    for row in 0..<Self.dimension {
      let left = Int128(vector[row])
      for column in row..<Self.dimension {
        if left != 0 { products[index] += left * Int128(vector[column]) }
        index += 1
      }
    }
  }

  /// Σ over communities of the product of two entries of (arm, control).
  public subscript(row: Int, column: Int) -> Int128 {
    let (low, high) = row <= column ? (row, column) : (column, row)
    return products[low * Self.dimension - low * (low - 1) / 2 + high - low]
  }

  /// Adds the sums of other communities.
  public mutating func merge(_ other: CrossProducts) {
    for index in products.indices { products[index] += other.products[index] }
  }
}
