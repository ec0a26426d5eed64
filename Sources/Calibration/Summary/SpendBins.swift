import MemberPopulation
import NumericalMethods

/// Repeat customers by what an order of theirs is worth, and how many a model expects.
///
/// Customers' means for Gamma-Gamma, the level around which their orders lie (the geometric mean)
/// for lognormal: of these the models tell the distribution.
public struct SpendBins: Sendable, Hashable {
  /// The upper ends of all bins but the last, which is open.
  public let ends: [Double]
  /// Customers.
  public let actual: [Double]
  /// Customers as the model expects them.
  public let expected: [Double]
}

extension SpendBins {
  /// Bins of the family that is taken; nothing where no spend could be fitted.
  public init?(_ result: CalibrationResult) {
    guard let fit = result.spend, let family = result.spendFamily else { return nil }
    let spenders = result.summary.customers.map(\.spend).compactMap { history in
      let (orders, level) =
        family == .gammaGamma
        ? (history.orders, history.mean)
        : (
          history.positiveOrders,
          history.positiveOrders > 0
            ? exponential(history.logSum / Double(history.positiveOrders)) : 0
        )
      return orders > 0 && level > 0 ? (orders: orders, level: level) : nil
    }
    guard !spenders.isEmpty else { return nil }
    let width = Self.width(spenders.map(\.level).sorted())
    let ends = (1...Self.count).map { Double($0) * width }
    var actual = Array(repeating: 0.0, count: ends.count + 1)
    for spender in spenders { actual[min(Int(spender.level / width), ends.count)] += 1 }
    self.ends = ends
    self.actual = actual
    var orders: [(orders: Int, count: Double)] = []
    for count in spenders.map(\.orders).sorted() {
      if orders.last?.orders == count {
        orders[orders.count - 1].count += 1
      } else {
        orders.append((count, 1))
      }
    }
    expected = Self.expected(family, fit.values, orders, ends)
  }

  /// assumption: as many columns as a reader takes in.
  private static let count = 11

  /// A round width, so that 19 of 20 customers stand before the open bin.
  private static func width(_ levels: [Double]) -> Double {
    let high = levels[min(levels.count - 1, levels.count * 19 / 20)] / Double(count)
    var unit = 0.01
    while unit * 10 <= high { unit *= 10 }
    return [1, 2, 2.5, 5, 10].map { $0 * unit }.first { $0 >= high } ?? unit * 10
  }

  private static func expected(
    _ family: SpendFamily, _ values: [Double], _ orders: [(orders: Int, count: Double)],
    _ ends: [Double]
  ) -> [Double] {
    var below = Array(repeating: 0.0, count: ends.count)
    var total = 0.0
    for (orders, count) in orders {
      total += count
      for (index, end) in ends.enumerated() {
        below[index] += count * share(family, values, Double(orders), below: end)
      }
    }
    let edges = [0] + below + [total]
    return (1..<edges.count).map { edges[$0] - edges[$0 - 1] }
  }

  /// The probability that a customer of so many orders stands below an amount.
  private static func share(
    _ family: SpendFamily, _ values: [Double], _ orders: Double, below end: Double
  ) -> Double {
    switch family {
    case .gammaGamma:
      // The sum of the orders over itself and γ is beta(px, q).
      let sum = orders * end
      let ratio = sum / (values[2] + sum)
      return (try? SpecialFunctions.incompleteBeta(values[0] * orders, values[1], ratio)) ?? 0
    case .lognormal:
      let spread = (values[2] * values[2] + values[1] * values[1] / orders).squareRoot()
      let distance = (logarithm(end) - logarithm(values[0])) / spread
      return (try? StandardNormal.cumulative(distance)) ?? 0
    }
  }
}
