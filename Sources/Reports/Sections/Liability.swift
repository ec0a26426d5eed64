import Experiments
import LiabilityValuation
import Quantities
import Scenarios
import Timeline

/// What the arms' points leave on the books.
extension Report {
  /// The arms that have points, with their books.
  var booksWithPoints: [(arm: Int, name: String, books: ArmLiability)] {
    zip(input.scenario.arms, facts.liabilities).enumerated()
      .map { ($0, $1.0.name, $1.1) }
      .filter { $0.2.points.months.contains { $0.opening != 0 || $0.issued != 0 } }
  }

  func liabilitySection() -> [Block] {
    let heading = Block.heading(words(.liability))
    let books = booksWithPoints
    guard !books.isEmpty else { return [heading, .paragraph(words(.noPoints))] }
    return [heading, .table(liabilityTable(books)), .note(words(.futureRateNote))]
      + books.enumerated().map { place, found in
        let (arm, name, books) = found
        let drawn = place < mostDrawn ? pointsByAge(arm) : []
        return .ofArm(
          arm,
          drawn + [
            .table(rollForward(name, books.points)),
            .folded(
              words(.booksOf, name),
              [
                .table(rollForward(name, books.money)), .table(vintages(name, books.vintages)),
                .table(ages(name, books.triangle)),
              ]),
          ])
      }
  }

  private func liabilityTable(
    _ books: [(arm: Int, name: String, books: ArmLiability)]
  ) -> Table {
    let rate = Figures.percent(input.futureRedemptionRate)
    let rows: [(String, (ArmLiability) -> String)] = [
      (words(.outstandingPoints), { Figures.whole($0.outstanding) }),
      (
        words(.pointValue),
        { figures.money(Money(minor: $0.face.of(100, rounding: .halfUp))) }
      ),
      (words(.atFace), { figures.money($0.liabilityAtFace) }),
      (words(.atFutureRate, rate), { figures.money($0.liabilityExpected) }),
      (
        words(.observedRate),
        { $0.observedUltimateRate.map { Figures.percent($0) } ?? words(.noRunOff) }
      ),
      (
        words(.observedToRedeem),
        { $0.pointsToRedeemAsObserved.map { Figures.whole($0) } ?? "–" }
      ),
      (words(.breakage), { Figures.percent($0.breakageToDate) }),
    ]
    let means: [(String, (ArmLiability) -> String)] = [
      (words(.atFaceMean), { mean($0.liabilityAtFace) }),
      (words(.atFutureRateMean), { mean($0.liabilityExpected) }),
    ]
    let shown = rows + (input.comparison.replications > 1 ? means : [])
    return Table(
      words(.liabilityTable, totalsLabel), headers: [words(.line)] + books.map(\.name),
      texts: shown.map { row in [row.0] + books.map { row.1($0.books) } }, strongRows: [2, 3])
  }

  private func mean(_ total: Money) -> String {
    figures.perReplication(total.minor, input.comparison.replications)
  }

  private func rollForward(_ name: String, _ points: PointsRollForward) -> Table {
    let headers: [Word] = [
      .month, .opening, .issued, .redeemed, .expired, .clawedBack, .adjusted, .closing, .residual,
    ]
    func row(_ label: String, _ line: PointsRollForward.Line) -> [String] {
      let numbers = [
        line.opening, line.issued, line.redeemed, line.expired, line.clawedBack, line.adjusted,
        line.closing, line.residual,
      ]
      return [label] + numbers.map { Figures.whole($0) }
    }
    return Table(
      words(.rollForwardPoints, name), headers: headers.map { words($0) },
      texts: points.months.map { row($0.month.text, $0) } + [row(words(.total), points.total)],
      strongRows: [points.months.count])
  }

  private func rollForward(_ name: String, _ money: MoneyRollForward) -> Table {
    let headers: [Word] = [
      .month, .opening, .issued, .redeemed, .expired, .clawedBack, .adjusted, .rounding, .closing,
      .residual,
    ]
    func row(_ label: String, _ line: MoneyRollForward.Line) -> [String] {
      let amounts = [
        line.opening, line.issued, line.redeemed, line.expired, line.clawedBack, line.adjusted,
        line.rounding, line.closing, line.residual,
      ]
      return [label] + amounts.map { figures.money($0) }
    }
    return Table(
      words(.rollForwardMoney, name), headers: headers.map { words($0) },
      texts: money.months.map { row($0.month.text, $0) } + [row(words(.total), money.total)],
      strongRows: [money.months.count])
  }

  private func vintages(_ name: String, _ vintages: [Vintage]) -> Table {
    let headers: [Word] = [
      .month, .netIssued, .redeemedPoints, .expiredPoints, .outstanding, .redemptionRate,
    ]
    let rows = vintages.map { vintage in
      [
        vintage.month.text, Figures.whole(vintage.netIssued), Figures.whole(vintage.redeemed),
        Figures.whole(vintage.expired), Figures.whole(vintage.outstanding),
        Figures.percent(vintage.redemptionRate),
      ]
    }
    return Table(words(.vintages, name), headers: headers.map { words($0) }, texts: rows)
  }

  private func ages(_ name: String, _ triangle: RedemptionTriangle) -> Table {
    let headers: [Word] = [.age, .vintageCount, .netIssued, .redeemedPoints, .redemptionRate]
    let rows = triangle.rateByAge.map { age in
      [
        "\(age.age)", "\(age.vintageCount)", Figures.whole(age.netIssued),
        Figures.whole(age.redeemed), Figures.percent(age.rate),
      ]
    }
    return Table(words(.ages, name), headers: headers.map { words($0) }, texts: rows)
  }
}
