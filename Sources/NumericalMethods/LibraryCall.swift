internal import CGSL

/// One call into the GNU Scientific Library (GSL), with its status turned into a typed error.
///
/// GSL's default error handler aborts the process; it is switched off once, before the first call.
struct LibraryCall {
  let function: String
  let arguments: KeyValuePairs<String, Double>

  private static let handlerIsOff: Bool = {
    _ = gsl_set_error_handler_off()
    return true
  }()

  init(_ function: String, _ arguments: KeyValuePairs<String, Double>) {
    precondition(LibraryCall.handlerIsOff, "the library's error handler must be off")
    self.function = function
    self.arguments = arguments
  }

  /// Refuses the call unless every argument is finite and `isAllowed` holds.
  func require(_ isAllowed: Bool, _ allowed: String) throws(NumericalError) {
    let isFinite = arguments.allSatisfy { $0.value.isFinite }
    guard isAllowed && isFinite else { throw error(.outsideDomain(allowed: allowed)) }
  }

  /// The value of a special function that reports its status.
  func value(
    _ compute: (UnsafeMutablePointer<gsl_sf_result>) -> CInt
  ) throws(NumericalError) -> Double {
    var result = gsl_sf_result()
    let status = compute(&result)
    guard Int(status) == Int(GSL_SUCCESS) else { throw error(reason(of: status)) }
    return try finite(result.val)
  }

  /// Passes a finite value on; a distribution function of the library says "failed" with NaN.
  func finite(_ value: Double) throws(NumericalError) -> Double {
    guard value.isFinite else { throw error(value.isNaN ? .didNotConverge : .overflow) }
    return value
  }

  func error(_ reason: NumericalError.Reason) -> NumericalError {
    NumericalError(function, arguments, reason)
  }

  private func reason(of status: CInt) -> NumericalError.Reason {
    switch Int(status) {
    case Int(GSL_EDOM): .outsideDomain(allowed: "see the library's manual")
    case Int(GSL_EOVRFLW): .overflow
    case Int(GSL_EUNDRFLW): .underflow
    case Int(GSL_EMAXITER): .didNotConverge
    default: .gaveUp(code: Int(status), message: String(cString: gsl_strerror(status)))
    }
  }
}
