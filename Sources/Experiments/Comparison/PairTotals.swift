internal import Measurement
internal import Statistics

/// The exact sums of linear forms over the independent units of one arm and control, or of two arms
/// of which the second stands in control's place.
struct PairTotals {
  let count: Int
  private let columns: [Int64]
  private let products: CrossProducts
  private let pair: TallyPair
  /// What is known of people beforehand, over the same units; nothing where it is not asked for.
  let known: KnownLuck?

  /// Communities are the units, or replications where there are totals of them: too few of those
  /// are one unit together, which has values and no spread.
  init(
    _ tally: Tally, arm: Int, replications: ReplicationTotals? = nil, known: KnownLuck? = nil
  ) {
    self.init(tally, TallyPair(arm: arm, other: 0), tally.products[arm], replications, known)
  }

  /// A pair of the tally's layout, by its position.
  init(_ tally: Tally, pair: Int, replications: ReplicationTotals? = nil) {
    self.init(tally, tally.layout.pairs[pair], tally.pairs[pair], replications, nil)
  }

  private init(
    _ tally: Tally, _ pair: TallyPair, _ overCommunities: CrossProducts,
    _ replications: ReplicationTotals?, _ known: KnownLuck?
  ) {
    let (arm, other) = (tally.arms[pair.arm].totals, tally.arms[pair.other].totals)
    columns = arm + other
    self.pair = pair
    self.known = known
    guard let replications else {
      (count, products) = (Int(tally.communityCount), overCommunities)
      return
    }
    guard IndependentUnit.replication.missing(of: replications.count) == 0 else {
      var whole = CrossProducts()
      whole.add(arm: arm, control: other)
      (count, products) = (1, whole)
      return
    }
    (count, products) = (replications.count, replications.products(of: pair))
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

  /// A form beside a control variate.
  func joint(_ form: LinearForm, with known: KnownLuck, _ variate: Int) -> JointTotals {
    let products = form.terms.reduce(Int128(0)) { total, term in
      let isOther = term.index >= TallyColumn.count
      let column = isOther ? term.index - TallyColumn.count : term.index
      return total + term.factor
        * known.products.product(variate, arm: isOther ? pair.other : pair.arm, column: column)
    }
    return JointTotals(
      first: totals(form), second: known.totals(variate), crossProducts: products)
  }

  /// The four quantities of two ratios with denominators of their own.
  func pairedRatios(_ form: MetricForm) -> PairedRatios {
    let forms = [form.arm, form.armBase, form.control, form.controlBase]
    return PairedRatios(
      count: count, sums: forms.map(sum),
      products: forms.flatMap { row in forms.map { product(row, $0) } })
  }
}
