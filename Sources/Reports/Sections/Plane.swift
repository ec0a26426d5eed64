import Charts
import Experiments
import Measurement
import Quantities
import Scenarios

/// What the arms cost and bring, a dot a replication.
extension Report {
  /// Fewer replications than these show no cloud.
  ///
  /// `assumption:` five dots tell which way a cloud lies.
  private static let fewestDots = 5

  func planes() -> [Block] {
    guard let worlds = input.worlds else { return [] }
    let perMajor = Double(input.scenario.currency.minorPerMajor)
    // Three drawings can be compared at a glance.
    return worlds.arms.filter { $0.replications.count >= Self.fewestDots }.prefix(3).map { arm in
      let name = input.comparison.arms[arm.position].name
      let plane = CostEffectivenessPlane(
        id: "plane-\(arm.position)", title: words(MoneyWord.planeTitle, name),
        summary: words(MoneyWord.planeSummary, name), costLabel: words(MoneyWord.planeCost),
        marginLabel: words(MoneyWord.planeMargin), unit: figures.chartUnit,
        decimals: input.scenario.currency.minorDigits,
        dots: arm.replications.map {
          CostEffectivenessPlane.Dot(
            cost: $0.costMinor / perMajor, margin: $0.marginMinor / perMajor)
        }, words: words.charts)
      return .ofArm(
        arm.position, [.chart(svg: plane.svg(.page), table: Table(plane.table()))])
    }
  }
}
