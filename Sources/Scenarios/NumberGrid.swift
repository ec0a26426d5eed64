/// A number inside a text, such as that of `15%` or `1.5 per ¥1`, and the values that it may have.
///
/// Positions are counted from 0, the lowest value; every one is a whole number of steps above it.
public struct NumberGrid: Sendable, Hashable {
  /// What stands before the number.
  public let before: String
  /// What stands after the number.
  public let after: String
  /// Digits after the point.
  public let decimals: Int
  /// The lowest value, in units of the last digit.
  public let lowest: Int64
  /// From one value to the next, in units of the last digit; above zero.
  public let step: Int64
  /// The position of the highest value; above zero.
  public let highestPosition: Int64

  /// Creates the values of a number between two texts.
  public init(
    before: String, after: String, decimals: Int, lowest: Int64, step: Int64, highestPosition: Int64
  ) {
    precondition(decimals >= 0 && lowest >= 0 && step > 0 && highestPosition > 0, "a grid")
    self.before = before
    self.after = after
    self.decimals = decimals
    self.lowest = lowest
    self.step = step
    self.highestPosition = highestPosition
  }

  /// How many values there are.
  public var count: Int64 { highestPosition + 1 }

  /// The text with the value of a position, as a scenario file states it.
  public func text(at position: Int64) -> String {
    let digits = String(lowest + position * step)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    var fraction = padded.suffix(decimals)
    while fraction.last == "0" { fraction.removeLast() }
    return before + padded.dropLast(decimals) + (fraction.isEmpty ? "" : "." + fraction) + after
  }

  /// The text of the lowest value.
  public var lowestText: String { text(at: 0) }
  /// The text of the highest value.
  public var highestText: String { text(at: highestPosition) }
}
