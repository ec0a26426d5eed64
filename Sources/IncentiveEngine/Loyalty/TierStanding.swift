import Quantities
import Timeline

// Tiers (M26, M27): risen to at once, reviewed at period ends, kept through a grace.
extension LoyaltyEngine {
  /// The tier that a count earns.
  func tier(earnedBy counted: Int64, in scheme: Int) -> Int {
    var tier = Int(programs[scheme].tierCount) - 1
    let first = Int(programs[scheme].firstTier)
    while tier > 0, tiers[first + tier].threshold > counted { tier -= 1 }
    return tier
  }

  /// The tier on a day: a grace that has run out is over, whether or not anyone looked.
  ///
  /// Whoever steps down lands no lower than what was counted since the review earns.
  func effectiveTier(of state: borrowing AccountState, on day: Day) -> Int {
    guard day.index > state.graceLastDay else { return Int(state.tier) }
    let scheme = Int(state.scheme)
    let counted = programs[scheme].countsSpend ? state.spendMinor : state.growth
    return max(Int(state.graceTier), tier(earnedBy: counted, in: scheme))
  }

  /// Writes down a grace that has run out.
  func settleGrace(of state: inout AccountState, on day: Day) {
    guard day.index > state.graceLastDay else { return }
    state.tier = UInt8(effectiveTier(of: state, on: day))
    state.graceLastDay = Day.never.index
  }

  /// Raises the tier to what is counted by now, and ends a grace that was made good.
  func promote(_ state: inout AccountState) {
    let scheme = Int(state.scheme)
    let counted = programs[scheme].countsSpend ? state.spendMinor : state.growth
    let earned = tier(earnedBy: counted, in: scheme)
    guard earned >= Int(state.tier) else { return }
    state.tier = UInt8(earned)
    state.graceLastDay = Day.never.index
  }

  /// Reviews the period that ended before `day`: keeps the tier, or starts the grace, or steps down.
  func review(_ state: inout AccountState, on day: Day) {
    let scheme = Int(state.scheme)
    let counted = programs[scheme].countsSpend ? state.spendMinor : state.growth
    let earned = tier(earnedBy: counted, in: scheme)
    if programs[scheme].countsSpend { state.spendMinor = 0 }
    let target = tierAfterFall(from: Int(state.tier), earned: earned, in: scheme)
    guard target < Int(state.tier) else { return }
    if programs[scheme].graceDays == 0 {
      state.tier = UInt8(target)
    } else {
      state.graceTier = UInt8(target)
      state.graceLastDay = lastDayOfGrace(after: day, in: scheme).index
    }
  }

  /// Where a review leaves a member whose count earns a tier: one step or all the way down, but
  /// never below a tier that is for ever.
  func tierAfterFall(from tier: Int, earned: Int, in scheme: Int) -> Int {
    guard earned < tier else { return tier }
    let floor = Int(tiers[Int(programs[scheme].firstTier) + tier].floor)
    return max(programs[scheme].fallsOneStep ? tier - 1 : earned, floor)
  }

  /// The last day on which a tier is kept that the review of a day would take.
  func lastDayOfGrace(after review: Day, in scheme: Int) -> Day {
    let last = review.advanced(by: Int(programs[scheme].graceDays) - 1)
    guard programs[scheme].graceDays > 0, let period = programs[scheme].graceRounding else {
      return last
    }
    return period.lastDay(of: last)
  }
}
