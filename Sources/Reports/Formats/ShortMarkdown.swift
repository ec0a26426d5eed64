/// The short report: what a planner sends around, from the very sections of the whole one.
extension Report {
  /// Verdict, provenance, what was made equal, expectations, the first metrics, orders, what two
  /// lives of the same people tell, money.
  public func shortMarkdown() -> String {
    let blocks =
      verdictSection() + provenanceSection() + equalizedSection()
      + (facts.isHealthy ? [] : healthSection()) + expectationsSection() + metricsSection()
      + ordersSection() + worldsSection() + moneySection()
    return MarkdownPage.text(of: Self.unfolded(blocks))
  }

  /// Without what is folded away on the page and without drawings, also in what is about one arm.
  private static func unfolded(_ blocks: [Block]) -> [Block] {
    blocks.compactMap { block in
      switch block {
      case .folded, .chart: nil
      case .ofArm(let arm, let blocks):
        unfolded(blocks).isEmpty ? nil : .ofArm(arm, unfolded(blocks))
      default: block
      }
    }
  }
}
