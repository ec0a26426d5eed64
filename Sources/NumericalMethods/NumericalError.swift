/// A numerical function that could not give a finite, trustworthy value.
public struct NumericalError: Error, Equatable, Sendable {
  /// Why no value was given.
  public enum Reason: Equatable, Sendable {
    /// An argument lies where the function is not defined; the text says what is allowed.
    case outsideDomain(allowed: String)
    /// The value is larger than a `Double` can hold.
    case overflow
    /// The value is smaller than a `Double` can hold.
    case underflow
    /// The algorithm stopped before it reached its tolerance.
    case didNotConverge
    /// The library answered with another code.
    case gaveUp(code: Int, message: String)
  }

  /// One argument as it was passed, by name.
  public struct Argument: Equatable, Sendable {
    /// The parameter's name.
    public let name: String
    /// The value that was passed.
    public let value: Double
  }

  /// The function that was asked, as Swift callers know it.
  public let function: String
  /// The arguments of the call, in order.
  public let arguments: [Argument]
  /// Why no value was given.
  public let reason: Reason

  init(_ function: String, _ arguments: KeyValuePairs<String, Double>, _ reason: Reason) {
    self.function = function
    self.arguments = arguments.map { Argument(name: $0.key, value: $0.value) }
    self.reason = reason
  }
}

extension NumericalError: CustomStringConvertible {
  /// One sentence: the call, then the reason.
  public var description: String {
    let call = arguments.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
    return "\(function)(\(call)): \(reason.sentence)"
  }
}

extension NumericalError.Reason {
  var sentence: String {
    switch self {
    case .outsideDomain(let allowed): "outside the domain; allowed: \(allowed)"
    case .overflow: "the value is too large for a Double"
    case .underflow: "the value is too small for a Double"
    case .didNotConverge: "the algorithm did not converge"
    case .gaveUp(let code, let message): "the library answered \(code) (\(message))"
    }
  }
}
