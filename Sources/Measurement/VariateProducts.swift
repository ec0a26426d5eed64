/// Sums over communities (or replications) of control variates, of their products with each other and
/// with every arm's totals, and of their fourth powers: exact, in 128 bits.
///
/// From them follows how much of a difference's variance is that of who was drawn, and whether a few
/// units decide it.
public struct VariateProducts: Sendable, Hashable {
  /// Σz, by ``ControlVariate``.
  public private(set) var sums: [Int128]
  /// The upper triangle of Σzz′, row by row.
  private var squares: [Int128]
  /// Σz⁴, z in thousandths.
  private var fourthPowers: [Int128]
  /// Σz·x: arm by arm, column by column, variate by variate.
  private var crosses: [Int128]

  /// The largest absolute value of a variate, in thousandths, whose fourth power is summed as it is: a
  /// million such units stay within 128 bits.
  private static let mostThousandths: Int128 = 100_000_000

  private static let size = ControlVariate.count

  /// Nothing yet, for so many arms.
  public init(armCount: Int) {
    sums = Array(repeating: 0, count: Self.size)
    squares = Array(repeating: 0, count: Self.size * (Self.size + 1) / 2)
    fourthPowers = sums
    crosses = Array(repeating: 0, count: armCount * TallyColumn.count * Self.size)
  }

  /// Adds one unit.
  ///
  /// - Parameters:
  ///   - variates: The unit's, by ``ControlVariate``.
  ///   - arms: Each arm's totals, by ``TallyColumn``.
  mutating func add(_ variates: [Int64], arms: [[Int64]]) {
    let variates = variates.map { Int128($0) }
    var index = 0
    for row in variates.indices {
      sums[row] += variates[row]
      let thousandths = min(abs(variates[row] / 1000), Self.mostThousandths)
      fourthPowers[row] += thousandths * thousandths * thousandths * thousandths
      for column in row..<Self.size {
        squares[index] += variates[row] * variates[column]
        index += 1
      }
    }
    index = 0
    for total in arms.lazy.joined() {
      if total != 0 {
        for variate in 0..<Self.size {
          crosses[index + variate] += variates[variate] * Int128(total)
        }
      }
      index += Self.size
    }
  }

  /// Σ over units of the product of two variates.
  public func product(_ first: Int, _ second: Int) -> Int128 {
    let (low, high) = (min(first, second), max(first, second))
    return squares[low * Self.size - low * (low - 1) / 2 + high - low]
  }

  /// Σ over units of a variate's fourth power, in thousandths to the fourth; a variate is in millionths.
  public func fourthPower(_ variate: Int) -> Int128 { fourthPowers[variate] }

  /// Σ over units of a variate times an arm's column.
  public func product(_ variate: Int, arm: Int, column: Int) -> Int128 {
    crosses[(arm * TallyColumn.count + column) * Self.size + variate]
  }

  /// Adds the sums of other units.
  mutating func merge(_ other: VariateProducts) { take(zip(values, other.values).map { $0 + $1 }) }

  /// All sums, in a fixed order.
  var values: [Int128] { sums + fourthPowers + squares + crosses }

  /// Replaces all sums; as many as there are.
  mutating func take(_ values: [Int128]) {
    let (first, second) = (sums.count, 2 * sums.count)
    let third = second + squares.count
    sums = Array(values[..<first])
    fourthPowers = Array(values[first..<second])
    squares = Array(values[second..<third])
    crosses = Array(values[third...])
  }
}
