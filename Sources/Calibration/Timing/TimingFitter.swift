import MemberPopulation
import NumericalMethods

/// Fits the models of when customers buy.
public enum TimingFitter {
  /// Customers who bought again, below which four parameters are not fitted.
  ///
  /// assumption: with fewer than five a parameter the likelihood has no clear maximum.
  public static let leastRepeaters = 20

  /// Rows from which a large table's search begins; the last steps look at all of them.
  private static let firstRows = 20_000

  /// Fits one model by maximum likelihood.
  public static func fit(
    _ model: TimingModel, to table: HistoryTable, near start: [Double]? = nil
  ) throws(FitRefusal) -> TimingFit {
    try check(table)
    do throws(NumericalError) {
      let small = table.thinned(to: firstRows)
      let first = Ascent(model, small)
      let begin = start.map { $0.map(logarithm) } ?? bestStart(model, small, first)
      let near = try first.climbed(from: begin)
      guard small.rows.count < table.rows.count else { return summary(model, table, at: near) }
      let whole = Ascent(model, table)
      let top = whole.polished(from: near, by: first.information(at: near))
      return summary(model, table, at: top)
    } catch {
      throw .numerical("\(error)")
    }
  }

  private static func check(_ table: HistoryTable) throws(FitRefusal) {
    if let row = table.rows.first(where: { !$0.history.isPossible }) {
      throw .impossible(row.history)
    }
    guard table.customerCount > 0 else { throw .noCustomers }
    guard table.customerWeeks > 0 else { throw .noTime }
    guard table.repeaterCount >= Double(leastRepeaters) else {
      throw .tooFewRepeaters(found: Int(table.repeaterCount), needed: leastRepeaters)
    }
  }

  /// The best of a few places to begin, after the mean rate of purchases.
  private static func bestStart(
    _ model: TimingModel, _ table: HistoryTable, _ ascent: Ascent
  ) -> [Double] {
    let rate = table.repeatCount / table.customerWeeks * Double(model.stages)
    let meanWeeks = table.customerWeeks / table.customerCount
    var best: (point: [Double], value: Double) = ([], .infinity)
    for shape in [0.25, 1, 3] {
      let dropouts: [(Double, Double)] =
        model.family == .paretoNBD
        ? [(0.5, meanWeeks / 2), (1, 5 * meanWeeks)] : [(0.5, 2.0), (1, 20)]
      for (first, second) in dropouts {
        // Rates are higher than they look, since some of the customers are gone.
        let point = [shape, shape / (1.5 * rate), first, second].map(logarithm)
        let value = ascent.slope(point).value
        if value < best.value || best.point.isEmpty { best = (point, value) }
      }
    }
    return best.point
  }

  /// Profile intervals of the parameters that are hardly known; nothing for the others.
  ///
  /// A large table is thinned: where it tells so little, a part of it does, too.
  static func profiles(_ fit: TimingFit, _ table: HistoryTable) -> [ProfileInterval?] {
    let small = table.thinned(to: firstRows)
    let ascent = Ascent(fit.model, small)
    let logs = fit.values.map(logarithm)
    let top =
      small.rows.count < table.rows.count ? (try? ascent.climbed(from: logs)) ?? logs : logs
    let profile = Profile(ascent, at: top, bounds: fit.model.logBounds)
    return fit.estimates.enumerated().map { index, estimate in
      guard let error = estimate.logStandardError, error > TimingModel.weakError else { return nil }
      return profile.interval(index, error: error)
    }
  }

  private static func summary(
    _ model: TimingModel, _ table: HistoryTable, at top: [Double]
  ) -> TimingFit {
    let ascent = Ascent(model, table)
    let (estimates, covariance) = ascent.estimated(at: top)
    let edges = ascent.edges(of: top)
    var warnings = edges.map { TimingWarning.atEdge(model.parameters[$0]) }
    if edges.isEmpty, covariance == nil { warnings.append(.flat) }
    if let covariance { warnings += model.weakParameters(covariance) }
    let height = TimingObjective(model: model, table: table).sum(top).value
    return TimingFit(
      model: model, estimates: estimates, logCovariance: covariance,
      logLikelihood: height + model.gapTerm(table), warnings: warnings)
  }
}

extension Ascent {
  init(_ model: TimingModel, _ table: HistoryTable) {
    let objective = TimingObjective(model: model, table: table)
    self.init(
      { logs in
        let sum = objective.sum(logs)
        return (sum.value, (0..<4).map { sum.gradient[$0] })
      }, bounds: model.logBounds, customers: table.customerCount)
  }
}

extension TimingModel {
  /// The logarithms of what a population may have.
  var logBounds: [ClosedRange<Double>] {
    parameters.map { parameter in
      let allowed = parameter.allowed
      return logarithm(allowed.lowerBound)...logarithm(allowed.upperBound)
    }
  }

  /// Parameters that are hardly known, and pairs of which each alone is hardly known while their
  /// ratio is.
  func weakParameters(_ covariance: SymmetricMatrix) -> [TimingWarning] {
    [(0, 1), (2, 3)].flatMap { first, second -> [TimingWarning] in
      let errors = [first, second].map { covariance[$0, $0].squareRoot() }
      // a/(a+b) has the relative error of the difference of the logarithms, less where b is small.
      let ratio =
        (covariance[first, first] + covariance[second, second] - 2 * covariance[first, second])
        .squareRoot()
      let worst = max(errors[0], errors[1])
      guard worst > Self.weakError else { return [] }
      let pair = [parameters[first], parameters[second]]
      if ratio < worst / 2 {
        return [.weaklyIdentified(pair[0], pair[1], errors: errors, ratioError: ratio)]
      }
      return zip(pair, errors).filter { $1 > Self.weakError }.map { .hardlyKnown($0, error: $1) }
    }
  }

  /// A relative standard error beyond which a parameter alone is called hardly known.
  ///
  /// assumption: at one quarter the 95% interval is about the value times or over 1.6.
  static let weakError = 0.25
}
