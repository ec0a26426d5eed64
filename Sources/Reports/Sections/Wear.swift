import Experiments
import Measurement
import Quantities

/// What the messages wear out, and what that costs.
extension Report {
  func wearSection() -> [Block] {
    let arms = input.tally.arms
    let comparisons = input.comparison.arms
    let rows: [(Word, (Int) -> String)] = [
      (.messagesDelivered, { Figures.whole(arms[$0][.messages]) }),
      (.personsMessaged, { Figures.whole(arms[$0][.messagedPersons]) }),
      (.optOuts, { Figures.whole(arms[$0][.optOuts]) }),
      (.optOutShare, { figures.value(comparisons[$0][.optOutRate].arm, of: .optOutRate) }),
      (.meanWear, { figures.value(comparisons[$0][.wearAtExposure].arm, of: .wearAtExposure) }),
      (.highWear, { highWear(arms[$0]) }),
    ]
    let lost: [(FatigueWord, (Int) -> String)] = [
      (.ordersLost, { Figures.whole(arms[$0][.ordersLostToWear]) }),
      (.marginLost, { figures.money(Money(minor: arms[$0][.marginLostToWearMinor])) }),
      (
        .ordersLostPerMember,
        {
          figures.value(
            comparisons[$0][.ordersLostToWearPerMember].arm, of: .ordersLostToWearPerMember)
        }
      ),
    ]
    let texts =
      rows.map { row in [words(row.0)] + arms.indices.map(row.1) }
      + lost.map { row in [words(row.0)] + arms.indices.map(row.1) }
    let table = Table(
      words(.wearTable, totalsLabel), headers: [words(.line)] + comparisons.map(\.name),
      texts: texts)
    let messaging = arms.indices.filter { arms[$0][.messages] > 0 }
    let note: [Block] = messaging.isEmpty ? [] : [.note(words(FatigueWord.lostNote))]
    let optimum: [Block] = messageOptimumLines.map { .note($0) }
    return [.heading(words(.wear)), .table(table)] + optimum + note + fatigueCharts(messaging)
      + messaging.map { .ofArm($0, [fatigueTables($0)]) }
  }

  /// Where net value is highest, in a sentence; nothing where the arms do not tell.
  public var messageOptimumLines: [String] {
    guard let found = input.messageOptimum else { return [] }
    return [
      words(
        FatigueWord.optimum, Figures.fixed(found.messages, 1), Figures.fixed(found.lower, 1),
        Figures.fixed(found.upper, 1), words.list(found.arms), "\(found.replications)")
    ]
  }

  /// The upper edge of the bin that holds the 90th percentile of wear at exposure.
  private func highWear(_ arm: ArmTally) -> String {
    let bins = arm.wearAtExposure
    let count = bins.reduce(0, +)
    guard count > 0 else { return "–" }
    var seen: Int64 = 0
    for (index, bin) in bins.enumerated() {
      seen += bin
      guard seen * 10 >= count * 9 else { continue }
      let edge = Double(min(index + 1, bins.count - 1)) * ArmTally.wearBinWidth
      let text = Figures.fixed(edge, 2)
      return index == bins.count - 1 ? words(.aboveAll, text) : text
    }
    return "–"
  }
}
