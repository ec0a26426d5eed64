import Quantities
import Timeline

extension Scheme {
  /// What is wrong with deposits.
  var depositProblems: [SchemeProblem] {
    var list = ProblemList()
    for (position, offer) in offers.enumerated() {
      let path = "offers.\(offer.name)"
      if let deposit = deposit(ofOffer: position) { list.check(deposit, path) }
    }
    return list.problems
  }
}

extension ProblemList {
  fileprivate mutating func check(_ deposit: Deposit, _ path: String) {
    require(amount: deposit.price.minor, "\(path).deposit")
    require(deposit.price > .zero, "\(path).deposit", "must be above zero")
    require(
      deposit.days.upperBound < deposit.balanceDays.lowerBound, "\(path).balance",
      "the balance is paid after the last day of deposits")
  }
}

extension CouponGrant {
  /// Whom the calendar grants the coupon; nothing if the calendar does not.
  var audience: Audience? {
    switch self {
    case .monthly(_, _, let audience), .once(_, _, let audience): audience
    case .onJoining, .onFirstOrder, .onSpend, .deposit, .asReward: nil
    }
  }
}
