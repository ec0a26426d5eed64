/// Holm's adjustment of p-values, for goals: the chance of any false finding.
///
/// With it the probability that even one true null hypothesis has an adjusted p-value at or below α
/// is at most α, however the tests depend (Holm 1979, Scand. J. Statist. 6, 65–70).
public enum Holm {
  /// The adjusted p-values, in the order of the p-values; one that is unknown stays so, uncounted.
  ///
  /// The i-th smallest of m becomes the largest of (m − j + 1)·pⱼ over all j ≤ i, at most 1.
  public static func adjusted(_ pValues: [Double?]) -> [Double?] {
    let order = ascending(pValues)
    var adjusted = [Double?](repeating: nil, count: pValues.count)
    var largest = 0.0
    for (rank, entry) in order.enumerated() {
      largest = max(largest, min(1, entry.pValue * Double(order.count - rank)))
      adjusted[entry.index] = largest
    }
    return adjusted
  }
}
