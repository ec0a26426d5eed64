internal import Measurement
internal import Statistics

/// The exact sums of linear forms over the independent units of one arm and control.
struct PairTotals {
  let count: Int
  private let columns: [Int64]
  private let products: CrossProducts

  /// Communities are the units, or replications where there are totals of them: too few of those
  /// are one unit together, which has values and no spread.
  init(_ tally: Tally, arm: Int, replications: ReplicationTotals? = nil) {
    columns = tally.arms[arm].totals + tally.arms[0].totals
    guard let replications else {
      (count, products) = (Int(tally.communityCount), tally.products[arm])
      return
    }
    guard IndependentUnit.replication.missing(of: replications.count) == 0 else {
      var whole = CrossProducts()
      whole.add(arm: tally.arms[arm].totals, control: tally.arms[0].totals)
      (count, products) = (1, whole)
      return
    }
    (count, products) = (replications.count, replications.products(arm: arm))
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

  /// The four quantities of two ratios with denominators of their own.
  func pairedRatios(_ form: MetricForm) -> PairedRatios {
    let forms = [form.arm, form.armBase, form.control, form.controlBase]
    return PairedRatios(
      count: count, sums: forms.map(sum),
      products: forms.flatMap { row in forms.map { product(row, $0) } })
  }
}
