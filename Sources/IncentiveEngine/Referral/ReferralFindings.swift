import Quantities
import Timeline

extension LoyaltyEngine {
  /// What an order of the account would do for an invitation that waits for one.
  func referralFindings(
    paid: Int64, _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> [RuleFinding] {
    guard let rules = referralRules(of: touch.scheme), let least = rules.program.order,
      let index = openInvitation(of: account, accounts, touch),
      !accounts.invitations.list[index].hasOrder
    else { return [] }
    guard paid >= least.minor else {
      return [finding(rules.rule, .earning, .refused(.belowThreshold))]
    }
    let isLast = rules.profile < 0 || accounts.invitations.list[index].hasProfile
    var points: Int64 = 0
    if isLast, rules.program.friendAt == .validity, case .points(let own)? = rules.program.friend {
      points = payable(award(own, rules), account, accounts, touch)
    }
    return [finding(rules.rule, .earning, points: points)]
  }
}
