/// The sub-models of behavior, each with an off switch.
public enum Submodel: String, Sendable, Hashable, CaseIterable {
  case price
  case coupon
  case points
  case reward
  case tier
  case urgency
  case wear
  case redemption
  case optOut = "opt-out"
  case messageVisits = "message-visits"
  case joining
  case winBack = "win-back"
  case interactions
  case pointsMall = "points-mall"
  case pointsExchange = "points-exchange"
  case topUp = "top-up"
  case pantry
  case deadline
  case exposure
  case tierFeeling = "tier-feeling"
  case gift
  case plannedBalance = "planned-balance"
  case rewardFeeling = "reward-feeling"
  case novelty
  case responseDecline = "response-decline"
  case contact
  case forwardLooking = "forward-looking"
  case rewardWorth = "reward-worth"
  case rest
  case sameness
  case scarcity
  case adstock
  case waitingPoints = "waiting-points"
  case referred
  case inviterLoyalty = "inviter-loyalty"
}
