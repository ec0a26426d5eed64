internal import Measurement
internal import Statistics

/// The exact sums of linear forms over the independent units of one arm and control, or of two arms
/// of which the second stands in control's place.
struct PairTotals {
  let count: Int
  private let columns: [Int64]
  private let products: CrossProducts
  private let pair: TallyPair
  private let known: VariateProducts
  /// What is known of people beforehand, over the same units.
  let variates: ControlVariates

  /// Communities are the units, or replications where there are totals of them: too few of those
  /// are one unit together, which has values and no spread.
  init(_ tally: Tally, arm: Int, replications: ReplicationTotals? = nil) {
    self.init(tally, TallyPair(arm: arm, other: 0), tally.products[arm], replications)
  }

  /// A pair of the tally's layout, by its position.
  init(_ tally: Tally, pair: Int, replications: ReplicationTotals? = nil) {
    self.init(tally, tally.layout.pairs[pair], tally.pairs[pair], replications)
  }

  private init(
    _ tally: Tally, _ pair: TallyPair, _ overCommunities: CrossProducts,
    _ replications: ReplicationTotals?
  ) {
    let (arm, other) = (tally.arms[pair.arm].totals, tally.arms[pair.other].totals)
    columns = arm + other
    self.pair = pair
    if let replications {
      known = replications.variateProducts
      if IndependentUnit.replication.missing(of: replications.count) == 0 {
        (count, products) = (replications.count, replications.products(of: pair))
      } else {
        var whole = CrossProducts()
        whole.add(arm: arm, control: other)
        (count, products) = (1, whole)
      }
    } else {
      known = tally.variates
      (count, products) = (Int(tally.communityCount), overCommunities)
    }
    variates = known.variates(units: count)
  }

  func sum(_ form: LinearForm) -> Int128 {
    form.terms.reduce(0) { $0 + $1.factor * Int128(columns[$1.index]) }
  }

  func product(_ left: LinearForm, _ right: LinearForm) -> Int128 {
    var total: Int128 = 0
    for term in left.terms {
      for other in right.terms {
        total += term.factor * other.factor * products[term.index, other.index]
      }
    }
    return total
  }

  func totals(_ form: LinearForm) -> SampleTotals {
    SampleTotals(count: count, sum: sum(form), sumOfSquares: product(form, form))
  }

  func joint(_ first: LinearForm, _ second: LinearForm) -> JointTotals {
    JointTotals(
      first: totals(first), second: totals(second), crossProducts: product(first, second))
  }

  /// Σ over units of a control variate times a form.
  func product(_ variate: Int, _ form: LinearForm) -> Int128 {
    form.terms.reduce(0) { total, term in
      let isOther = term.index >= TallyColumn.count
      let column = isOther ? term.index - TallyColumn.count : term.index
      return total + term.factor
        * known.product(variate, arm: isOther ? pair.other : pair.arm, column: column)
    }
  }

  /// The same, beside the variate's own totals.
  func joint(_ form: LinearForm, withVariate variate: Int) -> JointTotals {
    JointTotals(
      first: totals(form), second: known.totals(variate, units: count),
      crossProducts: product(variate, form))
  }

  /// The four quantities of two ratios with denominators of their own.
  func pairedRatios(_ form: MetricForm) -> PairedRatios {
    let forms = [form.arm, form.armBase, form.control, form.controlBase]
    return PairedRatios(
      count: count, sums: forms.map(sum),
      products: forms.flatMap { row in forms.map { product(row, $0) } })
  }
}
