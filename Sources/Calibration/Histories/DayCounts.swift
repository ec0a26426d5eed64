public import Timeline

/// How many first and repeat purchases fell on each day.
public struct DayCounts: Sendable, Hashable {
  /// The first day that is counted.
  public private(set) var start: Day?
  /// First purchases by day, from the start.
  public private(set) var firsts: [Int] = []
  /// Repeat purchases by day, from the start.
  public private(set) var repeats: [Int] = []

  /// The last day that is counted.
  public var end: Day? { start.map { $0.advanced(by: firsts.count - 1) } }

  /// Counts a purchase; the days reach as far as the dates of orders do.
  mutating func add(_ day: Day, isFirst: Bool) {
    let place = reach(day)
    if isFirst { firsts[place] += 1 } else { repeats[place] += 1 }
  }

  private mutating func reach(_ day: Day) -> Int {
    guard let first = start else {
      start = day
      firsts = [0]
      repeats = [0]
      return 0
    }
    let place = first.distance(to: day)
    if place < 0 {
      let before = Array(repeating: 0, count: -place)
      firsts = before + firsts
      repeats = before + repeats
      start = day
      return 0
    }
    if place >= firsts.count {
      let after = Array(repeating: 0, count: place + 1 - firsts.count)
      firsts += after
      repeats += after
    }
    return place
  }

  /// The purchases of all days, with the day.
  public var all: [(day: Day, firsts: Int, repeats: Int)] {
    guard let start else { return [] }
    return firsts.indices.map { (start.advanced(by: $0), firsts[$0], repeats[$0]) }
  }
}
