internal import IncentiveEngine

/// `contact:` of a scheme — how often, and at which hours, members may be sent messages.
extension Form where Value == ContactPolicy {
  static var contactPolicy: Form {
    ObjectForm(
      "contact policy",
      "How often, and at which hours, members may be sent messages; transactional ones are exempt.",
      keys: .defaulted(
        "channel", .channel, "The channel of the calendar's messages: warnings, coupons granted.",
        .wecom, text: "wecom"),
      .optional("quiet", .quietHours, "Hours at which nothing goes out.", fallback: "none"),
      .defaulted(
        "caps", .list(of: .frequencyCap, maximumCount: ContactPolicy.maximumCapCount),
        "Limits on the number of messages; all of them hold, and the first that is reached says what "
          + "becomes of a message.", [], text: "none"),
      .defaulted(
        "platform", .platformLimits,
        "Limits that the platforms set, as of 2025-11; the merchant confirms them.", [],
        text: "none"),
      .defaulted(
        "clock-offset", .integer(-1439...1439, example: "-60"),
        "Minutes by which members' clocks are ahead of the program's.", 0, text: "0"),
      .optional(
        "drop-after", .days,
        "Days after the one it was meant for, after which a message that waits is dropped.",
        fallback: "it waits as long as it takes")
    ) { node, reading, channel, quiet, caps, platform, offset, days in
      let places = (node["caps"]?.elements ?? []).map { $0.valuePlace(of: "name") }
      guard reading.checkDistinct(Array(zip(caps.map(\.name), places)), of: "caps") else {
        return nil
      }
      return ContactPolicy(
        channel: channel, quiet: quiet, caps: platform + caps, clockOffset: offset,
        longestDelayDays: days)
    }.form
  }
}

extension Form where Value == QuietHours {
  /// `quiet:` — from when to when, for which channels.
  fileprivate static var quietHours: Form {
    ObjectForm(
      "quiet hours", "Hours at which nothing goes out.",
      keys: .required("from", .timeOfDay, "When they begin."),
      .required("to", .timeOfDay, "When they end; before \"from\" if midnight lies between."),
      .defaulted("channels", .list(of: .channel), "Which channels are quiet.", [], text: "all"),
      .defaulted(
        "then", .contactAction,
        "What becomes of a message: it is dropped, waits until they end, or goes by another channel.",
        .postpone, text: "defer")
    ) { _, _, from, to, channels, action in
      QuietHours(from: from.minute, to: to.minute, channels: channels, action: action)
    }.form
  }
}

extension Form where Value == FrequencyCap {
  /// `caps:` — how many messages in which time.
  fileprivate static var frequencyCap: Form {
    ObjectForm(
      "a frequency cap", "A limit on how many messages a member is sent.",
      keys: .required("name", .name(of: "a cap", example: "weekly"), "Its name."),
      .required(
        "at-most", .messageCap,
        "How many: \"3 per week\" counts by the calendar, \"3 in 7 days\" slides."),
      .optional("channel", .channel, "The channel that is counted.", fallback: "all together"),
      .optional(
        "kind", .messageKind, "The kind of message that is counted.",
        fallback: "service and promotional"),
      .defaulted(
        "then", .contactAction,
        "What becomes of one more: it is dropped, waits for room, or goes by another channel.",
        .suppress, text: "suppress")
    ) { _, _, name, limit, channel, kind, action in
      FrequencyCap(
        name: name, channel: channel, kind: kind, limit: .count(limit.count),
        window: limit.window, action: action)
    }.form
  }
}

extension Form where Value == [FrequencyCap] {
  /// `platform:` — presets of what platforms allow.
  fileprivate static var platformLimits: Form {
    ObjectForm(
      "platform limits", "Limits that the platforms set.",
      keys: .optional(
        "wecom", .wecomLimit,
        "WeCom: as many messages a month as it has days, or seven a week, or one a day.",
        fallback: "none"),
      .optional(
        "service-account", .serviceAccountLimit, "The service account: four messages a month.",
        fallback: "none"),
      .defaulted(
        "then", .contactAction, "What becomes of one more.", .suppress, text: "suppress")
    ) { _, _, wecom, account, action in
      [wecom, account].compactMap { $0?.cap(action: action) }
    }.form
  }
}

extension Form where Value == PlatformLimit {
  fileprivate static var wecomLimit: Form {
    .choice(
      "a limit of WeCom",
      [("month", .wecomMonth), ("week", .wecomWeek), ("day", .wecomDay)])
  }

  fileprivate static var serviceAccountLimit: Form {
    .choice("a limit of the service account", [("4 per month", .serviceAccount)])
  }
}
