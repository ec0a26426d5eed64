import PointsLedger
import Timeline

/// One multiplier as the engine runs it.
struct MultiplierProgram: Sendable {
  /// The factor less one: what the multiplier adds.
  var gain: Share
  var rule: RuleID
  /// The tier it is for, or -1 for all members.
  var tier: Int
  /// The birthday window, if it is one; other windows are in the calendar.
  var birthday: CalendarPeriod?
  /// The coupon that opens it, as a bit; none if the calendar does.
  var card: UInt16 = 0
}

extension MultiplierProgram {
  init(_ multiplier: Multiplier, rule: RuleID) {
    gain = Share(gainOf: multiplier.factor)
    self.rule = rule
    tier = multiplier.tier ?? -1
    if case .birthday(let period) = multiplier.window { birthday = period }
    card = multiplier.card
  }
}

extension Multiplier {
  /// The coupon that opens it, as a bit; none if the calendar does.
  var card: UInt16 {
    if case .coupon(let offer) = window { 1 << UInt16(offer) } else { 0 }
  }
}
