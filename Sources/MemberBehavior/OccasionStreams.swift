public import MemberPopulation
internal import PortableMath
public import Randomness

/// The two streams of occasions of one person (D4), by addressed draws that no arm can change.
///
/// Times are kept in weeks as floating-point numbers and rounded down to minutes only at the end,
/// so that a person with all incentives off is the customer-base model in distribution.
public struct OccasionStreams: Sendable {
  /// Minutes in a week.
  private static let minutesPerWeek = 10_080.0

  private let draws: Draws
  private let person: UInt32
  private let position: UInt32
  private let traits: PersonTraits
  private let start: Int32
  private let end: Int32
  private let clock: DemandClock?
  /// The models' minutes at the start, by the clock.
  private let startByClock: Double

  /// The streams of a person between two minutes.
  ///
  /// - Parameters:
  ///   - person: the number in the whole population: the subject of the draws.
  ///   - position: the position in the community, written into each occasion.
  ///   - clock: busy and quiet days; nothing where all are alike.
  public init(
    person: UInt32, position: UInt32, traits: PersonTraits, from start: Int32, to end: Int32,
    draws: Draws, clock: DemandClock? = nil
  ) {
    self.person = person
    self.position = position
    self.traits = traits
    self.start = start
    self.end = end
    self.draws = draws
    self.clock = clock
    startByClock = clock?.modelMinutes(at: start) ?? 0
  }

  /// Whether the person drops out before the first repeat need (MBG).
  public var dropsOutAtOnce: Bool {
    traits.mayDropOutAtOnce && dropoutMark(0) < traits.dropoutProbability
  }

  /// The minute at which a customer life ends (Pareto); never for the other families.
  ///
  /// - Parameter occurrence: 0 at birth, else the index of the impulse that restarted the life.
  public func lifeEnd(from start: Int32, occurrence: UInt32) -> Int32 {
    guard traits.dropoutsPerWeek > 0 else { return .max }
    let weeks = draws.exponential(
      rate: traits.dropoutsPerWeek, at: address(.lifetime, occurrence))
    return evenMinute(weeks, after: start) ?? .max
  }

  /// Adds all needs of the renewal process, those after a lapse included.
  public func appendNeeds(to occasions: inout [Occasion]) {
    guard traits.needsPerWeek > 0 else { return }
    let stages = Int(traits.stages)
    let stageRate = Double(stages) * traits.needsPerWeek
    var weeks = 0.0
    var index: UInt32 = 1
    while true {
      weeks += draws.erlang(stages: stages, rate: stageRate, at: address(.needGap, index))
      guard let minute = minute(weeks), minute < end else { return }
      let marks = draws.uniformPair(at: address(.need, index))
      occasions.append(
        Occasion(
          minute: minute, person: position, stream: .need, index: index, mark: marks.0,
          endsLife: marks.1 < traits.dropoutProbability))
      index += 1
    }
  }

  /// Adds the impulses whose mark is below the ceiling; returns how many there are in all, and how
  /// many of those in a range of minutes.
  public func appendImpulses(
    baselineConversion: Double, ceiling: Double, counted minutes: Range<Int32>,
    to occasions: inout [Occasion]
  ) -> (all: Int, counted: Int) {
    let rate = traits.needsPerWeek * (1 - baselineConversion) / baselineConversion
    guard rate > 0 else { return (0, 0) }
    var counted = 0
    var weeks = 0.0
    var index: UInt32 = 1
    while true {
      // One block gives the gap, by inversion as in `exponential`, and the mark.
      let (gap, mark) = draws.uniformPair(at: address(.impulse, index))
      weeks += -PortableMath.log(gap) / rate
      guard let minute = minute(weeks), minute < end else {
        return (Int(index) - 1, counted)
      }
      if minutes.contains(minute) { counted += 1 }
      if mark < ceiling {
        occasions.append(
          Occasion(minute: minute, person: position, stream: .impulse, index: index, mark: mark))
      }
      index += 1
    }
  }

  private func dropoutMark(_ index: UInt32) -> Double {
    draws.uniformPair(at: address(.need, index)).1
  }

  private func address(_ purpose: Purpose, _ occurrence: UInt32) -> DrawAddress {
    DrawAddress(subject: person, purpose: purpose, occurrence: occurrence)
  }

  /// The minute of an occasion so many weeks of the models' time after the person's start.
  private func minute(_ weeks: Double) -> Int32? {
    guard let clock else { return evenMinute(weeks, after: start) }
    return clock.minute(weeks, after: startByClock)
  }

  /// The minute so many weeks after a start; nothing beyond the calendar's reach.
  private func evenMinute(_ weeks: Double, after start: Int32) -> Int32? {
    let minutes = Double(start) + weeks * Self.minutesPerWeek
    return minutes < Double(Int32.max) ? Int32(minutes.rounded(.down)) : nil
  }
}
