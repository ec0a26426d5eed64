/// The bins by which persons' differences in money are counted: symmetric, three a power of ten but
/// for the smallest, so that they fit any currency.
///
/// Bin ``zero`` holds differences of less than the first edge either way.
public enum ValueDifference {
  /// The least size of each bin on the way up from zero, in minor units.
  ///
  /// `assumption:` 1, 2, 5 a decade.
  public static let edges: [Int64] = [
    1, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000,
  ]
  /// The bin of no difference.
  public static let zero = edges.count
  /// How many bins there are.
  public static let binCount = 2 * edges.count + 1

  /// The bin of a difference in minor units.
  public static func bin(of difference: Int64) -> Int {
    let size = difference.magnitude
    var steps = 0
    while steps < edges.count, size >= edges[steps].magnitude { steps += 1 }
    return difference < 0 ? zero - steps : zero + steps
  }
}

extension ArmTally {
  /// Notes by how much a person's value to the merchant differs from that in control.
  public mutating func noteDifference(inValue difference: Int64) {
    valueDifferences[ValueDifference.bin(of: difference)] += 1
  }
}
