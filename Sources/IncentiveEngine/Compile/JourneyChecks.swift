import Quantities
import Timeline

extension Scheme {
  /// What is wrong with journeys.
  var journeyProblems: [SchemeProblem] {
    var list = ProblemList()
    list.require(
      journeys.count <= Journey.maximumCount, "automation",
      "a scheme has at most \(Journey.maximumCount) journeys")
    list.requireUnique(journeys.map(\.name), "automation")
    for journey in journeys {
      let path = "automation.\(journey.name)"
      list.require((0...23).contains(journey.hour), "\(path).hour", "must be 0 to 23")
      check(journey.trigger, "\(path).when", &list)
      list.check(journey.audience, of: self, "\(path).to")
      list.require(!journey.steps.isEmpty, "\(path).steps", "needs at least one step")
      var layout = JourneyLayout()
      layout.append(journey.steps)
      list.require(
        layout.steps.count <= Journey.maximumStepCount, "\(path).steps",
        "has more than \(Journey.maximumStepCount) steps")
      check(journey.steps, "\(path).steps", &list)
    }
    return list.problems
  }

  private func check(_ trigger: JourneyTrigger, _ path: String, _ list: inout ProblemList) {
    switch trigger {
    case .joining, .firstOrder, .order, .date: return
    case .unpaid(let minutes): list.requireWait(minutes, path)
    case .silence(let days): list.require((1...7300).contains(days), path, "must be 1 to 7300 days")
    case .birthday(let days), .ownCycle(let days):
      list.require((0...180).contains(days), path, "must be 0 to 180 days")
    case .tagged(let tag): list.requireTag(tag, isGiven: false, of: self, path)
    case .couponEnding(let offer, let days):
      list.requireCoupon(offer, of: self, path)
      list.require((0...180).contains(days), path, "must be 0 to 180 days")
    }
  }

  private func check(_ steps: [JourneyStep], _ path: String, _ list: inout ProblemList) {
    for (position, step) in steps.enumerated() {
      let path = "\(path).\(position + 1)"
      switch step {
      case .wait(let minutes): list.requireWait(minutes, path)
      case .send(let message):
        if let coupon = message.coupon { list.requireCoupon(coupon, of: self, path) }
        guard let fallback = message.fallback else { continue }
        list.requireWait(fallback.minutes, path)
        list.require(
          fallback.channel != message.channel, path, "falls back to the channel that it comes by")
      case .grant(let offer): list.requireCoupon(offer, of: self, path)
      case .tag(let tag): list.requireTag(tag, isGiven: true, of: self, path)
      case .task(let minutes):
        list.require((1...1440).contains(minutes), path, "must be 1 to 1440 minutes of work")
      case .branch(let condition, let then, let otherwise):
        check(condition, path, &list)
        check(then, "\(path).then", &list)
        check(otherwise, "\(path).else", &list)
      case .end: continue
      }
    }
  }

  private func check(_ condition: JourneyCondition, _ path: String, _ list: inout ProblemList) {
    switch condition {
    case .ordered, .opened: return
    case .tagged(let tag): list.requireTag(tag, of: self, path)
    case .tier(let tier):
      list.require(
        (0..<(tiers?.tiers.count ?? 0)).contains(tier), path, "there is no such tier")
    case .holds(let offer): list.requireCoupon(offer, of: self, path)
    }
  }
}

extension ProblemList {
  fileprivate mutating func requireWait(_ minutes: Int, _ path: String) {
    require((1...1_051_200).contains(minutes), path, "must be 1 minute to 730 days")
  }
}
