internal import IncentiveEngine

/// How members are reached: the policy, and the messages on the calendar.
struct ReachPart {
  var contact: ContactPolicy?
  var broadcasts: [BroadcastLine]
}

extension KeyGroup where Value == ReachPart {
  static var reach: KeyGroup {
    KeyGroup(
      keys: .optional(
        "contact", .contactPolicy,
        "How often, and at which hours, members may be sent messages.", fallback: "no limits"),
      .defaulted(
        "broadcasts", .list(of: .broadcast, maximumCount: Broadcast.maximumCount),
        "Messages on the calendar to members of an audience.", [], text: "none")
    ) { _, _, contact, broadcasts in
      ReachPart(contact: contact, broadcasts: broadcasts)
    }
  }
}

/// One broadcast as it stands in the file.
struct BroadcastLine: Sendable {
  /// All but its coupon, and its audience where that is a tag.
  var broadcast: Broadcast
  var audience: AudienceWord
  var coupon: String?
  var node: LocatedNode

  /// The broadcast, once offers and tags are known.
  func broadcast(offers: [Offer], tags: TagRules?, _ reading: Reading) -> Broadcast? {
    var broadcast = broadcast
    switch audience {
    case .known(let audience): broadcast.audience = audience
    case .tagged(let tag):
      let line = TagAudience(tag: tag, node: node, key: "to")
      guard let audience = line.audience(tags, reading) else { return nil }
      broadcast.audience = audience
    }
    guard let coupon else { return broadcast }
    let granted = offers.enumerated().filter { $0.element.isGranted }
    broadcast.coupon = granted.first { $0.element.name == coupon }?.offset
    guard broadcast.coupon == nil else { return broadcast }
    let isThere = offers.contains { $0.name == coupon }
    reading.report(
      node.valuePlace(of: "coupon"),
      isThere
        ? "the offer \"\(coupon.shortened)\" is not granted as a reward"
        : "unknown coupon \"\(coupon.shortened)\"",
      hint: isThere
        ? "write \"grant: as a reward\" in the coupon: the broadcast grants it"
        : Suggestion.hint(for: coupon, among: granted.map(\.element.name)))
    return nil
  }
}

extension Offer {
  /// Whether it is a coupon that other rules grant.
  fileprivate var isGranted: Bool {
    if case .coupon(.asReward, _) = access { true } else { false }
  }
}

extension Form where Value == BroadcastLine {
  /// `broadcasts:` — what goes out when, by which channel, to whom.
  static var broadcast: Form {
    ObjectForm(
      "a broadcast", "A message on the calendar to members of an audience.",
      keys: .required("name", .name(of: "a broadcast", example: "news"), "Its name."),
      .required("when", .rhythm, "The days on which it goes out."),
      .defaulted(
        "hour", .sendHour, "The hour of the day, or each member's own where it is known.",
        SendHour(hour: 10, isOwn: false), text: "10"),
      .defaulted("channel", .channel, "The way it goes.", .wecom, text: "wecom"),
      .defaulted("topic", .messageTopic, "What it talks about.", .content, text: "content"),
      .defaulted(
        "kind", .messageKind, "What it is for; caps and quiet hours look at it.", .promotional,
        text: "promotional"),
      .defaulted("to", .audienceWord, "Who is sent it.", .known(.everyone), text: "everyone"),
      .optional(
        "coupon", .name(of: "a coupon", example: "treat"),
        "The coupon that comes with it, granted when the message goes out.", fallback: "none")
    ) { node, _, name, rhythm, hour, channel, topic, kind, audience, coupon in
      BroadcastLine(
        broadcast: Broadcast(
          name: name, rhythm: rhythm, hour: hour.hour, topic: topic, kind: kind, channel: channel,
          usesOwnHour: hour.isOwn),
        audience: audience, coupon: coupon, node: node)
    }.form
  }
}
