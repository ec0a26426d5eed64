internal import Timeline

/// Limits that platforms set, each with its source and its date; the merchant confirms them.
public enum PlatformLimit: String, Sendable, Hashable, CaseIterable {
  /// WeCom group send: as many messages to a customer in a month as it has days
  /// (developer.work.weixin.qq.com, document 92135, read 2025-11; older copies say four a month).
  case wecomMonth = "wecom-month"
  /// WeCom group send, as the merchant may set it: seven a week (the same document).
  case wecomWeek = "wecom-week"
  /// WeCom group send, as the merchant may set it: one a day (the same document).
  case wecomDay = "wecom-day"
  /// Service account: four mass messages a calendar month (developers.weixin.qq.com, Batch Sends).
  case serviceAccount = "service-account"

  /// The channel that the platform carries.
  public var channel: Channel { self == .serviceAccount ? .miniProgram : .wecom }

  /// The limit as a cap.
  public func cap(action: ContactAction = .suppress) -> FrequencyCap {
    let (limit, window): (FrequencyCap.Limit, CalendarPeriod) =
      switch self {
      case .wecomMonth: (.daysOfMonth, .month)
      case .wecomWeek: (.count(7), .week)
      case .wecomDay: (.count(1), .day)
      case .serviceAccount: (.count(4), .month)
      }
    return FrequencyCap(
      name: rawValue, channel: channel, limit: limit, window: .calendar(window), action: action)
  }
}
