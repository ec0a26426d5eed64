/// What a draw is for.
///
/// Each target declares its own purposes as static constants. Raw values decide every draw and so
/// are part of the digest: never renumber or reuse one.
public struct Purpose: RawRepresentable, Sendable, Hashable {
  /// The second word of the Philox counter.
  public let rawValue: UInt32

  /// The purpose with this number.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }
}

/// Where a draw lives: whose it is, what for, and which one.
///
/// A draw is a function of its key and address alone, so no arm, thread or call order can move it.
public struct DrawAddress: Sendable, Hashable {
  /// The person or community that draws.
  public var subject: UInt32
  /// What the draw is for.
  public var purpose: Purpose
  /// An index that no arm can shift: need n, visit n, or `Occurrence.campaign(_:day:)`.
  public var occurrence: UInt32

  /// The address of one draw.
  public init(subject: UInt32, purpose: Purpose, occurrence: UInt32 = 0) {
    self.subject = subject
    self.purpose = purpose
    self.occurrence = occurrence
  }
}

/// Occurrences that are not simple counts.
public enum Occurrence {
  /// Campaign and day packed into one occurrence, 16 bits each.
  ///
  /// - Parameters:
  ///   - campaign: The campaign's index in the scenario, 0 to 65,535.
  ///   - day: The scheduled day, counted from the start of the run, 0 to 65,535 (179 years).
  /// - Throws: The component that does not fit, with its value.
  public static func campaign(_ campaign: Int, day: Int) throws(DrawAddressError) -> UInt32 {
    guard let high = UInt16(exactly: campaign) else {
      throw .campaignOutOfRange(campaign: campaign, day: day)
    }
    guard let low = UInt16(exactly: day) else {
      throw .dayOutOfRange(campaign: campaign, day: day)
    }
    return UInt32(high) << 16 | UInt32(low)
  }
}

/// A component of an address that does not fit its bits.
public enum DrawAddressError: Error, Equatable, CustomStringConvertible {
  /// The campaign is negative or above 65,535.
  case campaignOutOfRange(campaign: Int, day: Int)
  /// The day is negative or above 65,535.
  case dayOutOfRange(campaign: Int, day: Int)

  /// The offending value, where it stood and the range it may have.
  public var description: String {
    switch self {
    case .campaignOutOfRange(let campaign, let day):
      "campaign \(campaign) on day \(day): campaigns are numbered 0 to 65535"
    case .dayOutOfRange(let campaign, let day):
      "day \(day) of campaign \(campaign): days are numbered 0 to 65535"
    }
  }
}
