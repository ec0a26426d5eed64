internal import CommunitySimulation

/// A cohort as customer-base analysis sees it: purchases counted in weeks since each person's first.
///
/// The people of a situation all start at once. The CDNOW cohort was acquired over twelve weeks, so
/// person n of N is seen as if the first purchase were 12 · (n + ½) ÷ N weeks after the year began.
struct CohortView {
  /// Weeks in which the CDNOW cohort made its first purchases (Fader, Hardie & Lee 2005).
  static let acquisitionWeeks = 12.0

  /// One person.
  struct Customer {
    /// The week of the first purchase, which is no repeat.
    var firstWeek: Double
    /// Weeks of the repeat purchases, since the first.
    var repeats: [Double]
    /// What each repeat purchase cost at list price, in minor units.
    var amounts: [Double]

    /// How many repeat purchases were made by a week of the calendar.
    func count(by week: Double) -> Int { repeats.prefix { $0 + firstWeek <= week }.count }

    /// Weeks since the last purchase at a week of the calendar.
    func recency(at week: Double) -> Double {
      let count = count(by: week)
      return week - firstWeek - (count == 0 ? 0 : repeats[count - 1])
    }
  }

  let customers: [Customer]

  /// The cohort of an arm; `isStaggered` spreads the first purchases as CDNOW's were.
  init(_ logs: [CommunityLog], isStaggered: Bool) {
    let lives = logs.lives
    customers = lives.enumerated().map { position, orders in
      let place = (Double(position) + 0.5) / Double(lives.count)
      return Customer(
        firstWeek: isStaggered ? Self.acquisitionWeeks * place : 0,
        repeats: orders.map { $0.day / 7 }, amounts: orders.map { Double($0.listMinor) })
    }
  }

  /// Repeat purchases of everybody by a week of the calendar.
  func repeats(by week: Double) -> Double {
    Double(customers.reduce(0) { $0 + $1.count(by: week) })
  }

  /// What a cohort of so many people would show, where this one has others.
  func scaled(_ value: Double, to size: Double) -> Double {
    value * size / Double(customers.count)
  }
}
