import Quantities
import Timeline

extension Scheme {
  /// What is wrong with how members are reached.
  var contactProblems: [SchemeProblem] {
    var list = ProblemList()
    if let contact { list.check(contact) }
    list.require(
      broadcasts.count <= Broadcast.maximumCount, "broadcasts",
      "a scheme has at most \(Broadcast.maximumCount) broadcasts")
    list.requireUnique(broadcasts.map(\.name), "broadcasts")
    for broadcast in broadcasts {
      let path = "broadcasts.\(broadcast.name)"
      list.check(broadcast, path)
      list.check(broadcast.audience, of: self, "\(path).audience")
      guard let coupon = broadcast.coupon else { continue }
      list.requireRewardCoupon(coupon, of: self, "\(path).coupon")
    }
    return list.problems
  }
}

extension ProblemList {
  fileprivate mutating func check(_ policy: ContactPolicy) {
    require(
      (-1439...1439).contains(policy.clockOffset), "contact.clock-offset",
      "must be less than a day, in minutes")
    if let days = policy.longestDelayDays {
      require((0...366).contains(days), "contact.drop-after", "must be 0 to 366 days")
    }
    if let quiet = policy.quiet {
      let minutes = 0..<1440
      require(minutes.contains(quiet.from), "contact.quiet.from", "must be a minute of the day")
      require(minutes.contains(quiet.to), "contact.quiet.to", "must be a minute of the day")
      require(quiet.from != quiet.to, "contact.quiet.to", "must not be when they begin")
      if case .change(let channel) = quiet.action {
        require(
          !quiet.channels.isEmpty && !quiet.channels.contains(channel), "contact.quiet.then",
          "changes to a channel that is quiet at these hours, too")
      }
    }
    require(
      policy.caps.count <= ContactPolicy.maximumCapCount, "contact.caps",
      "a policy has at most \(ContactPolicy.maximumCapCount) caps")
    requireUnique(policy.caps.map(\.name), "contact.caps")
    for cap in policy.caps { check(cap, "contact.caps.\(cap.name)") }
  }

  private mutating func check(_ cap: FrequencyCap, _ path: String) {
    switch (cap.limit, cap.window) {
    case (.count(let count), .calendar):
      require((0...1_000_000).contains(count), "\(path).at-most", "must be 0 to 1000000 messages")
    case (.count(let count), .sliding(let minutes)):
      require(
        (0...FrequencyCap.maximumLimit).contains(count), "\(path).at-most",
        "must be 0 to \(FrequencyCap.maximumLimit) messages in a sliding window")
      require(
        (1...527_040).contains(minutes), "\(path).at-most", "must be 1 minute to 366 days")
    case (.daysOfMonth, let window):
      require(
        window == .calendar(.month), "\(path).at-most",
        "as many as the month has days are counted by the month")
    }
    require(
      cap.kind != .transactional, "\(path).kind", "transactional messages are not counted")
    if case .change(let channel) = cap.action {
      require(
        cap.channel != nil && cap.channel != channel, "\(path).then",
        "changes to a channel that the cap counts, too")
    }
  }

  fileprivate mutating func check(_ broadcast: Broadcast, _ path: String) {
    require((0...23).contains(broadcast.hour), "\(path).hour", "must be 0 to 23")
    switch broadcast.rhythm {
    case .everyDays(let days, _):
      require((1...366).contains(days), "\(path).when", "must be every 1 to 366 days")
    case .daysOfMonth(let days):
      require(
        !days.isEmpty && days.allSatisfy { (1...31).contains($0) }, "\(path).when",
        "must be days of the month, 1 to 31")
    case .weekday(let weekday): requireWeekday(weekday, path)
    case .once: break
    }
  }
}
