/// The short report: what a planner sends around, from the very sections of the whole one.
extension Report {
  /// Verdict, provenance, what was made equal, expectations, the first metrics, orders, what two
  /// lives of the same people tell, money.
  public func shortMarkdown() -> String {
    let blocks =
      verdictSection() + provenanceSection() + equalizedSection()
      + (facts.isHealthy ? [] : healthSection()) + expectationsSection() + metricsSection()
      + ordersSection() + worldsSection() + moneySection()
    return MarkdownPage.text(
      of: blocks.filter { block in
        switch block {
        case .folded, .chart: false
        default: true
        }
      })
  }
}
