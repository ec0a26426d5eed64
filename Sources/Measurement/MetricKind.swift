/// What kind of quantity a metric is: what may be done with it follows.
extension Metric {
  /// Whether the metric's numerator is a total that a whole program can have.
  public var hasProgramTotal: Bool { rawValue.hasSuffix("-per-member") }

  /// Whether control's value belongs to the pairing with one arm, so that two arms do not compare.
  public var belongsToPairing: Bool {
    switch self {
    case .repurchase30, .repurchase60, .repurchase90, .netValuePerMember,
      .netValueWithRunOffPerMember, .gainedOrdersPerMember,
      .lostOrdersPerMember, .sharedOrdersPerMember, .pulledForwardOrdersPerMember,
      .costPerGainedOrder, .deadweightShare:
      true
    default: false
    }
  }

  /// Whether the metric counts days after the horizon.
  public var needsRunOff: Bool {
    self == .netValueWithRunOffPerMember || self == .runOffOrdersPerMember
  }
}
