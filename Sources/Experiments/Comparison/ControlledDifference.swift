internal import Measurement
internal import NumericalMethods
internal import Statistics

/// How an estimate changes with exact forms of the totals, to first order (delta method; Cochran 1977,
/// Sampling Techniques, section 6.3).
struct FirstOrderEffect {
  var value: Double
  /// Each form with the change for each unit of it.
  var terms: [(form: LinearForm, slope: Double)]

  /// A ratio of two forms: N/B moves by (n − R·b)/B.
  static func ratio(_ form: LinearForm, _ base: LinearForm, _ pair: PairTotals) -> FirstOrderEffect?
  {
    let whole = Double(pair.sum(base))
    guard whole != 0 else { return nil }
    let value = Double(pair.sum(form)) / whole
    return FirstOrderEffect(value: value, terms: [(form, 1 / whole), (base, -value / whole)])
  }

  /// The difference of two ratios with bases of their own.
  static func difference(_ form: MetricForm, _ pair: PairTotals) -> FirstOrderEffect? {
    let ratios = pair.pairedRatios(form)
    guard let gradient = ratios.gradientOfDifference else { return nil }
    let arm = Double(pair.sum(form.arm)) / Double(pair.sum(form.armBase))
    let control = Double(pair.sum(form.control)) / Double(pair.sum(form.controlBase))
    let forms = [
      form.arm - form.control, form.armBase - form.controlBase, form.control, form.controlBase,
    ]
    return FirstOrderEffect(
      value: arm - control, terms: zip(forms, gradient).map { ($0.0, $0.1) })
  }
}

/// What is known of people beforehand, over the independent units of a comparison: the same for every
/// arm.
struct KnownLuck {
  let products: VariateProducts
  let variates: ControlVariates
  private let units: Int

  /// Communities are the units, or replications where there are totals of them.
  init(_ tally: Tally, replications: ReplicationTotals?) {
    let products = replications?.variateProducts ?? tally.variates
    let units = replications?.count ?? Int(tally.communityCount)
    self.products = products
    self.units = units
    variates = ControlVariates(
      count: units, totals: ControlVariate.allCases.map { products.totals($0.rawValue, units) },
      // Fourth powers are of thousandths, totals of millionths.
      fourthPowers: ControlVariate.allCases.map {
        Double(products.fourthPower($0.rawValue)) * 1e12
      }, products: products.product)
  }

  /// A variate's totals over units.
  func totals(_ variate: Int) -> SampleTotals { products.totals(variate, units) }
}

extension PairTotals {
  /// An estimate with the luck of who was drawn taken off; nothing where that is not known, or too few
  /// units tell it, or the estimate does not vary.
  func controlled(_ effect: FirstOrderEffect) throws(NumericalError) -> ControlledEstimate? {
    guard let known, !known.variates.used.isEmpty else { return nil }
    var variance = 0.0
    for left in effect.terms {
      for right in effect.terms {
        variance += left.slope * right.slope * (joint(left.form, right.form).covariance ?? 0)
      }
    }
    let shared = known.variates.used.map { variate in
      effect.terms.reduce(0) { sum, term in
        sum + term.slope * (joint(term.form, with: known, variate).covariance ?? 0)
      }
    }
    return try known.variates.controlled(
      effect.value, variance: variance, sharedWith: shared, level: Comparison.level)
  }
}

extension VariateProducts {
  fileprivate func totals(_ variate: Int, _ units: Int) -> SampleTotals {
    SampleTotals(
      count: units, sum: sums[variate], sumOfSquares: product(variate, variate))
  }
}
