internal import IncentiveEngine
internal import MemberBehavior
internal import MemberPopulation
internal import Randomness

/// Visit that a message brought ─▶ basket ─▶ quote ─▶ order, in room that is used again.
extension ArmRun {
  /// Meets a visit that one of this arm's messages brought.
  mutating func meetVisit(_ visit: Occasion) {
    var visit = visit
    let lines = basket(of: &visit)
    defer { basketLines = lines }
    if visit.isWornAway { return missVisit(visit, lines) }
    let isMeant = isStillMeant(visit)
    let outcome =
      isMeant
      ? meet(visit, lines)
      : Outcome(isOrder: false, isPlaced: false, wasLapsed: !lives[Int(visit.person)].isLive)
    if isMeasuring, let channel = visit.channel {
      tallyVisit(by: Int(channel), isQuoted: isMeant, outcome)
    }
    guard outcome.isOrder else { return }
    guard isMeasuring else { return notePast(visit) }
    attribute(visit: visit, wasLapsed: outcome.wasLapsed)
  }

  /// Draws the basket of a visit, in the room of the last one's.
  private mutating func basket(of visit: inout Occasion) -> [BasketLine] {
    let person = people[Int(visit.person)]
    var lines: [BasketLine] = []
    swap(&lines, &basketLines)
    lines.removeAll(keepingCapacity: true)
    basketItems.removeAll(keepingCapacity: true)
    plan.baskets.fill(
      &visit, person: person.number, traits: person.traits, draws: draws, lines: &basketItems)
    for item in basketItems { lines.append(BasketLine(item)) }
    return lines
  }
}
