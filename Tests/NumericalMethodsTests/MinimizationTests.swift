import Foundation
import NumericalMethods
import Testing

struct MinimizationTests {
  /// Rosenbrock's valley, least at (1, 1).
  private static func valley(_ point: [Double]) -> Minimization.Slope {
    let (x, y) = (point[0], point[1])
    let rise = y - x * x
    return (
      (1 - x) * (1 - x) + 100 * rise * rise,
      [-2 * (1 - x) - 400 * x * rise, 200 * rise]
    )
  }

  @Test func `both minimizers find the end of Rosenbrock's valley`() throws {
    let byGradient = try Minimization.quasiNewton(
      from: [-1.2, 1], gradientLimit: 1e-9, Self.valley)
    #expect(byGradient.hasConverged)
    #expect(byGradient.point.allSatisfy { abs($0 - 1) < 1e-7 })
    let bySimplex = try Minimization.simplex(from: [-1.2, 1]) { Self.valley($0).value }
    #expect(bySimplex.hasConverged)
    #expect(bySimplex.point.allSatisfy { abs($0 - 1) < 1e-4 })
  }

  @Test func `a search turns back from where the function has no value`() throws {
    // x − log x is least at 1 and has no value below 0.
    let slope: ([Double]) -> Minimization.Slope = { ($0[0] - log($0[0]), [1 - 1 / $0[0]]) }
    let byGradient = try Minimization.quasiNewton(
      from: [0.01], firstStep: 1, gradientLimit: 1e-8, slope)
    #expect(abs(byGradient.point[0] - 1) < 1e-6)
    let bySimplex = try Minimization.simplex(from: [0.3], firstStep: 2) { slope($0).value }
    #expect(abs(bySimplex.point[0] - 1) < 1e-4)
  }

  @Test func `a start without a value, without variables or without a finite place is refused`() {
    for start in [[-1.0], [], [Double.nan]] {
      #expect(throws: NumericalError.self) {
        try Minimization.quasiNewton(from: start, gradientLimit: 1e-8) { point in
          (point.map { log($0) }.reduce(0, +), point.map { 1 / $0 })
        }
      }
    }
  }

  @Test func `a search that may not go on says that it is not done`() throws {
    let search = try Minimization.quasiNewton(
      from: [-1.2, 1], gradientLimit: 1e-12, maximumIterations: 2, Self.valley)
    #expect(!search.hasConverged)
    #expect(search.iterationCount == 2)
  }
}
