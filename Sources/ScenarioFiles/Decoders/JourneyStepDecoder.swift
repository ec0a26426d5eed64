internal import IncentiveEngine

/// A step as it stands in the file: one thing to do, and what belongs to it.
struct StepLine: Sendable {
  var action: Action
  var node: LocatedNode

  indirect enum Action: Sendable {
    case wait(minutes: Int)
    case send(MessageLine)
    case grant(String)
    case tag(String)
    case task(minutes: Int)
    case branch(ConditionWord, then: [StepLine], otherwise: [StepLine])
    case end
  }

  /// The step, once coupons, tags and tiers are known.
  func step(_ names: JourneyNames, _ reading: Reading) -> JourneyStep? {
    switch action {
    case .wait(let minutes): return .wait(minutes: minutes)
    case .task(let minutes): return .task(minutes: minutes)
    case .end: return .end
    case .grant(let coupon):
      return position(of: coupon, among: names.coupons, "coupon", "grant", names, reading)
        .map(JourneyStep.grant)
    case .tag(let tag):
      return position(of: tag, among: names.tags, "tag", "tag", names, reading)
        .map(JourneyStep.tag)
    case .send(let line):
      var message = line.message
      if let coupon = line.coupon {
        message.coupon = position(
          of: coupon, among: names.coupons, "coupon", "coupon", names, reading)
        guard message.coupon != nil else { return nil }
      }
      return .send(message)
    case .branch(let word, let then, let otherwise):
      let steps = [then, otherwise].map { $0.map { $0.step(names, reading) } }
      guard let condition = condition(word, names, reading),
        !steps.joined().contains(where: { $0 == nil })
      else { return nil }
      return .branch(
        condition, then: steps[0].compactMap(\.self), otherwise: steps[1].compactMap(\.self))
    }
  }

  private func condition(
    _ word: ConditionWord, _ names: JourneyNames, _ reading: Reading
  ) -> JourneyCondition? {
    switch word {
    case .known(let condition): return condition
    case .tagged(let tag):
      return position(of: tag, among: names.tags, "tag", "if", names, reading)
        .map(JourneyCondition.tagged)
    case .tier(let tier):
      return position(of: tier, among: names.tiers, "tier", "if", names, reading)
        .map(JourneyCondition.tier)
    case .holds(let coupon):
      return position(of: coupon, among: names.coupons, "coupon", "if", names, reading)
        .map(JourneyCondition.holds)
    }
  }

  private func position(
    of name: String, among list: [String?], _ what: String, _ key: String, _ names: JourneyNames,
    _ reading: Reading
  ) -> Int? {
    names.position(of: name, among: list, what, node.valuePlace(of: key), reading)
  }
}

/// A message of a step, its coupon only named.
struct MessageLine: Sendable {
  var message: JourneyMessage
  var coupon: String?
}

/// What a branch looks at, as it stands in the file.
enum ConditionWord: Sendable {
  case known(JourneyCondition)
  case tagged(String)
  case tier(String)
  case holds(String)
}

/// The keys of a step that does one thing.
private struct StepActions: Sendable {
  var list: [StepLine.Action]
}

extension Form where Value == StepLine {
  /// A step, with branches.
  static var step: Form {
    .object(
      "a step of a journey",
      "One thing that a journey does: wait, send, grant, tag, task, or if with then.",
      KeyGroup(joining: .sending, .actions, .branching) { node, reading, sending, actions, branch in
        line(sending.list + actions.list + branch.list, node, reading)
      })
  }

  /// A step of a branch.
  fileprivate static var plainStep: Form {
    .object(
      "a step of a journey's branch", "One thing that a journey does on one of two ways.",
      KeyGroup(joining: .sending, .actions) { node, reading, sending, actions in
        line(sending.list + actions.list, node, reading)
      })
  }

  private static func line(
    _ actions: [StepLine.Action], _ node: LocatedNode, _ reading: Reading
  ) -> StepLine? {
    guard actions.count == 1 else {
      reading.report(
        node.place,
        actions.isEmpty ? "the step does nothing" : "the step does \(actions.count) things at once",
        hint: "write one step for each: { send: wecom, topic: care }, { wait: 24 hours }")
      return nil
    }
    return StepLine(action: actions[0], node: node)
  }
}

extension KeyGroup where Value == StepActions {
  fileprivate static var sending: KeyGroup {
    KeyGroup(
      keys: .optional(
        "send", .channel,
        "A message goes out by this channel, as far as contacts are allowed.", fallback: "none"),
      .optional(
        "topic", .messageTopic,
        "What the message talks about.", fallback: "coupon with a coupon, care without"),
      .optional(
        "kind", .messageKind,
        "What the message is for, as far as caps look at it.",
        fallback: "promotional with a coupon, service without"),
      .optional(
        "coupon", .name(of: "a coupon", example: "welcome"),
        "The coupon that comes with the message, unless it is held.", fallback: "none"),
      .optional(
        "unread", .fallback, "What goes out where nobody has opened it in time.",
        fallback: "nothing")
    ) { node, reading, channel, topic, kind, coupon, fallback in
      guard let channel else {
        for key in ["topic", "kind", "coupon", "unread"] where node[key] != nil {
          reading.report(
            node.place(of: key), "\"\(key)\" belongs to a message", hint: "add \"send: wecom\"")
          return nil
        }
        return StepActions(list: [])
      }
      let message = JourneyMessage(
        channel: channel, kind: kind ?? (coupon == nil ? .service : .promotional),
        topic: topic ?? (coupon == nil ? .care : .coupon), fallback: fallback)
      return StepActions(list: [.send(MessageLine(message: message, coupon: coupon))])
    }
  }

  fileprivate static var actions: KeyGroup {
    KeyGroup(
      keys: .optional("wait", .minutes, "So long nothing happens.", fallback: "none"),
      .optional(
        "grant", .name(of: "a coupon", example: "welcome"),
        "A coupon is granted without a message, unless it is held.", fallback: "none"),
      .optional(
        "tag", .name(of: "a tag", example: "cared-for"), "A tag is given; it is kept for ever.",
        fallback: "none"),
      .optional(
        "task", .minutes,
        "A guide works so long for the member; economics.staff-minute is the cost.",
        fallback: "none"),
      .optional(
        "end", .choice("where it ends", [("here", true)]), "The journey ends here.",
        fallback: "it goes on")
    ) { _, _, wait, grant, tag, task, end in
      var list: [StepLine.Action] = []
      if let wait { list.append(.wait(minutes: wait)) }
      if let grant { list.append(.grant(grant)) }
      if let tag { list.append(.tag(tag)) }
      if let task { list.append(.task(minutes: task)) }
      if end != nil { list.append(.end) }
      return StepActions(list: list)
    }
  }

  fileprivate static var branching: KeyGroup {
    KeyGroup(
      keys: .optional("if", .condition, "What decides which way it goes on.", fallback: "none"),
      .defaulted(
        "then", .list(of: .plainStep), "The steps where it holds.", [], text: "nothing"),
      .defaulted(
        "else", .list(of: .plainStep), "The steps where it does not.", [], text: "nothing")
    ) { node, reading, condition, then, otherwise in
      guard let condition else {
        for key in ["then", "else"] where node[key] != nil {
          reading.report(
            node.place(of: key), "\"\(key)\" needs a condition", hint: "add \"if: opened\"")
          return nil
        }
        return StepActions(list: [])
      }
      return StepActions(list: [.branch(condition, then: then, otherwise: otherwise)])
    }
  }
}
