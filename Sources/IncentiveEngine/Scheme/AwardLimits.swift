public import Quantities
public import Timeline

/// How much one rule may give one member, and how often.
///
/// An award above the limit for one award is refused whole, so that splitting what earns it is of no
/// use to detect; what goes beyond a limit for a period is cut off, and the remainder is paid
/// (Voucherify and Talon.One make the same difference). Periods are those of the program's
/// calendar; weeks begin on Monday. What a refund takes back leaves no new room.
public struct AwardLimits: Sendable, Hashable {
  /// The most points in a period.
  public struct Cap: Sendable, Hashable {
    /// The most points, bonuses of multipliers included.
    public var points: Points
    /// The period; nothing means ever.
    public var period: CalendarPeriod?

    /// Creates a cap.
    public init(_ points: Points, per period: CalendarPeriod?) {
      self.points = points
      self.period = period
    }
  }

  /// The most awards in a period.
  public struct Times: Sendable, Hashable {
    /// How many.
    public var count: Int
    /// The period; nothing means ever.
    public var period: CalendarPeriod?

    /// Creates a limit.
    public init(_ count: Int, per period: CalendarPeriod?) {
      self.count = count
      self.period = period
    }
  }

  /// The most points of one award; a larger one is refused whole.
  public var perAward: Points?
  /// The most points in periods; an award is reduced to the least remainder.
  public var caps: [Cap]
  /// The most awards in a period.
  public var times: Times?
  /// Minutes that must go by between two awards.
  public var cooldownMinutes: Int

  /// Creates limits; without arguments there are none.
  public init(
    perAward: Points? = nil, caps: [Cap] = [], times: Times? = nil, cooldownMinutes: Int = 0
  ) {
    self.perAward = perAward
    self.caps = caps
    self.times = times
    self.cooldownMinutes = cooldownMinutes
  }

  /// The most caps that one rule may have.
  ///
  /// assumption: one for each period of the calendar, and one for ever.
  public static let maximumCapCount = 7
}
