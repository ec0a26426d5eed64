internal import Measurement
internal import Statistics

/// The exact sums of linear forms over the communities of one arm and control.
struct PairTotals {
  let count: Int
  private let columns: [Int64]
  private let products: CrossProducts

  init(_ tally: Tally, arm: Int) {
    count = Int(tally.communityCount)
    columns = tally.arms[arm].totals + tally.arms[0].totals
    products = tally.products[arm]
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
