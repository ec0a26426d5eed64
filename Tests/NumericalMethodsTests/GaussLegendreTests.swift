import NumericalMethods
import Testing

struct GaussLegendreTests {
  /// Abramowitz & Stegun (1964), table 25.4: the positive abscissas and weights for n = 8.
  @Test func `eight points are those of the published table`() throws {
    let table = [
      (0.183434642495650, 0.362683783378362), (0.525532409916329, 0.313706645877887),
      (0.796666477413627, 0.222381034453374), (0.960289856497536, 0.101228536290376),
    ]
    let upper = try GaussLegendre(points: 8).points(from: -1, to: 1).suffix(4)
    for (node, expected) in zip(upper, table) {
      #expect(abs(node.point - expected.0) < 1e-15 && abs(node.weight - expected.1) < 1e-15)
    }
  }

  @Test func `five points integrate the ninth power exactly`() throws {
    // ∫ x⁹ from 1 to 2 is (2¹⁰ − 1) / 10.
    let sum = try GaussLegendre(points: 5).points(from: 1, to: 2).reduce(0.0) { sum, node in
      sum + node.weight * (0..<9).reduce(1.0) { power, _ in power * node.point }
    }
    #expect(abs(sum - 102.3) < 1e-12)
  }

  @Test(arguments: [0, 1_025]) func `no such rule is an error`(points: Int) {
    #expect(throws: NumericalError.self) { try GaussLegendre(points: points) }
  }
}
