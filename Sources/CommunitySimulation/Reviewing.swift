internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Randomness
internal import Timeline

/// Rule against abuse ─▶ refused, held or taken back ─▶ review ─▶ released or denied (M53).
extension ArmRun {
  /// Notes what rules against abuse did to an account, and asks a reviewer where they want one.
  mutating func note(_ decision: Decision, ofAccount account: Int, at minute: Minute) {
    noteInviter(decision, at: minute)
    let risk = decision.risk
    guard risk.change != .none else { return }
    let person = account % people.count
    if sinks.second.watches(person) { sinks.second.observe(.risk(minute, risk), of: person) }
    if isMeasuring { tally(risk, of: person) }
    if risk.asksReview { askReview(of: account, at: minute) }
  }

  /// Notes that an inviter's account is held because of the event of a friend.
  private mutating func noteInviter(_ decision: Decision, at minute: Minute) {
    guard decision.risk.holdsInviter else { return }
    let inviter = Int(decision.referral.inviter)
    var risk = RiskOutcome()
    (risk.change, risk.reason) = (.held, .fraudHold)
    if isMeasuring { tally(risk, of: inviter % people.count) }
    if decision.risk.asksInviterReview { askReview(of: inviter, at: minute) }
  }

  private mutating func tally(_ risk: RiskOutcome, of person: Int) {
    switch risk.change {
    case .none, .released: return
    case .refused: tally.add(to: .riskRefusals)
    case .held: tally.add(to: .riskHolds)
    case .takenBack: tally.add(to: .riskClawbacks)
    case .denied: tally.add(to: .reviewsDenied)
    }
    abuseLives[person].wasHit = true
  }

  private mutating func askReview(of account: Int, at minute: Minute) {
    guard let reviewers = plan.abuse?.reviewers else { return }
    followUps.add(.review(account: account, minute: minute.index + reviewers.days * 1440))
  }

  /// A reviewer decides: the luck is that of the person and the day.
  mutating func meetReview(of account: Int, at minute: Minute) {
    guard let reviewers = plan.abuse?.reviewers else { return }
    let person = account % people.count
    let isHonest = people[person].abuse == .none
    let mark = draws.uniform(
      at: DrawAddress(
        subject: people[person].number, purpose: .review,
        occurrence: UInt32(bitPattern: minute.day.index)))
    let denies = mark < (isHonest ? reviewers.falseAlarms : reviewers.detection)
    let decision = handle(.reviewed(denies ? .denied : .approved), for: account, at: minute)
    guard isMeasuring, decision.refusal == .none else { return }
    let cost =
      decision.risk.reviewCost.minor
      + plan.arms[arm].staffMinuteCost.minor * Int64(decision.risk.reviewMinutes)
    tally.add(to: .reviews)
    tally.add(cost, to: .reviewCostMinor)
    tallyCost(cost, of: person, at: minute)
  }
}
