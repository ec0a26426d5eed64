internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// What a command line changes in a scenario: `--members`, `--days`, `--seed`.
public struct Overrides: Sendable, Hashable {
  /// Members when the horizon begins.
  public var members: Int?
  /// Days of the horizon.
  public var days: Int?
  /// The seed.
  public var seed: UInt64?

  /// Creates overrides; without arguments nothing changes.
  public init(members: Int? = nil, days: Int? = nil, seed: UInt64? = nil) {
    self.members = members
    self.days = days
    self.seed = seed
  }

  /// The members that a scenario may have.
  public static let allowedMembers = 1...1_000_000_000
  /// The days that a horizon may have.
  public static let allowedDays = 1...3660
}

/// An override that no scenario can have.
public enum OverrideFailure: Error, Sendable, Hashable {
  /// Members outside ``Overrides/allowedMembers``.
  case members(Int)
  /// Days outside ``Overrides/allowedDays``.
  case days(Int)
  /// More persons than ``People/maximumPersonCount``, with so many members and days.
  case persons(Int, members: Int, days: Int)

  /// What is wrong, in one line.
  public var message: String {
    switch self {
    case .members(let members):
      "--members \(members) is outside \(Overrides.allowedMembers.lowerBound) to "
        + "\(Overrides.allowedMembers.upperBound)"
    case .days(let days):
      "--days \(days) is outside \(Overrides.allowedDays.lowerBound) to "
        + "\(Overrides.allowedDays.upperBound)"
    case .persons(let persons, let members, let days):
      "\(members) members, with prospects and arrivals over \(days) days, are \(persons) persons; "
        + "at most \(People.maximumPersonCount) can be numbered"
    }
  }
}

extension Scenario {
  /// The scenario with overrides, and a note on everything that changed beyond what was asked.
  ///
  /// Fewer members mean fewer prospects, arrivals and absolute limits in the same proportion,
  /// rounded to the nearest; so what is reported per member stays comparable.
  public func applying(
    _ overrides: Overrides
  ) throws(OverrideFailure) -> (scenario: Scenario, notes: [ScalingNote]) {
    var changed = self
    var notes: [ScalingNote] = []
    if let seed = overrides.seed { changed.seed = seed }
    if let days = overrides.days {
      guard Overrides.allowedDays.contains(days) else { throw .days(days) }
      changed.horizon = Horizon(firstDay: horizon.firstDay, dayCount: days)
    }
    if let members = overrides.members {
      guard Overrides.allowedMembers.contains(members) else { throw .members(members) }
      notes = changed.scale(to: members)
    }
    let days = changed.horizon.dayCount
    let persons = changed.people.personCount(days: days)
    guard persons <= People.maximumPersonCount else {
      throw .persons(persons, members: changed.people.memberCount, days: days)
    }
    return (changed, notes)
  }

  private mutating func scale(to members: Int) -> [ScalingNote] {
    let ratio = Rate(Int64(members), over: Int64(people.memberCount))
    guard ratio != .one else { return [] }
    func scaled(_ count: Int) -> Int { Int(ratio.of(Int64(count), rounding: .halfUp)) }
    var notes: [ScalingNote] = []
    let before = people
    people.memberCount = members
    people.prospectCount = scaled(before.prospectCount)
    people.arrivalsPerMonth = scaled(before.arrivalsPerMonth)
    if before.prospectCount != people.prospectCount {
      notes.append(.prospects(from: before.prospectCount, to: people.prospectCount))
    }
    if before.arrivalsPerMonth != people.arrivalsPerMonth {
      notes.append(.arrivals(from: before.arrivalsPerMonth, to: people.arrivalsPerMonth))
    }
    var limits = 0
    for index in expectations.indices where expectations[index].isPerProgram {
      let scaled = expectations[index].condition.scaled(by: ratio.value)
      if scaled != expectations[index].condition { limits += 1 }
      expectations[index].condition = scaled
    }
    let budgets = scaleBudgets(by: ratio)
    if budgets > 0 { notes.append(.budgets(budgets)) }
    if limits > 0 { notes.append(.limits(limits)) }
    return notes
  }
}

extension Scenario {
  /// Scales the budgets that all members share, and says how many there are.
  fileprivate mutating func scaleBudgets(by ratio: Rate) -> Int {
    var count = 0
    for arm in arms.indices {
      for index in arms[arm].scheme.budgets.indices
      where arms[arm].scheme.budgets[index].scope == .programme {
        let limit = arms[arm].scheme.budgets[index].limit
        arms[arm].scheme.budgets[index].limit = ratio.of(limit, rounding: .halfUp)
        count += 1
      }
    }
    return count
  }
}

extension Expectation.Condition {
  /// The condition with its absolute amounts in proportion; shares of a reference stay.
  fileprivate func scaled(by ratio: Double) -> Self {
    switch self {
    case .up, .down: self
    case .atMost(let limit): .atMost(limit * ratio)
    case .atLeast(let limit): .atLeast(limit * ratio)
    case .between(let low, let high): .between(low * ratio, high * ratio)
    case .change(let fail, let warn):
      .change(fail: fail.scaled(by: ratio), warn: warn.scaled(by: ratio))
    }
  }
}

extension Expectation.ChangeLimits {
  fileprivate func scaled(by ratio: Double) -> Self {
    var scaled = self
    if let amount = increase?.amount { scaled.increase?.amount = amount * ratio }
    if let amount = decrease?.amount { scaled.decrease?.amount = amount * ratio }
    return scaled
  }
}
