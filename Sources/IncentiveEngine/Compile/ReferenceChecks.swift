// What one rule says of another: a coupon, a tag, an audience, each by its position in the scheme.
extension ProblemList {
  /// A coupon of the scheme, whoever grants it.
  mutating func requireCoupon(_ offer: Int, of scheme: Scheme, _ path: String) {
    require(
      scheme.offers.indices.contains(offer) && scheme.offers[offer].isCoupon, path,
      "there is no such coupon")
  }

  /// A coupon that no calendar grants, so that a rule may give it.
  mutating func requireRewardCoupon(_ offer: Int, of scheme: Scheme, _ path: String) {
    guard scheme.offers.indices.contains(offer) else {
      return require(false, path, "there is no such coupon")
    }
    guard case .coupon(.asReward, _) = scheme.offers[offer].access else {
      return require(false, path, "must be a coupon that is granted as a reward")
    }
  }

  /// A tag of the scheme.
  ///
  /// - Parameter isGiven: whether it must be a tag that journeys give, or must not.
  mutating func requireTag(
    _ tag: Int, isGiven: Bool? = nil, of scheme: Scheme, _ path: String
  ) {
    let all = scheme.tags?.tags ?? []
    require(all.indices.contains(tag), path, "there is no such tag")
    guard all.indices.contains(tag), let isGiven else { return }
    require(
      (all[tag].condition == nil) == isGiven, path,
      isGiven
        ? "gives a tag that members come into by themselves"
        : "waits for a tag that journeys give: let that journey go on instead")
  }

  /// An audience, with the coupon or tag that it looks at.
  mutating func check(_ audience: Audience, of scheme: Scheme, _ path: String) {
    switch audience {
    case .everyone: return
    case .active(let days), .dormant(let days):
      require((1...7300).contains(days), path, "must be 1 to 7300 days")
    case .lapsed(let coupon): requireCoupon(coupon, of: scheme, path)
    case .tagged(let tag): requireTag(tag, of: scheme, path)
    }
  }
}
