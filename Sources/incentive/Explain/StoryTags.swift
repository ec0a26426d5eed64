internal import IncentiveEngine
internal import Timeline

/// The tags (M51) that a member has come into, or left, by the end of a month.
extension StoryBuilder {
  mutating func add(_ now: TagSet, on day: Day) {
    defer { tags = now }
    let names = horizon.scheme.tagNames
    func list(_ set: TagSet) -> String {
      horizon.language.list(
        names.indices.filter { set.contains(TagSet(tag: $0)) }.map { names[$0] })
    }
    let (gained, lost) = (now.subtracting(tags), tags.subtracting(now))
    guard gained != [] || lost != [] else { return }
    let minute = Minute(index: day.advanced(by: 1).start.index - 1)
    let held = now == [] ? say("none", "无") : list(now)
    add(minute, .program, say("tags at the end of the month: \(held)", "月末标签：\(held)"))
    var details: [String] = []
    if gained != [] { details.append(say("new: \(list(gained))", "新增：\(list(gained))")) }
    if lost != [] { details.append(say("no longer: \(list(lost))", "不再：\(list(lost))")) }
    entries[entries.count - 1].details += details
  }
}
