public import Quantities
public import Timeline

/// A reward that a member may take now, as the member sees it.
public struct RewardChoice: Sendable, Hashable {
  /// Its position in the scheme's mall.
  public var position: Int
  /// What it costs.
  public var price: Points
  /// What it is worth to the member.
  public var value: Money

  /// Creates a choice.
  public init(position: Int, price: Points, value: Money) {
    self.position = position
    self.price = price
    self.value = value
  }
}

extension LoyaltyEngine {
  /// Whether the scheme has a points mall.
  public func hasMall(inScheme scheme: Int) -> Bool { programs[scheme].rewardCount > 0 }

  /// The rewards that are open to the account at the moment, in the scheme's order.
  public func rewardChoices(
    for account: Int, in accounts: borrowing SchemeAccounts, at minute: Minute
  ) -> [RewardChoice] {
    let scheme = Int(accounts.states[account].scheme)
    guard accounts.states[account].isMember, hasMall(inScheme: scheme) else { return [] }
    let touch = touch(account, in: accounts, at: minute)
    let first = Int(programs[scheme].firstReward)
    var choices: [RewardChoice] = []
    for position in 0..<Int(programs[scheme].rewardCount)
    where rewards[first + position].automatic == nil
      && refusal(ofReward: first + position, account, accounts, touch) == .none
    {
      let reward = rewards[first + position]
      choices.append(
        RewardChoice(
          position: position, price: Points(reward.price),
          value: schemes[scheme].scheme.value(of: reward.content)))
    }
    return choices
  }

  /// How many of a reward the community has taken.
  public func rewardsTaken(
    _ position: Int, ofScheme scheme: Int, in accounts: borrowing SchemeAccounts
  ) -> Int64 {
    accounts.rewardsTaken[rewards[Int(programs[scheme].firstReward) + position].counter]
  }
}
