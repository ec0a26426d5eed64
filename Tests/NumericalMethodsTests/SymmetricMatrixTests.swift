import NumericalMethods
import Testing

struct SymmetricMatrixTests {
  @Test func `an inverse by hand`() throws {
    // [[4, 2], [2, 3]] has determinant 8.
    let matrix = SymmetricMatrix(rows: [[4, 2], [2, 3]])
    let inverse = try #require(matrix.inverse())
    let expected = [0.375, -0.25, -0.25, 0.5]
    #expect(zip(inverse.rows.joined(), expected).allSatisfy { abs($0 - $1) < 1e-15 })
    let solution = try #require(matrix.solved([8, 8]))
    #expect(zip(solution, [1, 2]).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(matrix.quadraticForm([1, -1]) == 3)
    #expect(matrix.lowerTriangle()?[1][0] == 1)
  }

  @Test func `what is not positive definite has no inverse`() {
    #expect(SymmetricMatrix(rows: [[1, 2], [2, 1]]).inverse() == nil)
    #expect(SymmetricMatrix(rows: [[1, 1], [1, 1]]).inverse() == nil)
    #expect(SymmetricMatrix(rows: [[0]]).inverse() == nil)
    #expect(SymmetricMatrix(rows: [[.nan]]).inverse() == nil)
  }
}
