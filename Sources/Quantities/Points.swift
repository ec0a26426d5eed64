/// A number of loyalty points, or of growth value: whole, 64 bits, checked.
public struct Points: Sendable, Hashable, Comparable, AdditiveArithmetic {
  /// The number of points.
  public var count: Int64

  /// Creates a number of points.
  public init(_ count: Int64) { self.count = count }

  /// No points.
  public static var zero: Points { Points(0) }

  /// Whether the left number is the smaller one.
  public static func < (left: Points, right: Points) -> Bool { left.count < right.count }

  /// The sum of two numbers of points.
  public static func + (left: Points, right: Points) -> Points { Points(left.count + right.count) }

  /// The difference of two numbers of points.
  public static func - (left: Points, right: Points) -> Points { Points(left.count - right.count) }
}
