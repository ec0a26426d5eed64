import Dispatch

/// The log-likelihood of all customers, with its derivatives by the logarithms of the parameters.
struct LikelihoodSum: Sendable {
  var value = 0.0
  var gradient = SIMD4<Double>()

  static func += (left: inout Self, right: Self) {
    left.value += right.value
    left.gradient += right.gradient
  }
}

/// Adds the likelihood over a table of histories, on as many processors as there are.
///
/// Chunks have a fixed size and are added in order: the sum has the same bits on any number of them.
struct TimingObjective: Sendable {
  private static let chunkSize = 4096

  let model: TimingModel
  let table: HistoryTable

  /// The sum at the logarithms of the parameters.
  func sum(_ logs: [Double]) -> LikelihoodSum {
    let parameters = SIMD4(
      exponential(logs[0]), exponential(logs[1]), exponential(logs[2]), exponential(logs[3]))
    let likelihood = model.likelihood(parameters, mostRepeats: table.mostRepeats)
    var total = LikelihoodSum()
    for part in Chunks.map(table.rows.count, size: Self.chunkSize, { add($0, likelihood) }) {
      total += part
    }
    total.gradient *= parameters
    return total
  }

  private func add(_ range: Range<Int>, _ likelihood: any TimingLikelihood) -> LikelihoodSum {
    switch likelihood {
    case let renewal as RenewalLikelihood: add(range, of: renewal)
    case let pareto as ParetoLikelihood: add(range, of: pareto)
    default: add(range, of: likelihood)
    }
  }

  /// Without a table of methods between the loop and the arithmetic.
  @inline(__always) private func add(
    _ range: Range<Int>, of likelihood: some TimingLikelihood
  ) -> LikelihoodSum {
    var sum = LikelihoodSum()
    for row in table.rows[range] {
      let term = likelihood.term(row.history)
      sum.value += row.count * term.value
      sum.gradient += row.count * term.gradient
    }
    return sum
  }
}

/// Work in pieces of a fixed size, on as many processors as there are; results in order.
enum Chunks {
  /// The results of the pieces of 0 ..< count.
  static func map<Result: Sendable>(
    _ count: Int, size: Int, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let pieces = (count + size - 1) / size
    let piece = { @Sendable (index: Int) in index * size..<min(count, (index + 1) * size) }
    guard pieces > 1 else { return pieces == 0 ? [] : [body(piece(0))] }
    return [Result](unsafeUninitializedCapacity: pieces) { buffer, filled in
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: pieces) { index in
        places.initializeElement(at: index, to: body(piece(index)))
      }
      filled = pieces
    }
  }
}
