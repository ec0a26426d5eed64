import Experiments
import Measurement
import Quantities
import Scenarios

/// Partners whose accounts the engine ran, too (M12): points on both sides, and who owes whom.
extension Report {
  /// The partners with accounts of their own, in the order of their columns.
  var partnerNames: [String] {
    input.scenario.people.partners.filter { $0.merchant != nil }.map(\.name)
  }

  /// A table for each arm that exchanges points with such a partner: sums over all replications,
  /// divided by their number.
  func partnerSection() -> [Block] {
    guard !partnerNames.isEmpty else { return [] }
    let tables = zip(input.scenario.arms, input.tally.arms).map { arm, tally in
      ofArm(
        arm.name,
        .table(
          Table(
            words(.partnerTable, arm.name), headers: words.partnerHeaders,
            texts: partnerNames.indices.map { partnerRow($0, tally) })))
    }
    return [.heading(words(.partners))] + tables + [.note(words(.partnerNote))]
  }

  private func partnerRow(_ position: Int, _ tally: ArmTally) -> [String] {
    func mean(_ sum: Int64) -> Int64 {
      Rate(1, over: Int64(input.comparison.replications)).of(sum, rounding: .halfUp)
    }
    func points(_ column: MerchantColumn) -> String {
      Currency.grouped(mean(tally.merchant(column, at: position)).magnitude)
    }
    let payable = mean(tally.merchant(.payableMinor, at: position))
    let receivable = mean(tally.merchant(.receivableMinor, at: position))
    func text(_ minor: Int64) -> String { input.scenario.currency.text(Money(minor: minor)) }
    let debt =
      switch payable - receivable {
      case 0: words(.nobodyOwes)
      case let owed where owed > 0: words(.weOwe, text(owed))
      case let owed: words(.partnerOwes, text(-owed))
      }
    return [
      partnerNames[position], points(.receivedPoints), points(.givenPoints),
      points(.outstandingPoints), Currency.grouped(mean(tally[.pointsOutstanding]).magnitude),
      text(payable), text(receivable), debt,
    ]
  }
}

extension Words {
  fileprivate var partnerHeaders: [String] {
    [
      self(.partner), self(.partnerReceived), self(.partnerGiven), self(.partnerOutstanding),
      self(.ownOutstanding), self(.ownPayable), self(.ownReceivable), self(.whoOwes),
    ]
  }

  /// The text of a name of the section on partners, with what is filled in, in order.
  func callAsFunction(_ word: PartnerWord, _ fillings: String...) -> String {
    fill(word, fillings)
  }
}

/// The fixed words of the section on partners, by name; see ``Word``.
enum PartnerWord: String, CaseIterable, ReportWord {
  case partners = "Partners with accounts of their own"
  case partnerTable = "Points and debts between merchants, arm {}, mean of the replications"
  case partner = "Partner"
  case partnerReceived = "Its points issued for ours"
  case partnerGiven = "Its points given up for ours"
  case partnerOutstanding = "Its points outstanding"
  case ownOutstanding = "Our points outstanding"
  case ownPayable = "We owe"
  case ownReceivable = "It owes"
  case whoOwes = "Settled"
  case weOwe = "we owe {}"
  case partnerOwes = "it owes us {}"
  case nobodyOwes = "nobody owes anything"
  case partnerNote = """
    Members hold an account with each merchant, run by the same engine. Whose points are given up \
    pays who issues others for them; what one merchant owes is what the other is owed, in both \
    books, and no points come about but at the stated rates.
    """
}
