public import MemberPopulation
import NumericalMethods

/// Fits the Gamma-Gamma model of spend (Fader & Hardie 2013, note 025) to customers' means.
public enum GammaGammaFitter {
  /// The parameters that it gives.
  public static let parameters: [PopulationParameter] = [
    .spendShape, .spendScaleShape, .spendScale,
  ]

  /// Fits p, q and γ by maximum likelihood to customers with a mean above zero.
  public static func fit(_ histories: [SpendHistory]) throws(FitRefusal) -> SpendFit {
    let spenders = histories.filter { $0.orders > 0 && $0.mean > 0 }
    guard let first = spenders.first else { throw .noAmounts }
    guard spenders.contains(where: { abs($0.mean - first.mean) > 1e-9 * first.mean }) else {
      throw .constantAmounts(first.mean)
    }
    guard spenders.count >= leastSpenders else {
      throw .tooFewRepeaters(found: spenders.count, needed: leastSpenders)
    }
    let means = SpendMeans(spenders)
    let bounds = parameters.map(\.logBounds)
    let ascent = Ascent(means.height, bounds: bounds, customers: Double(spenders.count))
    let overall = spenders.reduce(0) { $0 + $1.mean } / Double(spenders.count)
    do throws(NumericalError) {
      let top = try ascent.climbed(from: [4, 4, overall * 3 / 4].map(logarithm))
      let (estimates, covariance) = ascent.estimated(at: top)
      return SpendFit(
        estimates: estimates, logCovariance: covariance, logLikelihood: means.height(top).value,
        orderLogLikelihood: means.ofOrders(top), customerCount: spenders.count,
        edges: ascent.edges(of: top))
    } catch {
      throw .numerical("\(error)")
    }
  }

  /// assumption: five a parameter, as for the models of timing.
  public static let leastSpenders = 15
}

/// The sums that the likelihood of means needs, customers with equally many orders together.
struct SpendMeans: Sendable {
  private struct Group: Sendable {
    var orders: Double
    var count = 0.0
    var logMeanSum = 0.0
    var totals: [Double] = []
    /// Over orders above zero, for the likelihood of single orders.
    var logSum = 0.0
  }

  private let groups: [Group]

  init(_ spenders: [SpendHistory]) {
    var groups: [Group] = []
    for history in spenders.sorted(by: { $0.orders < $1.orders }) {
      if groups.last?.orders != Double(history.orders) {
        groups.append(Group(orders: Double(history.orders)))
      }
      let last = groups.count - 1
      groups[last].count += 1
      groups[last].logMeanSum += logarithm(history.mean)
      groups[last].totals.append(history.mean * Double(history.orders))
      groups[last].logSum += history.logSum
    }
    self.groups = groups
  }

  /// The log-likelihood of the means, and its derivatives by the logarithms of p, q and γ.
  func height(_ logs: [Double]) -> (value: Double, gradient: [Double]) {
    let (p, q, gamma) = (exponential(logs[0]), exponential(logs[1]), exponential(logs[2]))
    var value = 0.0
    var slope = SIMD3<Double>()
    for group in groups {
      guard let special = SpecialValues(p * group.orders, q) else { return (.nan, [0, 0, 0]) }
      let sums = totals(of: group, gamma)
      let shape = p * group.orders
      let logOrders = logarithm(group.orders)
      value +=
        group.count * (special.logRatio + q * logs[2] + shape * logOrders)
        + (shape - 1) * group.logMeanSum - (shape + q) * sums.logs
      let byShape =
        group.count * (special.slopeOfSum - special.slopeOfShape + logOrders) + group.logMeanSum
        - sums.logs
      slope[0] += group.orders * byShape
      slope[1] += group.count * (special.slopeOfSum - special.slopeOfScale + logs[2]) - sums.logs
      slope[2] += group.count * q / gamma - (shape + q) * sums.inverses
    }
    return (value, [slope[0] * p, slope[1] * q, slope[2] * gamma])
  }

  /// The log-likelihood of the single orders above zero with the same parameters.
  func ofOrders(_ logs: [Double]) -> Double {
    let (p, q, gamma) = (exponential(logs[0]), exponential(logs[1]), exponential(logs[2]))
    guard let one = try? SpecialFunctions.logGamma(p) else { return .nan }
    return groups.reduce(0) { value, group in
      let shape = p * group.orders
      guard let all = try? SpecialFunctions.logGamma(shape + q),
        let scale = try? SpecialFunctions.logGamma(q)
      else { return .nan }
      let constant = all - scale + q * logs[2] - group.orders * one
      return value + group.count * constant + (p - 1) * group.logSum
        - (shape + q) * totals(of: group, gamma).logs
    }
  }

  /// Σ log(γ + total) and Σ 1/(γ + total).
  private func totals(of group: Group, _ gamma: Double) -> (logs: Double, inverses: Double) {
    var logs = 0.0
    var inverses = 0.0
    for total in group.totals {
      logs += logarithm(gamma + total)
      inverses += 1 / (gamma + total)
    }
    return (logs, inverses)
  }
}

/// log Γ(s + q) − log Γ(s) − log Γ(q) and its derivatives.
private struct SpecialValues {
  let logRatio, slopeOfSum, slopeOfShape, slopeOfScale: Double

  init?(_ shape: Double, _ scale: Double) {
    guard let beta = try? SpecialFunctions.logBeta(shape, scale),
      let sum = try? SpecialFunctions.digamma(shape + scale),
      let first = try? SpecialFunctions.digamma(shape),
      let second = try? SpecialFunctions.digamma(scale)
    else { return nil }
    logRatio = -beta
    slopeOfSum = sum
    slopeOfShape = first
    slopeOfScale = second
  }
}

extension PopulationParameter {
  /// The logarithms of what a population may have; zero is as good as a thousandth.
  var logBounds: ClosedRange<Double> {
    logarithm(max(allowed.lowerBound, 0.001))...logarithm(allowed.upperBound)
  }
}
