/// Which stream an occasion belongs to; the order settles ties within one minute.
public enum OccasionStream: UInt8, Sendable, Hashable, CaseIterable {
  /// Baseline demand: the renewal process of the customer-base model.
  case need
  /// A visit that ends in an order only if something is offered.
  case impulse
  /// A visit that an opened message brings; converts as an impulse does, or a share as any visit.
  case message
}

/// A moment at which a person could buy, the same in every arm; 48 bytes.
public struct Occasion: Sendable, Hashable {
  /// The uniform mark: the occasion becomes an order when it is below the acceptance.
  public var mark: Double
  /// The basket at list price, in minor units.
  public var listMinor: Int64
  /// What the basket's goods cost the merchant, in minor units.
  public var costMinor: Int64
  /// The minute, in minutes of the program's calendar.
  public var minute: Int32
  /// The person's position in the community.
  public var person: UInt32
  /// The index in its stream: need n, visit n, or (campaign, day).
  public var index: UInt32
  /// Where the basket's lines begin.
  public var firstLine: UInt32
  /// How many lines the basket has.
  public var lineCount: UInt16
  /// The stream.
  public var stream: OccasionStream
  /// Whether a person still alive as a customer drops out at this need (BG, MBG).
  public var endsLife: Bool
  /// The number of the channel whose message brought the visit, where it is counted.
  public var channel: UInt8?
  /// Whether the visit comes only in the mind: wear kept the message that would bring it unopened.
  public var isWornAway = false

  /// Creates an occasion with an empty basket.
  public init(
    minute: Int32, person: UInt32, stream: OccasionStream, index: UInt32, mark: Double,
    endsLife: Bool = false
  ) {
    self.minute = minute
    self.person = person
    self.stream = stream
    self.index = index
    self.mark = mark
    self.endsLife = endsLife
    listMinor = 0
    costMinor = 0
    firstLine = 0
    lineCount = 0
  }
}
