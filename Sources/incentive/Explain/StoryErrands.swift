internal import CommunitySimulation
internal import IncentiveEngine
internal import PointsLedger
internal import Quantities
internal import Timeline

/// What a member did that was no order.
extension StoryBuilder {
  /// Something that is no order; what the engine refuses leaves no trace.
  mutating func add(_ errand: Errand, _ decision: Decision) {
    guard decision.refusal == .none else { return }
    let minute = Minute(index: errand.minute)
    guard decision.rewardCount == 0 else {
      let spent = words(at: minute).points(decision.rewardPoints)
      return add(minute, .points, say("a reward taken for \(spent)", "用 \(spent) 兑换礼品"))
    }
    guard decision.exchange.given == .zero else { return add(decision.exchange, at: minute) }
    guard decision.granted == [] else {
      return add(minute, .points, say("a deposit paid", "已付定金"))
    }
    guard decision.earnedPoints > .zero else {
      return add(minute, .points, say("two accounts joined into one", "两个账户合并为一"))
    }
    let points = words(at: minute).points(decision.earnedPoints)
    guard decision.terms.list == .zero else {
      let amount = words(at: minute).amount(decision.terms.list)
      return add(
        minute, .points,
        say(
          "an order of \(amount) elsewhere claimed: \(points) earned",
          "领取外部订单（\(amount)）积分：获得 \(points)"))
    }
    add(minute, .points, say("an interaction: \(points) earned", "互动获得 \(points)"))
  }

  /// Points that went to a partner's program, or came from it.
  private mutating func add(_ exchange: ExchangeOutcome, at minute: Minute) {
    let given = words(at: minute).points(exchange.given)
    let received = words(at: minute).points(exchange.received)
    add(
      minute, .points,
      say(
        "\(given) given up for \(received), by exchange with a partner",
        "与合作商家兑换：付出 \(given)，换得 \(received)"))
  }
}
