import Charts
import Experiments
import IncentiveEngine
import Measurement
import Quantities

/// Where messages get lost on the way to a paid order (M56), and what became of them by channel.
extension Report {
  /// Two tables for each arm that sends messages.
  func funnelSection() -> [Block] {
    let arms = input.tally.arms.indices.filter { !usedChannels(input.tally.arms[$0]).isEmpty }
    guard !arms.isEmpty else { return [] }
    return [.heading(words(FunnelWord.funnel)), funnelChart(arms)]
      + arms.map { .ofArm($0, [.table(funnelTable($0))]) }
      + arms.map { .ofArm($0, [.table(channelTable($0))]) }
      + [.note(words(FunnelWord.note, words(FunnelWord.quotes)))]
  }

  /// All arms' steps side by side, the mean of one replication.
  private func funnelChart(_ arms: [Int]) -> Block {
    let count = Double(input.comparison.replications)
    let chart = FunnelChart(
      id: "funnel", title: words(FunnelWord.funnelTitle), summary: words(FunnelWord.funnelSummary),
      steps: Self.steps.map { words($0.0) },
      arms: arms.map { arm in
        FunnelChart.Arm(
          name: input.comparison.arms[arm].name, look: arm,
          counts: Self.steps.map { Double(input.tally.arms[arm].sum(of: $0.1)) / count })
      }, words: words.charts)
    return .chart(svg: chart.svg(.page), table: Table(chart.table()))
  }

  private static let steps: [(FunnelWord, ChannelColumn)] = Array(
    zip([.delivered, .opened, .visits, .quotes, .placed, .paid], ArmTally.funnel))

  private func usedChannels(_ tally: ArmTally) -> [Channel] {
    Channel.allCases.filter { channel in
      ChannelColumn.allCases.contains { tally.channel($0, at: Int(channel.rawValue)) != 0 }
    }
  }

  /// The steps as rows; the channels, all of them together, and what was lost as columns.
  private func funnelTable(_ arm: Int) -> Table {
    let tally = input.tally.arms[arm]
    let steps = Self.steps
    let channels = usedChannels(tally)
    func texts(_ value: (ChannelColumn) -> Int64) -> [String] {
      steps.indices.map { step in
        let count = value(steps[step].1)
        guard step > 0 else { return Figures.whole(count) }
        return words(
          FunnelWord.ofStep, Figures.whole(count), share(count, of: value(steps[step - 1].1)))
      }
    }
    let columns =
      channels.map { channel in
        texts { tally.channel($0, at: Int(channel.rawValue)) }
      } + [texts { tally.sum(of: $0) }]
    let lost = steps.indices.map { step in
      step == 0
        ? "–"
        : Figures.whole(tally.sum(of: steps[step - 1].1) - tally.sum(of: steps[step].1))
    }
    return Table(
      words(FunnelWord.funnelOf, input.comparison.arms[arm].name),
      headers: [words(FunnelWord.step)] + channels.map { words.name($0) }
        + [words(FunnelWord.all), words(FunnelWord.lost)],
      texts: steps.indices.map { step in
        [words(steps[step].0)] + columns.map { $0[step] } + [lost[step]]
      },
      strongRows: [steps.count - 1])
  }

  /// What each channel cost, and what kept messages back.
  private func channelTable(_ arm: Int) -> Table {
    let tally = input.tally.arms[arm]
    let columns: [(FunnelWord, ChannelColumn)] = [
      (.capped, .cappedMessages), (.quiet, .quietMessages), (.closed, .optedOutMessages),
      (.deferred, .deferredMessages), (.optOuts, .optOuts),
    ]
    return Table(
      words(FunnelWord.heldBackOf, input.comparison.arms[arm].name),
      headers: ([.channel, .delivered, .cost] + columns.map(\.0)).map { words($0) },
      texts: usedChannels(tally).map { channel in
        let place = Int(channel.rawValue)
        return [
          words.name(channel), Figures.whole(tally.channel(.messages, at: place)),
          figures.money(Money(minor: tally.channel(.costMinor, at: place))),
        ] + columns.map { Figures.whole(tally.channel($0.1, at: place)) }
      })
  }

  private func share(_ part: Int64, of whole: Int64) -> String {
    whole > 0 ? Figures.percent(Double(part) / Double(whole)) : "–"
  }
}
