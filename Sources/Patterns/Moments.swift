/// Sums that statistics of patterns are made of.
enum Moments {
  /// The mean; not a number of nothing.
  static func mean(_ values: some Collection<Double>) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  /// The standard deviation in a population.
  static func deviation(_ values: some Collection<Double>) -> Double {
    let mean = mean(values)
    return self.mean(values.map { ($0 - mean) * ($0 - mean) }).squareRoot()
  }

  /// Pearson's correlation.
  static func correlation(_ left: [Double], _ right: [Double]) -> Double {
    let (leftMean, rightMean) = (mean(left), mean(right))
    let together = mean(zip(left, right).map { ($0 - leftMean) * ($1 - rightMean) })
    return together / (deviation(left) * deviation(right))
  }

  /// The share of the sum that the greatest values have.
  static func shareOfTop(_ share: Double, _ values: [Double]) -> Double {
    let sorted = values.sorted(by: >)
    let top = sorted.prefix(Int((Double(sorted.count) * share).rounded()))
    return top.reduce(0, +) / sorted.reduce(0, +)
  }

  /// The least step from one value down to the next: above zero if they fall all the way.
  static func leastFall(_ values: [Double]) -> Double {
    zip(values, values.dropFirst()).map { $0 - $1 }.min() ?? .nan
  }
}
