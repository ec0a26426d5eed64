import Experiments
import Measurement
import Quantities
import Scenarios
import Statistics
import Timeline

/// What the reader should know first: the verdict, where it comes from, and whether the run is fit.
extension Report {
  var figures: Figures { Figures(currency: input.scenario.currency) }

  /// The verdicts that may be shown: a failed health check hides the real ones.
  var verdicts: [ReportVerdict] {
    let given = input.verdicts.map { ReportVerdict($0, words, input.scenario.currency) }
    guard !facts.isHealthy else { return given }
    let failed = words.clauses(facts.health.filter { !$0.holds }.map(\.name))
    return given.map {
      ReportVerdict(
        arm: $0.arm, status: .unhealthy, text: words.name(ReportVerdict.Status.unhealthy),
        rule: words(.unhealthyRule, failed))
    }
  }

  func verdictSection() -> [Block] {
    [.title(input.scenario.title)]
      + verdicts.map { verdict in
        ofArm(
          verdict.arm,
          .verdict(
            verdict.status, text: verdict.text, sentence: headline(of: verdict.arm),
            rule: words(.rule, verdict.rule)))
      }
  }

  /// What an arm does, in one sentence; only its name when the numbers may not be read.
  private func headline(of name: String) -> String {
    guard facts.isHealthy, let arm = input.comparison.arm(named: name) else { return name }
    func text(_ metric: Metric) -> String {
      words.estimate(arm[metric].difference, of: metric, figures)
    }
    return words(.headline, name, text(.ordersPerMember), text(.netValuePerMember))
  }

  func provenanceSection() -> [Block] {
    let scenario = input.scenario
    let horizon = scenario.horizon
    let days = words(
      .horizonDays, CivilDate(horizon.firstDay).text, CivilDate(horizon.lastDay).text,
      Figures.whole(Int64(horizon.dayCount)), scenario.zone.identifier)
    let facts = [
      Fact(words(.runID), input.runID), Fact(words(.seed), String(scenario.seed)),
      Fact(words(.engine), input.engineVersion.text(in: words.language)),
      Fact(words(.horizon), days),
      Fact(words(.members), Figures.whole(input.comparison.membersAtStart)),
      Fact(words(.prospects), Figures.whole(Int64(scenario.people.prospectCount))),
      Fact(words(.communities), Figures.whole(Int64(input.comparison.communities))),
      Fact(words(.replications), Figures.whole(Int64(input.comparison.replications))),
      Fact(words(.currency), "\(scenario.currency.code) (\(scenario.currency.sign))"),
      Fact(words(.digest), input.digest),
    ]
    return [.facts(facts)] + scalingNote
  }

  private var scalingNote: [Block] {
    guard let before = input.membersBeforeScaling else { return [] }
    let now = Int64(input.scenario.people.memberCount)
    return [.note(words(.scaled, Figures.whole(Int64(before)), Figures.whole(now)))]
  }

  func healthSection() -> [Block] {
    let cells = facts.health.map { check in
      check.holds
        ? Cell(words(.healthPassed, check.name, check.detail))
        : Cell(words(.healthFailed, check.name, check.detail), tone: .bad)
    }
    return [.heading(words(.health)), .list(cells)]
  }

  func expectationsSection() -> [Block] {
    let heading = Block.heading(words(.expectations))
    guard !facts.expectations.isEmpty else { return [heading, .paragraph(words(.noExpectations))] }
    let hasOwner = facts.expectations.contains { $0.owner != nil }
    let hasWhy = facts.expectations.contains { $0.why != nil }
    let headers: [Word] =
      [.role, .metric, .arm, .requirement, .finding, .outcome] + (hasOwner ? [.owner] : [])
      + (hasWhy ? [.why] : [])
    let rows = facts.expectations.map { line in
      [
        Cell(words.name(line.role)), words.metricCell(line.metric), Cell(line.arm),
        Cell(line.requirement),
        Cell(line.finding), cell(line.outcome),
      ] + (hasOwner ? [Cell(line.owner ?? "")] : []) + (hasWhy ? [Cell(line.why ?? "")] : [])
    }
    var table = Table(
      words(.expectations), headers: headers.map { words($0) }, rows: rows,
      textColumns: Set(headers.indices))
    table.repeatsHeading = true
    return [heading, .table(table)]
  }

  private func cell(_ outcome: ReportExpectation.Outcome) -> Cell {
    let tone: Cell.Tone =
      switch outcome {
      case .passed: .good
      case .failed: .bad
      case .warned, .inconclusive, .notModeled: .caution
      }
    return Cell(words.name(outcome), tone: tone)
  }
}
