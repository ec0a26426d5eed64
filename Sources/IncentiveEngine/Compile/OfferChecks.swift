import Quantities
import Timeline

extension Scheme {
  /// The most multipliers a scheme may have: one bit each.
  public static let maximumMultiplierCount = 16

  /// What is wrong with the multipliers.
  var multiplierProblems: [SchemeProblem] {
    var list = ProblemList()
    list.require(
      multipliers.count <= Self.maximumMultiplierCount, "multipliers",
      "a scheme has at most \(Self.maximumMultiplierCount) multipliers")
    list.require(
      multipliers.isEmpty || points != nil, "multipliers",
      "multiply points, but the scheme has no points rule")
    list.requireUnique(multipliers.map(\.name), "multipliers")
    for multiplier in multipliers {
      let path = "multipliers.\(multiplier.name)"
      list.require(multiplier.factor, "\(path).factor")
      list.require(multiplier.factor >= .one, "\(path).factor", "must be at least 1")
      if let tier = multiplier.tier {
        list.require(
          (0..<(tiers?.tiers.count ?? 0)).contains(tier), "\(path).tier", "there is no such tier")
      }
      switch multiplier.window {
      case .dayOfMonth(let day): list.requireDayOfMonth(day, path)
      case .weekday(let weekday): list.requireWeekday(weekday, path)
      case .dates, .birthday: break
      case .coupon(let offer):
        list.requireCoupon(offer, of: self, "\(path).coupon")
      }
    }
    return list.problems
  }

  /// What is wrong with promotions and coupons.
  var offerProblems: [SchemeProblem] {
    var list = ProblemList()
    list.require(
      offers.count <= Self.maximumOfferCount, "offers",
      "a scheme has at most \(Self.maximumOfferCount) offers")
    list.requireUnique(offers.map(\.name), "offers")
    for offer in offers {
      list.check(offer.access, "offers.\(offer.name)")
      if case .coupon(let grant, _) = offer.access, let audience = grant.audience {
        list.check(audience, of: self, "offers.\(offer.name).grant.audience")
      }
      list.check(offer.benefit, "offers.\(offer.name)")
      list.checkLines(of: offer, "offers.\(offer.name)")
      list.checkHours(of: offer, "offers.\(offer.name)")
    }
    return list.problems
  }
}

extension ProblemList {
  fileprivate mutating func check(_ access: Offer.Access, _ path: String) {
    switch access {
    case .promotion(.always), .promotion(.dates): return
    case .promotion(.dayOfMonth(let day)): requireDayOfMonth(day, path)
    case .promotion(.weekday(let weekday)): requireWeekday(weekday, path)
    case .coupon(let grant, let validDays):
      require((1...7300).contains(validDays), "\(path).valid", "must be 1 to 7300 days")
      check(grant, "\(path).grant")
    }
  }

  private mutating func check(_ grant: CouponGrant, _ path: String) {
    switch grant {
    case .onJoining, .onFirstOrder, .asReward: return
    case .onSpend(let amount, _):
      require(amount: amount.minor, path)
      require(amount > .zero, path, "must be above zero")
    case .monthly(let day, let hour, _):
      requireMoment(day: day, hour: hour, path)
    case .once(_, let hour, _):
      require((0...23).contains(hour), "\(path).hour", "must be 0 to 23")
    case .deposit: return
    }
  }

  fileprivate mutating func check(_ benefit: Benefit, _ path: String) {
    switch benefit {
    case .amountOff(let steps): check(steps, path)
    case .shareOff(let share, let minimumSpend, let cap):
      require(share, "\(path).off")
      require(share > .zero && share <= .one, "\(path).off", "must be above 0% and at most 100%")
      require(amount: minimumSpend.minor, "\(path).from")
      guard let cap else { return }
      require(amount: cap.minor, "\(path).cap")
      require(cap > .zero, "\(path).cap", "must be above zero")
    case .amountOffEach(let units, let off): checkEach(units: units, off: off, path)
    case .nthUnit(let rule): check(rule, "\(path).nth")
    case .gift(let steps): check(steps, path)
    }
  }

  private mutating func check(_ steps: [LadderStep], _ path: String) {
    require(!steps.isEmpty, "\(path).steps", "a ladder needs at least one step")
    for (position, step) in steps.enumerated() {
      let place = "\(path).steps.\(position + 1)"
      require(amount: step.minimumSpend.minor, "\(place).from")
      require(amount: step.off.minor, "\(place).off")
      require(step.off > .zero, "\(place).off", "must be above zero")
      guard position > 0 else { continue }
      let lower = steps[position - 1]
      require(
        step.minimumSpend > lower.minimumSpend, "\(place).from",
        "must be above that of the step before, \(lower.minimumSpend.minor)")
    }
  }
}
