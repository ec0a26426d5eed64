public import Quantities

/// What people send back of what they buy.
public struct Returns: Sendable, Hashable {
  /// A segment or a category with a rate of its own.
  public struct Exception: Sendable, Hashable {
    /// The segment's or the category's name.
    public var name: String
    /// The share of its lines that come back.
    public var rate: Rate

    /// Creates an exception.
    public init(name: String, rate: Rate) {
      self.name = name
      self.rate = rate
    }
  }

  /// The share of lines that come back; in amount mode an order is one line.
  public var rate: Rate
  /// Days from the order to the return, the first and the last.
  public var days: ClosedRange<Int>
  /// Of the orders of which something comes back, the share that comes back whole.
  public var wholeShare: Rate
  /// The share of the cost of returned goods that is lost.
  public var writtenOff: Rate
  /// Segments with a rate of their own.
  public var segments: [Exception]
  /// Categories with a rate of their own, whatever the segment.
  public var categories: [Exception]

  /// When returns come unless a file says otherwise: within the 7 days in which whoever bought at a
  /// distance in China may withdraw without a reason (Consumer Protection Law, article 25).
  public static let usualDays = 1...7

  /// Creates the returns.
  public init(
    rate: Rate, days: ClosedRange<Int> = Returns.usualDays, wholeShare: Rate = .zero,
    writtenOff: Rate = .zero, segments: [Exception] = [], categories: [Exception] = []
  ) {
    self.rate = rate
    self.days = days
    self.wholeShare = wholeShare
    self.writtenOff = writtenOff
    self.segments = segments
    self.categories = categories
  }
}
