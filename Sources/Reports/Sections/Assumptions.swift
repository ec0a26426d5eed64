import Experiments
import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios

/// What the numbers rest on: assumptions, method, definitions.
extension Report {
  /// A parameter of the members' model with its names.
  struct NamedParameter {
    let name: String
    let unit: String
    let summary: String
    let parameter: Parameter
  }

  func assumptionsSection() -> [Block] {
    let segments = input.scenario.people.segments
    let all = segments.flatMap { parameters(of: $0.profile) }
    let flagged = all.filter(\.parameter.isAssumption).count + 1
    let note = words(
      .assumptionsNote, Figures.whole(Int64(all.count + 1)), Figures.whole(Int64(flagged)))
    let captions = segments.map { segment in
      words(
        .segmentParameters, segment.name, Figures.percent(segment.share.value),
        segment.profile.preset)
    }
    let caption = words(WorldsWord.parametersBySegment)
    return [.heading(words(.assumptions)), .paragraph(note), .table(statedTable)] + flipsBlocks()
      + [.folded(caption, [.list(captions.map { Cell($0) }), .table(parameterTable(caption))])]
  }

  func parameters(of profile: MemberProfile) -> [NamedParameter] {
    let population = profile.population.needed.compactMap { name in
      profile.population.parameters[name].map { named(name, $0) }
    }
    let behavior = BehaviorParameter.allCases.compactMap { name in
      profile.behavior.parameters[name].map { named(name, $0) }
    }
    return population + behavior
  }

  private func named(_ name: some ReportParameter, _ parameter: Parameter) -> NamedParameter {
    NamedParameter(
      name: name.rawValue, unit: words.unit(of: name), summary: words.name(name),
      parameter: parameter)
  }

  /// A row a parameter, a column a segment; sources that segments share stand once.
  private func parameterTable(_ caption: String) -> Table {
    let segments = input.scenario.people.segments
    let found = segments.map { parameters(of: $0.profile) }
    var names: [NamedParameter] = []
    for named in found.joined() where !names.contains(where: { $0.name == named.name }) {
      names.append(named)
    }
    let rows = names.map { named -> [Cell] in
      let own = found.map { $0.first { $0.name == named.name } }
      var sources: [String] = []
      for parameter in own.compactMap({ $0?.parameter }) {
        let cited = words.source(parameter.source)
        let source = parameter.isAssumption ? words(.assumed, cited) : cited
        if !sources.contains(source) { sources.append(source) }
      }
      let unit = named.unit.isEmpty ? "" : " (\(named.unit))"
      return [words.parameterCell(named.name, named.summary + unit)]
        + own.map { Cell($0.map { text($0.parameter) } ?? "–") }
        + [Cell(words.clauses(sources))]
    }
    let headers = [words(.parameter)] + segments.map(\.name) + [words(.source)]
    return Table(caption, headers: headers, rows: rows, textColumns: Set(headers.indices))
  }

  /// A value with what is known of it.
  private func text(_ parameter: Parameter) -> String {
    let value = Figures.parameter(parameter.value)
    guard parameter.hasUncertainty else { return value }
    return words(.withInterval, value, range(parameter.uncertainty))
  }

  func range(_ uncertainty: Parameter.Uncertainty) -> String {
    switch uncertainty {
    case .standardError(let error): words(.standardError, Figures.parameter(error))
    case .range(let low, let high):
      words(.rangeText, Figures.parameter(low), Figures.parameter(high))
    case .notStated: words(.notStated)
    }
  }

  private var statedTable: Table {
    let scenario = input.scenario
    var rows = [
      [
        words(.futureRate), Figures.percent(input.futureRedemptionRate), words(.reportSource),
      ],
      [words(.margin), Figures.percent(scenario.economics.margin), words(.scenarioSource)],
      [
        words(.storeEffect), Figures.parameter(scenario.people.storeEffect),
        words(.scenarioSource),
      ],
    ]
    for channel in Channel.allCases {
      guard let cost = scenario.economics.messageCost[channel] else { continue }
      rows.append(
        [words(.messageCost, words.name(channel)), figures.money(cost), words(.scenarioSource)])
    }
    if let cost = scenario.economics.staffMinute {
      rows.append([words(.staffMinute), figures.money(cost), words(.scenarioSource)])
    }
    let off = words.list(scenario.people.switchedOff.map { words.name($0) })
    rows.append([words(.switchedOff), off.isEmpty ? words(.none) : off, words(.scenarioSource)])
    return Table(
      words(.otherAssumptions), headers: [.parameter, .value, .source].map { words($0) },
      rows: rows.map { $0.map { Cell($0) } }, textColumns: [0, 1, 2])
  }

  func methodSection() -> [Block] {
    let sentences: [Word] = [.methodWorlds, .methodOccasions, .methodAttribution]
    let totals =
      input.comparison.unit == .community
      ? words(Word.methodTotals) : words(CoupledWord.methodTotals)
    return [.heading(words(.method))]
      + (sentences.map { words($0) } + [totals]).map { .paragraph($0) }
  }

  func definitionsSection() -> [Block] {
    let rows = Metric.allCases.map { [words.metricCell($0), Cell(words.definition(of: $0))] }
    let headers: [Word] = [.metric, .definition]
    var table = Table(
      words(.definitions), headers: headers.map { words($0) }, rows: rows, textColumns: [0, 1])
    table.repeatsHeading = true
    return [.heading(words(.definitions)), .table(table)]
  }
}
