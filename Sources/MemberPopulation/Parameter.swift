/// One parameter of the model of members: its value, how well it is known, and where it comes from.
public struct Parameter: Sendable, Hashable {
  /// How well a value is known.
  public enum Uncertainty: Sendable, Hashable {
    /// The published standard error of an estimate.
    case standardError(Double)
    /// The range that the source, or the assumption, allows.
    case range(Double, Double)
    /// Nothing is stated.
    case notStated
  }

  /// The value used.
  public var value: Double
  /// How well it is known.
  public var uncertainty: Uncertainty
  /// The paper, data set or standard; `assumption: …` where there is none.
  public var source: String

  /// Creates a parameter.
  public init(_ value: Double, _ uncertainty: Uncertainty, source: String) {
    self.value = value
    self.uncertainty = uncertainty
    self.source = source
  }

  /// An assumed value with the range over which it should be varied.
  public static func assumed(_ value: Double, _ low: Double, _ high: Double, _ why: String) -> Self
  {
    Parameter(value, .range(low, high), source: "assumption: \(why)")
  }

  /// The source of a value that a scenario file states without one.
  public static let scenarioSource = "scenario file"

  /// Whether the value is an assumption.
  public var isAssumption: Bool { source.hasPrefix("assumption:") }
}

/// A named parameter of one part of the model, with the values it may take.
public protocol ParameterName: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The values that make sense; anything else in a scenario is a located problem.
  var allowed: ClosedRange<Double> { get }
  /// Its unit, for documents and editors; empty for plain numbers.
  var unit: String { get }
  /// What it is, in one line.
  var summary: String { get }
}
