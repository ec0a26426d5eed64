/// How the errors of estimates go together: the covariance of the logarithms of parameters that were
/// estimated from the same data.
///
/// Draws of parameters need it where two of them are hardly known apart but well together, as a and
/// b of BG/NBD are.
public struct LogCovariance: Sendable, Hashable {
  /// The parameters, in the order of rows and columns.
  public var parameters: [PopulationParameter]
  /// The covariance, row by row.
  public var rows: [[Double]]

  /// Creates a covariance.
  ///
  /// - Precondition: as many rows and columns as parameters.
  public init(of parameters: [PopulationParameter], rows: [[Double]]) {
    precondition(
      rows.count == parameters.count && rows.allSatisfy { $0.count == parameters.count },
      "a covariance is square")
    self.parameters = parameters
    self.rows = rows
  }

  /// The standard error of a parameter's logarithm; nothing if the covariance is not about it.
  public func logStandardError(_ parameter: PopulationParameter) -> Double? {
    parameters.firstIndex(of: parameter).map { rows[$0][$0].squareRoot() }
  }
}
