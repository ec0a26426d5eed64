internal import CommunitySimulation
internal import IncentiveEngine
internal import PointsLedger
internal import Quantities
internal import Timeline

/// What rules against abuse, and reviews, did to an account (M53).
extension StoryBuilder {
  mutating func add(_ risk: RiskOutcome, at minute: Minute) {
    let headline: String
    switch risk.change {
    case .none: return
    case .refused: headline = say("rules against abuse refused something", "风控拒绝")
    case .held: headline = say("held by rules against abuse", "风控冻结")
    case .takenBack: headline = say("taken back by rules against abuse", "风控收回")
    case .released: headline = say("a review cleared the account", "人工审核通过，解除冻结")
    case .denied: headline = say("a review did not clear the account", "人工审核未通过")
    }
    var said: [String] = []
    if risk.reason != .none, risk.change != .denied {
      said.append(horizon.language.words(risk.reason))
    }
    let points = risk.released + risk.takenBack
    if points > .zero { said.append(words(at: minute).points(points)) }
    if risk.rule != .none { said.append(words(at: minute).scheme.ruleName(risk.rule)) }
    if risk.asksReview { said.append(say("a review is asked for", "提交人工审核")) }
    let what = said.isEmpty ? "" : ": " + said.joined(separator: ", ")
    add(minute, .points, headline + what)
  }
}
