/// Splits a whole amount in proportion to weights, to the last unit, by largest remainder.
public enum LargestRemainder {
  /// The shares of `total`, one for each weight; they sum to `total` exactly.
  ///
  /// Every share is first rounded down; the units left over go, one each, to the largest
  /// remainders, ties to the earlier position (Hamilton's method). With all weights zero the units
  /// are spread evenly, earlier positions first.
  ///
  /// - Precondition: `total` and all weights are zero or more, and there is at least one weight.
  public static func split(_ total: Int64, by weights: [Int64]) -> [Int64] {
    precondition(!weights.isEmpty && total >= 0, "a split needs weights and an amount")
    let isEven = weights.allSatisfy { $0 == 0 }
    let effective = isEven ? [Int64](repeating: 1, count: weights.count) : weights
    let sum = effective.reduce(Int128(0)) { partial, weight in
      precondition(weight >= 0, "a weight is never negative")
      return partial + Int128(weight)
    }
    var shares: [Int64] = []
    var remainders: [(remainder: Int128, position: Int)] = []
    for (position, weight) in effective.enumerated() {
      let exact = Int128(total) * Int128(weight)
      shares.append(Int64(exact / sum))
      remainders.append((exact % sum, position))
    }
    let left = Int(total - shares.reduce(0, +))
    remainders.sort { ($0.remainder, $1.position) > ($1.remainder, $0.position) }
    for index in 0..<left { shares[remainders[index].position] += 1 }
    return shares
  }
}
