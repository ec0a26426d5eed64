import Quantities
import Timeline

extension Scheme {
  /// What is wrong with deposits, with who let a coupon lapse, and with who has a tag.
  var depositProblems: [SchemeProblem] {
    var list = ProblemList()
    for (position, offer) in offers.enumerated() {
      let path = "offers.\(offer.name)"
      if let deposit = deposit(ofOffer: position) { list.check(deposit, path) }
      guard case .coupon(let grant, _) = offer.access else { continue }
      switch grant.audience {
      case .lapsed(let coupon):
        list.require(isCoupon(coupon), "\(path).audience", "there is no such coupon")
      case .tagged(let tag):
        list.require(
          (0..<(tags?.tags.count ?? 0)).contains(tag), "\(path).audience", "there is no such tag")
      case .everyone, .active, .dormant, nil: continue
      }
    }
    return list.problems
  }

  private func isCoupon(_ position: Int) -> Bool {
    guard offers.indices.contains(position), case .coupon = offers[position].access else {
      return false
    }
    return true
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
