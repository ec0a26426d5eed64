/// A small symmetric matrix: Hessians and covariances.
public struct SymmetricMatrix: Equatable, Sendable {
  /// The number of rows.
  public let size: Int
  /// All entries, row by row.
  private var entries: [Double]

  /// The zero matrix.
  public init(size: Int) {
    self.size = size
    entries = Array(repeating: 0, count: size * size)
  }

  /// A matrix from its rows; the mean of both triangles where they differ by rounding.
  ///
  /// - Precondition: as many columns as rows.
  public init(rows: [[Double]]) {
    precondition(rows.allSatisfy { $0.count == rows.count }, "a matrix is square")
    self.init(size: rows.count)
    for row in 0..<size {
      for column in 0...row {
        self[row, column] = (rows[row][column] + rows[column][row]) / 2
      }
    }
  }

  /// The entry in a row and a column; setting one sets its mirror image.
  public subscript(row: Int, column: Int) -> Double {
    get { entries[row * size + column] }
    set {
      entries[row * size + column] = newValue
      entries[column * size + row] = newValue
    }
  }

  /// The rows.
  public var rows: [[Double]] {
    (0..<size).map { row in (0..<size).map { self[row, $0] } }
  }

  /// The lower triangle L with L·Lᵀ the matrix (Cholesky); nothing unless positive definite.
  public func lowerTriangle() -> [[Double]]? {
    var lower = Array(repeating: Array(repeating: 0.0, count: size), count: size)
    for row in 0..<size {
      for column in 0...row {
        var rest = self[row, column]
        for inner in 0..<column { rest -= lower[row][inner] * lower[column][inner] }
        guard row == column else {
          lower[row][column] = rest / lower[column][column]
          continue
        }
        // Less than rounding leaves of the diagonal is not positive.
        guard rest > abs(self[row, row]) * 1e-14, rest.isFinite else { return nil }
        lower[row][row] = rest.squareRoot()
      }
    }
    return lower
  }

  /// The solution of matrix · x = `right`; nothing unless positive definite.
  public func solved(_ right: [Double]) -> [Double]? {
    guard let lower = lowerTriangle() else { return nil }
    var solution = right
    for row in 0..<size {
      for inner in 0..<row { solution[row] -= lower[row][inner] * solution[inner] }
      solution[row] /= lower[row][row]
    }
    for row in (0..<size).reversed() {
      for inner in row + 1..<size { solution[row] -= lower[inner][row] * solution[inner] }
      solution[row] /= lower[row][row]
    }
    return solution
  }

  /// The inverse; nothing unless positive definite.
  public func inverse() -> SymmetricMatrix? {
    var columns: [[Double]] = []
    for column in 0..<size {
      let unit = (0..<size).map { $0 == column ? 1.0 : 0.0 }
      guard let solution = solved(unit) else { return nil }
      columns.append(solution)
    }
    return SymmetricMatrix(rows: columns)
  }

  /// weightsᵀ · matrix · weights: the variance of a weighted sum.
  public func quadraticForm(_ weights: [Double]) -> Double {
    var sum = 0.0
    for row in 0..<size {
      for column in 0..<size { sum += weights[row] * self[row, column] * weights[column] }
    }
    return sum
  }
}
