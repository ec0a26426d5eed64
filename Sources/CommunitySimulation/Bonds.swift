internal import IncentiveEngine
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Randomness
internal import Timeline

// Who was brought by a friend, or has brought one, stays at some of the moments at which somebody else
// would leave: hazards fall by that share, in every family of customer lives.
extension ArmRun {
  /// Whether a person stays who would leave now.
  ///
  /// - Parameter index: of the need, or for lives that end by the clock the minute.
  func stays(_ person: Int, index: UInt32) -> Bool {
    let life = lives[person]
    guard life.wasInvited || life.hasInvited else { return false }
    let share = reaction(of: person).staying(
      wasInvited: life.wasInvited, hasInvited: life.hasInvited)
    guard share > 0 else { return false }
    let mark = draws.uniform(
      at: DrawAddress(subject: people[person].number, purpose: .staying, occurrence: index))
    return mark < share
  }

  /// A life that ends by the clock goes on: what is left is exponential again.
  mutating func prolong(_ person: Int) {
    let end = lives[person].lifeEnd
    let streams = OccasionStreams(
      person: people[person].number, position: UInt32(person), traits: people[person].traits,
      from: people[person].start, to: plan.horizon.end.index, draws: draws)
    // Minutes are never negative here, and indices of impulses never reach the first bit.
    lives[person].lifeEnd = streams.lifeEnd(
      from: end, occurrence: 1 << 31 | UInt32(bitPattern: end))
  }
}
