import Timeline

@testable import Measurement

/// Tallies made by hand: a few communities, some columns set.
enum TinyTally {
  /// Ninety days from 1 January 2026.
  static func layout(arms: Int) -> TallyLayout {
    let first = Day(index: 20_454)
    return TallyLayout(
      horizon: Horizon(firstDay: first, dayCount: 90), historyStart: first, armCount: arms,
      segmentCount: 1, tierCount: 1)
  }

  /// A tally of communities; each holds the columns of every arm.
  static func tally(_ communities: [[[TallyColumn: Int64]]]) -> Tally {
    let layout = layout(arms: communities[0].count)
    var tally = Tally(layout: layout)
    for community in communities {
      tally.add(
        community: community.map { columns in
          var arm = ArmTally(layout: layout)
          for column in TallyColumn.allCases { arm[column] = columns[column] ?? 0 }
          return arm
        }, variates: [])
    }
    return tally
  }
}
