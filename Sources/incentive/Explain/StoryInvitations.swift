internal import CommunitySimulation
internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// What became of an invitation, as the inviter and the friend see it.
extension StoryBuilder {
  mutating func add(_ outcome: ReferralOutcome, isInviter: Bool, at minute: Minute) {
    let points = isInviter ? outcome.inviterPoints : outcome.friendPoints
    let coupons =
      isInviter ? Int(outcome.inviterCouponCount) : outcome.friendCoupons.count
    let refusal = isInviter ? outcome.inviterRefusal : outcome.friendRefusal
    var said: [String] = []
    if points > .zero { said.append(words(at: minute).points(points)) }
    if coupons > 0 { said.append(say("\(coupons) coupon", "\(coupons) 张券")) }
    if refusal != .none { said.append(horizon.language.words(refusal)) }
    let what = said.isEmpty ? "" : ": " + said.joined(separator: ", ")
    let headline: String
    switch outcome.change {
    case .none: return
    case .registered:
      headline =
        isInviter
        ? say("a friend joined by invitation", "一位好友通过邀请注册")
        : say("joined by a member's invitation", "通过会员邀请注册")
    case .valid: headline = say("an invitation became valid", "邀请生效")
    case .takenBack:
      headline = say(
        "an invitation is valid no longer, its rewards are taken back", "邀请失效，奖励收回")
    case .voided:
      headline = say(
        "an invitation was between accounts of one person, its rewards are taken back",
        "邀请双方为同一人，奖励收回")
    }
    add(minute, .points, headline + what)
  }
}
