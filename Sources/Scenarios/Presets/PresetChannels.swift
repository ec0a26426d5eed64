internal import MemberBehavior
internal import MemberPopulation

extension Preset {
  /// The share of members whose active hour a shop knows, unless a file says otherwise.
  static let usualActiveHourKnown = 0.7

  /// What members do with messages by other channels than WeCom, the same for every kind of merchant:
  /// trade figures are vendors' own and far apart, so every range is wide.
  static let channelBehavior: [BehaviorParameter: Parameter] = [
    .wecomGroupOpening: .assumed(0.15, 0.05, 0.3, "half as often as what is sent to oneself"),
    .wecomGroupVisit: .assumed(0.15, 0.03, 0.3, "less pressing than what is sent to oneself"),
    .wecomGroupOptOut: .assumed(0.001, 0.0002, 0.005, "groups are muted rather than left"),
    .smsOpening: .assumed(0.5, 0.2, 0.95, "most are seen; vendors name up to 98%"),
    .smsVisit: .assumed(0.05, 0.01, 0.15, "seen more often than followed"),
    .smsOptOut: .assumed(0.004, 0.001, 0.02, "a word sent back ends them"),
    .pushOpening: .assumed(0.06, 0.02, 0.15, "vendors name a few in a hundred"),
    .pushVisit: .assumed(0.3, 0.1, 0.5, "who taps is in the shop"),
    .pushOptOut: .assumed(0.004, 0.001, 0.02, "pushes are switched off in the settings"),
    .miniProgramOpening: .assumed(0.1, 0.03, 0.25, "between a push and a WeCom message"),
    .miniProgramVisit: .assumed(0.3, 0.1, 0.5, "who taps is in the shop"),
    .miniProgramOptOut: .assumed(0.001, 0.0002, 0.005, "subscriptions end by themselves"),
    .callOpening: .assumed(0.5, 0.2, 0.8, "every other call is answered"),
    .callVisit: .assumed(0.25, 0.1, 0.5, "a person asks"),
    .callOptOut: .assumed(0.01, 0.002, 0.05, "calls disturb most"),
    .storeOpening: .assumed(0.9, 0.7, 1, "who stands at the till listens"),
    .storeVisit: .assumed(0.1, 0.03, 0.3, "the next visit, not this one"),
    .storeOptOut: .assumed(0.0005, 0, 0.002, "hardly anybody asks to be left alone for ever"),
    .hourResponse: Parameter(
      0, .notStated, source: "assumption: left out here; a scenario gives it a weight"),
    .activeHour: .assumed(20, 18, 22, "the evening (trade figure: 20:00 against 8:00)"),
    .activeHourSpread: .assumed(3, 1, 6, "some read in the morning"),
    .activeHourKnown: .assumed(
      usualActiveHourKnown, 0.3, 0.95, "of members who open messages or the shop often enough"),
  ]
}
