internal import CGSL

/// Gauss–Legendre quadrature: exact for polynomials up to degree 2n − 1 with n points.
///
/// Source: GSL 2.7.1, `gsl_integration_glfixed_table_alloc` and `gsl_integration_glfixed_point`;
/// points and weights of 1 to 20 and of larger tabulated numbers are correct to 27 digits.
public struct GaussLegendre: Equatable, Sendable {
  /// A point of the interval from −1 to 1, and its weight.
  struct Node: Equatable, Sendable {
    var point, weight: Double
  }

  let nodes: [Node]

  /// The rule with this many points, from 1 to 1,024 (the largest number that the library tabulates).
  public init(points: Int) throws(NumericalError) {
    let call = LibraryCall("GaussLegendre", ["points": Double(points)])
    try call.require((1...1_024).contains(points), "1 <= points <= 1024")
    guard let table = gsl_integration_glfixed_table_alloc(points) else {
      throw call.error(.gaveUp(code: Int(GSL_ENOMEM), message: "no table"))
    }
    defer { gsl_integration_glfixed_table_free(table) }
    nodes = (0..<points).map { index in
      var node = Node(point: 0, weight: 0)
      gsl_integration_glfixed_point(-1, 1, index, &node.point, &node.weight, table)
      return node
    }
  }

  /// The points between two ends, in order, each with its weight; the weights sum to the distance.
  public func points(from lower: Double, to upper: Double) -> [(point: Double, weight: Double)] {
    let (middle, half) = ((lower + upper) / 2, (upper - lower) / 2)
    return nodes.map { (middle + half * $0.point, half * $0.weight) }
  }
}
