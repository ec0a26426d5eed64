import MemberPopulation

/// Customers as a mixture of segments, each with the same model and parameters of its own.
public struct SegmentFit: Sendable {
  /// One segment.
  public struct Segment: Sendable {
    /// Its share of the customers.
    public let share: Double
    /// Its model.
    public let fit: TimingFit
  }

  /// The segments, the largest first.
  public let segments: [Segment]
  /// The log-likelihood of the mixture.
  public let logLikelihood: Double
  /// The Bayesian information criterion, −2 log L + parameters · log n (Schwarz 1978); less is
  /// better.
  public let bic: Double
  /// The criterion by number of segments, from one, as far as they were tried.
  public let tried: [Double]
}

/// Splits customers into segments by expectation and maximization (Dempster, Laird & Rubin 1977).
enum SegmentFitter {
  /// The most segments that are tried.
  ///
  /// assumption: more than five kinds of customers are nobody's marketing plan.
  static let most = 5
  /// Rounds of expectation and maximization.
  ///
  /// assumption: past these the likelihood changes by less than what decides between counts.
  private static let rounds = 60

  /// As many segments as the criterion prefers; the search ends with the first that it does not.
  static func best(_ whole: TimingFit, _ table: HistoryTable) throws(FitRefusal) -> SegmentFit {
    var best = try fit(1, whole, table)
    var tried = [best.bic]
    for count in 2...most {
      guard let next = try? fit(count, whole, table) else { break }
      tried.append(next.bic)
      guard next.bic < best.bic else { break }
      best = next
    }
    return SegmentFit(
      segments: best.segments, logLikelihood: best.logLikelihood, bic: best.bic, tried: tried)
  }

  /// So many segments.
  static func fit(
    _ count: Int, _ whole: TimingFit, _ table: HistoryTable
  ) throws(FitRefusal) -> SegmentFit {
    let small = table.thinned(to: 20_000)
    var mixture = Mixture(whole, table: small, count: count)
    if count > 1 {
      for _ in 0..<rounds {
        let before = mixture.logLikelihood
        try mixture.improve()
        if mixture.logLikelihood - before < 1e-3 { break }
      }
      if small.rows.count < table.rows.count { mixture = try mixture.over(table) }
    }
    let parameters = Double(5 * count - 1)
    let bic = -2 * mixture.logLikelihood + parameters * logarithm(table.customerCount)
    let order = mixture.shares.indices.sorted { mixture.shares[$0] > mixture.shares[$1] }
    return SegmentFit(
      segments: order.map { .init(share: mixture.shares[$0], fit: mixture.fits[$0]) },
      logLikelihood: mixture.logLikelihood, bic: bic, tried: [bic])
  }
}

/// A mixture on its way up.
private struct Mixture {
  var shares: [Double]
  var fits: [TimingFit]
  private(set) var logLikelihood = -Double.infinity
  private let table: HistoryTable
  private let model: TimingModel
  /// For each segment, the share of each row that belongs to it.
  private var weights: [[Double]] = []

  /// Begins with customers cut by how often they buy: rows stand in the order of repeats.
  init(_ whole: TimingFit, table: HistoryTable, count: Int) {
    self.table = table
    model = whole.model
    shares = Array(repeating: 1 / Double(count), count: count)
    fits = Array(repeating: whole, count: count)
    let rates = table.rows.map { row in
      (Double(row.history.repeats) + 0.5) / (row.history.lengthWeeks + 4)
    }
    let order = rates.indices.sorted { rates[$0] < rates[$1] }
    var place = Array(repeating: 0.0, count: rates.count)
    var seen = 0.0
    for index in order {
      place[index] = seen / table.customerCount
      seen += table.rows[index].count
    }
    // Soft edges: nobody is wholly of one segment, so none is empty.
    weights = (0..<count).map { segment in
      place.map {
        min(Int($0 * Double(count)), count - 1) == segment ? 0.8 : 0.2 / Double(count - 1)
      }
    }
    if count == 1 { expect() }
  }

  /// One round: the segments' fits from the shares of rows, and those from the fits.
  mutating func improve() throws(FitRefusal) {
    for segment in shares.indices {
      let counts = zip(table.rows, weights[segment]).map { $0.count * $1 }
      shares[segment] = counts.reduce(0, +) / table.customerCount
      let own = table.reweighted(counts)
      guard own.repeaterCount >= Double(TimingFitter.leastRepeaters) else {
        throw .tooManySegments(shares.count)
      }
      let isFirst = logLikelihood == -.infinity
      fits[segment] = try TimingFitter.fit(
        model, to: own, near: isFirst ? nil : fits[segment].values)
    }
    expect()
  }

  /// The same mixture over another table.
  func over(_ table: HistoryTable) throws(FitRefusal) -> Mixture {
    var mixture = Mixture(fits[0], table: table, count: shares.count)
    mixture.shares = shares
    mixture.fits = fits
    mixture.expect()
    try mixture.improve()
    return mixture
  }

  /// To which segment each row belongs, by Bayes's rule, and the likelihood of it all.
  private mutating func expect() {
    let likelihoods = fits.map {
      model.likelihood($0.parameters, mostRepeats: table.mostRepeats)
    }
    let logShares = shares.map(logarithm)
    let (rows, count) = (table.rows, shares.count)
    let parts = Chunks.map(rows.count, size: 4096) { range in
      range.map { index -> [Double] in
        let terms = (0..<count).map {
          logShares[$0] + likelihoods[$0].term(rows[index].history).value
        }
        let sum = terms.reduce(-.infinity, logOfSum)
        return terms.map { exponential($0 - sum) } + [sum * rows[index].count]
      }
    }
    logLikelihood = model.gapTerm(table)
    weights = Array(repeating: [], count: count)
    for row in parts.joined() {
      for segment in 0..<count { weights[segment].append(row[segment]) }
      logLikelihood += row[count]
    }
  }
}
