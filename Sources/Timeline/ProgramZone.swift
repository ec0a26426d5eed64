private import Foundation

/// The time zone that a program lives in; the only place where absolute instants become civil time.
public struct ProgramZone: Sendable, Hashable {
  /// The name in the IANA time zone database, such as `Asia/Shanghai`.
  public let identifier: String

  /// The zone of that name, or nothing if this machine's database has none.
  public init?(identifier: String) {
    guard identifier == "UTC" || identifier.contains("/"),
      TimeZone(identifier: identifier) != nil
    else { return nil }
    self.identifier = identifier
  }

  /// The minute on the program's clock at an instant in seconds since 1970-01-01 00:00 UTC.
  public func minute(secondsSince1970: Int64) -> Minute {
    let instant = Date(timeIntervalSince1970: Double(secondsSince1970))
    let offset = Int64(TimeZone(identifier: identifier)?.secondsFromGMT(for: instant) ?? 0)
    return Minute(index: Int32((secondsSince1970 + offset).floorDivided(by: 60)))
  }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}
