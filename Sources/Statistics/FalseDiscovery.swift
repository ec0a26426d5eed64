/// Benjamini & Hochberg's adjustment of p-values, for segments: the share of false findings.
///
/// Of all segments with an adjusted p-value at or below q, the expected share of false ones is at
/// most q, for independent tests (Benjamini & Hochberg 1995, JRSS B 57, 289–300) and for those that
/// depend positively (Benjamini & Yekutieli 2001, Ann. Statist. 29, 1165–1188).
public enum FalseDiscovery {
  /// The adjusted p-values, in the order of the p-values; one that is unknown stays so, uncounted.
  ///
  /// The i-th smallest of m becomes the least of m·pⱼ/j over all j ≥ i, at most 1.
  public static func adjusted(_ pValues: [Double?]) -> [Double?] {
    let order = ascending(pValues)
    var adjusted = [Double?](repeating: nil, count: pValues.count)
    var least = 1.0
    for (rank, entry) in order.enumerated().reversed() {
      least = min(least, entry.pValue * Double(order.count) / Double(rank + 1))
      adjusted[entry.index] = least
    }
    return adjusted
  }
}

/// The known p-values from the smallest up, with their places.
func ascending(_ pValues: [Double?]) -> [(index: Int, pValue: Double)] {
  let known = pValues.enumerated().compactMap { index, pValue in
    pValue.map { (index: index, pValue: $0) }
  }
  precondition(known.allSatisfy { (0...1).contains($0.pValue) }, "a p-value is between 0 and 1")
  return known.sorted { ($0.pValue, $0.index) < ($1.pValue, $1.index) }
}
