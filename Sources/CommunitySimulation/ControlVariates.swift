internal import Measurement
internal import MemberBehavior
internal import MemberPopulation

// What is known of people before anything happens to them, set against what the scenario's
// distributions expect: a community of many who react more than expected gains more than expected, in
// any arm, and how much more is seen over communities (control variates: Lavenberg & Welch 1981,
// Management Science 27(3):322–335; CUPED: Deng et al. 2013, WSDM).

extension SimulationPlan {
  /// `assumption:` where the squared coefficient of variation of what people spend is above this, a
  /// few of them decide every sum, and spending is left out.
  private static var mostSpendVariation: Double { 4 }

  /// The variates of a community, by ``Measurement/ControlVariate``, in millionths.
  func variates(of people: [Person]) -> [Int64] {
    let expected = expectedTraits
    let kinds = expected.indices
    var sums = Array(repeating: 0.0, count: ControlVariate.count)
    for person in people {
      let known = traits(of: person)
      for kind in kinds where expected[kind] > 0 {
        let excess = known[kind] / expected[kind] - 1
        sums[kind] += excess
        if !person.isMember { sums[kinds.count + kind] += excess }
      }
    }
    // No sum of real people comes near the limit; it keeps products of sums within 128 bits.
    return sums.map { Int64(min(max(($0 * 1e6).rounded(), -1e13), 1e13)) }
  }

  private func traits(of person: Person) -> SIMD4<Double> {
    let model = segments[Int(person.traits.segment)].traits
    return Self.known(
      needs: person.traits.needsPerWeek, response: person.response,
      orderValue: differsInSpend ? model.meanSpend(of: person.traits) : 0)
  }

  /// What is expected of a person of the whole population: segments by their shares, stores' effects
  /// with mean 1; zero for what is not to be used.
  private var expectedTraits: SIMD4<Double> {
    var sum = SIMD4<Double>.zero
    var before = 0.0
    for segment in segments {
      let traits = segment.traits
      sum +=
        (segment.cumulativeShare - before)
        * Self.known(
          needs: traits.meanNeedsPerWeek,
          response: segment.reaction.meanResponseByRate(rateShape: traits.rateShape),
          orderValue: differsInSpend ? traits.meanSpend ?? 0 : 0)
      before = segment.cumulativeShare
    }
    return sum
  }

  /// The first kinds of ``Measurement/ControlVariate``, in their order.
  ///
  /// Needs, spending and response are drawn apart from each other, so the same products hold of what
  /// is expected of them; `response` is what is expected where needs count.
  private static func known(
    needs: Double, response: Double, orderValue: Double
  ) -> SIMD4<Double> {
    [needs * response, needs * orderValue, needs * orderValue * response, needs]
  }

  /// Whether what orders are worth is a trait of people: baskets of a catalogue are alike, and where
  /// people differ too much their sums tell nothing.
  private var differsInSpend: Bool {
    guard case .amount = baskets else { return false }
    return segments.allSatisfy { $0.traits.spendVariation <= Self.mostSpendVariation }
  }
}
