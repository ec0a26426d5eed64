internal import IncentiveEngine
internal import Measurement
internal import PointsLedger
internal import Timeline

/// Which tags members have at the end of a month (M51).
extension ArmRun {
  /// Counts a member under each tag; whoever watches is told.
  mutating func countTags(of person: Int, on day: Day, month: Int) {
    let tags = plan.engine.tags(of: person, in: accounts, on: day)
    for tag in 0..<tally.layout.tagCount where tags.contains(TagSet(tag: tag)) {
      tally.add(1, toTag: tag, month: month)
    }
    if sinks.second.watches(person) { sinks.second.observe(.tags(day, tags), of: person) }
  }
}
