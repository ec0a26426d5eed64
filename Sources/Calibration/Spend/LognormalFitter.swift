public import MemberPopulation
import NumericalMethods

/// Fits lognormal orders around customers' own lognormal levels.
public enum LognormalFitter {
  /// The parameters that it gives.
  public static let parameters: [PopulationParameter] = [
    .spendMedian, .spendWithin, .spendBetween,
  ]

  /// Fits the median, the spread within and the spread between customers by maximum likelihood.
  public static func fit(_ histories: [SpendHistory]) throws(FitRefusal) -> SpendFit {
    let spenders = histories.filter { $0.positiveOrders > 0 }
    guard !spenders.isEmpty else { throw .noAmounts }
    let levels = SpendLevels(spenders)
    guard levels.spread > 1e-12 else { throw .constantAmounts(levels.median) }
    guard spenders.count >= GammaGammaFitter.leastSpenders else {
      throw .tooFewRepeaters(found: spenders.count, needed: GammaGammaFitter.leastSpenders)
    }
    let ascent = Ascent(
      levels.height, bounds: parameters.map(\.logBounds), customers: Double(spenders.count))
    let half = (levels.spread / 2).squareRoot()
    do throws(NumericalError) {
      let top = try ascent.climbed(from: [levels.median, half, half].map(logarithm))
      let (estimates, covariance) = ascent.estimated(at: top)
      let value = levels.height(top).value
      return SpendFit(
        estimates: estimates, logCovariance: covariance, logLikelihood: value,
        orderLogLikelihood: value, customerCount: spenders.count, edges: ascent.edges(of: top))
    } catch {
      throw .numerical("\(error)")
    }
  }
}

/// Sufficient sums of the logarithms of amounts, customers with equally many orders together.
struct SpendLevels: Sendable {
  private struct Group: Sendable {
    var orders: Double
    var count = 0.0
    var meanSum = 0.0
    /// Squares of the means' distances from the centre.
    var squareSum = 0.0
  }

  private var groups: [Group] = []
  /// All orders, and the sum of squares within customers.
  private var orderCount = 0.0
  private var withinSum = 0.0
  private var logSum = 0.0
  /// The mean of all logarithms, about which squares are taken so that they keep their digits.
  private let center: Double
  /// The mean square around the center: all the spread there is.
  private(set) var spread = 0.0

  init(_ spenders: [SpendHistory]) {
    for history in spenders {
      orderCount += Double(history.positiveOrders)
      logSum += history.logSum
    }
    center = logSum / orderCount
    for history in spenders.sorted(by: { $0.positiveOrders < $1.positiveOrders }) { add(history) }
    spread = max(0, (withinSum + groups.reduce(0) { $0 + $1.orders * $1.squareSum }) / orderCount)
  }

  private mutating func add(_ history: SpendHistory) {
    let orders = Double(history.positiveOrders)
    if groups.last?.orders != orders { groups.append(Group(orders: orders)) }
    let last = groups.count - 1
    let mean = history.logSum / orders
    groups[last].count += 1
    groups[last].meanSum += mean - center
    groups[last].squareSum += (mean - center) * (mean - center)
    withinSum += max(0, history.logSquareSum - orders * mean * mean)
  }

  /// The middle of all orders' logarithms, as an amount.
  var median: Double { exponential(center) }

  /// The log-likelihood, and its derivatives by the logarithms of median, within and between.
  func height(_ logs: [Double]) -> (value: Double, gradient: [Double]) {
    let shift = logs[0] - center
    let within = exponential(2 * logs[1])
    let between = exponential(2 * logs[2])
    let degrees = orderCount - groups.reduce(0) { $0 + $1.count }
    var value = -orderCount / 2 * logarithm(2 * Double.pi) - logSum
    value -= degrees * logs[1] + withinSum / (2 * within)
    var slope = SIMD3(0, -degrees + withinSum / within, 0)
    for group in groups {
      let variance = within + group.orders * between
      let distance = group.meanSum - group.count * shift
      let squares =
        group.squareSum - 2 * shift * group.meanSum + group.count * shift * shift
      value -= group.count / 2 * logarithm(variance) + group.orders * squares / (2 * variance)
      slope[0] += group.orders * distance / variance
      let byVariance =
        -group.count / (2 * variance) + group.orders * squares / (2 * variance * variance)
      slope[1] += byVariance * 2 * within
      slope[2] += byVariance * 2 * between * group.orders
    }
    return (value, [slope[0], slope[1], slope[2]])
  }
}
