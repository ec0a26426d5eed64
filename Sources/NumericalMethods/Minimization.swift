internal import CGSL

/// Where a function of several variables is least, as far as the search came.
public struct Minimum: Equatable, Sendable {
  /// The variables.
  public let point: [Double]
  /// The value there.
  public let value: Double
  /// Steps taken.
  public let iterationCount: Int
  /// Whether the search ended by its own tolerance rather than by the number of steps.
  public let hasConverged: Bool
}

/// Minimizers of the GNU Scientific Library for functions of several variables.
///
/// A function that has no value at a point answers NaN or infinity there; the search turns around.
public enum Minimization {
  /// The value of a function and its gradient.
  public typealias Slope = (value: Double, gradient: [Double])

  /// Follows the gradient by the method of Broyden, Fletcher, Goldfarb and Shanno.
  ///
  /// Source: GSL 2.7.1, `gsl_multimin_fdfminimizer_vector_bfgs2`. `firstStep` is the length of the
  /// first step. The search ends where the gradient's length is at most `gradientLimit`, or where
  /// no step makes the value smaller, which rounding brings about near the minimum.
  public static func quasiNewton(
    from start: [Double], firstStep: Double = 0.1, gradientLimit: Double,
    maximumIterations: Int = 200, _ function: ([Double]) -> Slope
  ) throws(NumericalError) -> Minimum {
    try withoutActuallyEscaping(function) { (escaping) throws(NumericalError) -> Minimum in
      let search = try GradientSearch(escaping, from: start, firstStep: firstStep)
      return try search.run(gradientLimit: gradientLimit, maximumIterations: maximumIterations)
    }
  }

  /// Moves a simplex downhill (Nelder and Mead), for functions without a gradient.
  ///
  /// Source: GSL 2.7.1, `gsl_multimin_fminimizer_nmsimplex2`. The search ends where the simplex is
  /// smaller than `sizeLimit`.
  public static func simplex(
    from start: [Double], firstStep: Double = 0.5, sizeLimit: Double = 1e-6,
    maximumIterations: Int = 5000, _ function: ([Double]) -> Double
  ) throws(NumericalError) -> Minimum {
    try withoutActuallyEscaping(function) { (escaping) throws(NumericalError) -> Minimum in
      let slope: ([Double]) -> Slope = { (escaping($0), []) }
      let search = try SimplexSearch(slope, from: start, firstStep: firstStep)
      return try search.run(sizeLimit: sizeLimit, maximumIterations: maximumIterations)
    }
  }
}

/// A Swift function as the library calls it; the last point is kept, since the library asks for
/// value and gradient one after the other.
final class LibraryObjective {
  private let function: ([Double]) -> Minimization.Slope
  private var lastPoint: [Double] = []
  private var lastSlope: Minimization.Slope = (.nan, [])

  init(_ function: @escaping ([Double]) -> Minimization.Slope) { self.function = function }

  func slope(at vector: UnsafePointer<gsl_vector>?) -> Minimization.Slope {
    let point = [Double](library: vector)
    if point != lastPoint || lastPoint.isEmpty {
      lastSlope = function(point)
      lastPoint = point
    }
    return lastSlope
  }

  static func from(_ pointer: UnsafeMutableRawPointer?) -> LibraryObjective? {
    pointer.map { Unmanaged<LibraryObjective>.fromOpaque($0).takeUnretainedValue() }
  }
}

extension [Double] {
  /// The numbers of a vector of the library.
  init(library vector: UnsafePointer<gsl_vector>?) {
    guard let vector else {
      self = []
      return
    }
    self = (0..<Int(vector.pointee.size)).map { gsl_vector_get(vector, $0) }
  }
}

/// A vector of the library that is freed with its owner.
final class LibraryVector {
  let pointer: UnsafeMutablePointer<gsl_vector>

  init(_ numbers: [Double], _ call: LibraryCall) throws(NumericalError) {
    guard !numbers.isEmpty, let pointer = gsl_vector_alloc(numbers.count) else {
      throw call.error(.outsideDomain(allowed: "at least one variable"))
    }
    self.pointer = pointer
    for (index, number) in numbers.enumerated() { gsl_vector_set(pointer, index, number) }
  }

  deinit { gsl_vector_free(pointer) }
}
