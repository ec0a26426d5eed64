import Charts
import Experiments
import IncentiveEngine
import Measurement
import Quantities
import Scenarios
import Timeline

/// Wear, opt-outs and lost response by week, by segment, and by channel and topic.
extension Report {
  /// The tables of one arm, folded away.
  func fatigueTables(_ arm: Int) -> Block {
    let name = input.comparison.arms[arm].name
    return .folded(
      words(FatigueWord.fatigueOf, name),
      [
        .table(fatigueTable(.bySegment, .segment, name, bySegment(arm))),
        .table(fatigueTable(.byChannel, .channel, name, byChannel(arm))),
      ])
  }

  /// Wear and lost orders as lines over the weeks, one an arm that sends messages.
  func fatigueCharts(_ arms: [Int]) -> [Block] {
    guard !arms.isEmpty, input.tally.layout.weekCount > 1 else { return [] }
    let count = Double(input.comparison.replications)
    // Tables of charts show whole numbers; wear is far below one.
    let wear = fatigueChart("wear", .wearTitle, .wearSummary, .wearThousandths, arms) {
      $0.meanWear.map { $0 * 1000 }
    }
    let lost = fatigueChart("lost", .lostTitle, .lostSummary, .lostOrders, arms) {
      Double($0.ordersLost) / count
    }
    // The fan chart shows wear, too, where messages go out in most weeks.
    let charts = hasWearFan ? [lost] : [wear, lost]
    return charts.map { .chart(svg: $0.svg(.page), table: Table($0.table(everySteps: 4))) }
  }

  private func fatigueChart(
    _ id: String, _ title: FatigueWord, _ summary: FatigueWord, _ value: FatigueWord, _ arms: [Int],
    _ read: (FatigueFigures) -> Double?
  ) -> LineChart {
    let first = CivilDate(input.scenario.horizon.firstDay)
    // Six lines can be told apart.
    let series = arms.prefix(6).map { arm in
      LineChart.Series(
        name: input.comparison.arms[arm].name, look: arm,
        values: byWeek(arm).map { read($0.figures) })
    }
    return LineChart(
      id: id, title: words(title), summary: words(summary), valueLabel: words(value),
      start: ChartDate(year: first.year, month: first.month, day: first.day), stepDays: 7,
      series: series, words: words.charts)
  }

  private func fatigueTable(
    _ title: FatigueWord, _ first: FatigueWord, _ arm: String,
    _ rows: [(name: String, figures: FatigueFigures)]
  ) -> Table {
    let headers: [FatigueWord] = [first, .delivered, .meanWear, .optOuts, .lostOrders, .lostMargin]
    return Table(
      words(title, arm), headers: headers.map { words($0) },
      texts: rows.map { row in
        [
          row.name, Figures.whole(row.figures.messages),
          row.figures.meanWear.map { Figures.fixed($0, 3) } ?? "–",
          Figures.whole(row.figures.optOuts), Figures.whole(row.figures.ordersLost),
          figures.money(Money(minor: row.figures.marginLostMinor)),
        ]
      })
  }

  private func bySegment(_ arm: Int) -> [(name: String, figures: FatigueFigures)] {
    let fatigue = input.tally.arms[arm].fatigue
    return input.scenario.people.segments.enumerated().map { segment, model in
      let weeks = 0..<input.tally.layout.weekCount
      return (
        model.name,
        FatigueFigures { column in
          weeks.reduce(0) { $0 + fatigue.value(column, week: $1, segment: segment) }
        }
      )
    }
  }

  /// Channels and topics under which anything happened.
  func byChannel(_ arm: Int) -> [(name: String, figures: FatigueFigures)] {
    let fatigue = input.tally.arms[arm].fatigue
    return Channel.allCases.flatMap { channel in
      MessageTopic.allCases.compactMap { topic in
        let found = FatigueFigures {
          fatigue.value($0, channel: Int(channel.rawValue), topic: Int(topic.rawValue))
        }
        return found.isEmpty ? nil : (words.list([words.name(channel), words.name(topic)]), found)
      }
    }
  }

  func byWeek(_ arm: Int) -> [(name: String, figures: FatigueFigures)] {
    let fatigue = input.tally.arms[arm].fatigue
    let layout = input.tally.layout
    return (0..<layout.weekCount).map { week in
      let day = layout.horizon.firstDay.advanced(by: 7 * week)
      return (
        CivilDate(day).text,
        FatigueFigures { column in
          (0..<layout.segmentCount).reduce(0) {
            $0 + fatigue.value(column, week: week, segment: $1)
          }
        }
      )
    }
  }
}

/// What fatigue came to in one place.
struct FatigueFigures {
  let messages, wearMicro, optOuts, ordersLost, marginLostMinor: Int64

  init(_ value: (FatigueColumn) -> Int64) {
    messages = value(.messages)
    wearMicro = value(.wearMicro)
    optOuts = value(.optOuts)
    ordersLost = value(.ordersLostToWear)
    marginLostMinor = value(.marginLostToWearMinor)
  }

  var isEmpty: Bool { messages == 0 && optOuts == 0 && ordersLost == 0 }

  /// The mean wear that messages met; nothing without messages.
  var meanWear: Double? { messages > 0 ? Double(wearMicro) / 1e6 / Double(messages) : nil }
}
