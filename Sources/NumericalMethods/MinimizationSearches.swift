internal import CGSL

/// One search along gradients.
final class GradientSearch {
  private let call: LibraryCall
  private let objective: LibraryObjective
  private let minimizer: UnsafeMutablePointer<gsl_multimin_fdfminimizer>
  private let function: UnsafeMutablePointer<gsl_multimin_function_fdf>

  init(
    _ compute: @escaping ([Double]) -> Minimization.Slope, from start: [Double], firstStep: Double
  ) throws(NumericalError) {
    call = LibraryCall(
      "Minimization.quasiNewton", ["variables": Double(start.count), "firstStep": firstStep])
    try call.require(firstStep > 0 && start.allSatisfy(\.isFinite), "a finite start")
    let first = try LibraryVector(start, call)
    guard compute(start).value.isFinite,
      let made = gsl_multimin_fdfminimizer_alloc(
        incentive_gsl_bfgs2(), start.count)
    else { throw call.error(.outsideDomain(allowed: "a start at which the function has a value")) }
    minimizer = made
    objective = LibraryObjective(compute)
    function = .allocate(capacity: 1)
    function.initialize(to: gsl_multimin_function_fdf())
    function.pointee.f = { LibraryObjective.from($1)?.slope(at: $0).value ?? .nan }
    function.pointee.df = { point, parameters, gradient in
      GradientSearch.write(LibraryObjective.from(parameters)?.slope(at: point), to: gradient)
    }
    function.pointee.fdf = { point, parameters, value, gradient in
      let slope = LibraryObjective.from(parameters)?.slope(at: point)
      value?.pointee = slope?.value ?? .nan
      GradientSearch.write(slope, to: gradient)
    }
    function.pointee.n = start.count
    function.pointee.params = Unmanaged.passUnretained(objective).toOpaque()
    // The line search may be inexact: 0.1 is what the library's manual recommends for bfgs2.
    gsl_multimin_fdfminimizer_set(minimizer, function, first.pointer, firstStep, 0.1)
  }

  deinit {
    gsl_multimin_fdfminimizer_free(minimizer)
    function.deallocate()
  }

  private static func write(
    _ slope: Minimization.Slope?, to gradient: UnsafeMutablePointer<gsl_vector>?
  ) {
    guard let gradient else { return }
    for (index, number) in (slope?.gradient ?? []).enumerated() {
      gsl_vector_set(gradient, index, number)
    }
  }

  func run(gradientLimit: Double, maximumIterations: Int) throws(NumericalError) -> Minimum {
    var iterations = 0
    var hasConverged = isFlat(gradientLimit)
    while !hasConverged, iterations < maximumIterations {
      iterations += 1
      let status = Int(gsl_multimin_fdfminimizer_iterate(minimizer))
      hasConverged = status == Int(GSL_ENOPROG) || isFlat(gradientLimit)
      guard status == Int(GSL_SUCCESS) || hasConverged else { break }
    }
    let point = [Double](library: minimizer.pointee.x)
    let value = minimizer.pointee.f
    guard value.isFinite, point.allSatisfy(\.isFinite) else { throw call.error(.didNotConverge) }
    return Minimum(
      point: point, value: value, iterationCount: iterations, hasConverged: hasConverged)
  }

  private func isFlat(_ limit: Double) -> Bool {
    let gradient = [Double](library: minimizer.pointee.gradient)
    return gradient.reduce(0) { $0 + $1 * $1 } <= limit * limit
  }
}

/// One search by a simplex.
final class SimplexSearch {
  private let call: LibraryCall
  private let objective: LibraryObjective
  private let minimizer: UnsafeMutablePointer<gsl_multimin_fminimizer>
  private let function: UnsafeMutablePointer<gsl_multimin_function>

  init(
    _ compute: @escaping ([Double]) -> Minimization.Slope, from start: [Double], firstStep: Double
  ) throws(NumericalError) {
    call = LibraryCall(
      "Minimization.simplex", ["variables": Double(start.count), "firstStep": firstStep])
    try call.require(firstStep > 0 && start.allSatisfy(\.isFinite), "a finite start")
    let first = try LibraryVector(start, call)
    let steps = try LibraryVector(start.map { _ in firstStep }, call)
    guard compute(start).value.isFinite,
      let made = gsl_multimin_fminimizer_alloc(incentive_gsl_nmsimplex2(), start.count)
    else { throw call.error(.outsideDomain(allowed: "a start at which the function has a value")) }
    minimizer = made
    objective = LibraryObjective(compute)
    function = .allocate(capacity: 1)
    function.initialize(to: gsl_multimin_function())
    function.pointee.f = { point, parameters in
      let value = LibraryObjective.from(parameters)?.slope(at: point).value ?? .nan
      // The simplex must turn back from points without a value; the library stops at NaN.
      return value.isFinite ? value : .greatestFiniteMagnitude
    }
    function.pointee.n = start.count
    function.pointee.params = Unmanaged.passUnretained(objective).toOpaque()
    gsl_multimin_fminimizer_set(minimizer, function, first.pointer, steps.pointer)
  }

  deinit {
    gsl_multimin_fminimizer_free(minimizer)
    function.deallocate()
  }

  func run(sizeLimit: Double, maximumIterations: Int) throws(NumericalError) -> Minimum {
    var iterations = 0
    var hasConverged = false
    while !hasConverged, iterations < maximumIterations {
      iterations += 1
      guard Int(gsl_multimin_fminimizer_iterate(minimizer)) == Int(GSL_SUCCESS) else { break }
      hasConverged = gsl_multimin_fminimizer_size(minimizer) < sizeLimit
    }
    let point = [Double](library: minimizer.pointee.x)
    let value = minimizer.pointee.fval
    guard value.isFinite, value < .greatestFiniteMagnitude else {
      throw call.error(.didNotConverge)
    }
    return Minimum(
      point: point, value: value, iterationCount: iterations, hasConverged: hasConverged)
  }
}
