import Quantities

extension Scheme {
  /// The most points of one program that a point of the other may bring.
  ///
  /// assumption: far above what merchants agree on, far below where sums of 64 bits overflow.
  private static let maximumYield: Int128 = 1000
  /// The most minor units of money that settle one point.
  ///
  /// assumption: as for the yield.
  private static let maximumSettlement: Int128 = 10_000

  /// What is wrong with the exchange of points.
  var exchangeProblems: [SchemeProblem] {
    var list = ProblemList()
    list.require(
      exchanges.isEmpty || points != nil, "exchange", "exchanges points, but the scheme has none")
    list.requireUnique(exchanges.map { "\($0.partner)-\($0.direction)" }, "exchange")
    for rule in exchanges {
      let path = "exchange.\(rule.partner)"
      list.require(rule.step > .zero && rule.yield > .zero, path, "must exchange points for points")
      list.require(amount: rule.step.count, path)
      list.require(amount: rule.yield.count, path)
      list.require(amount: rule.minimum.count, path)
      list.require(amount: rule.settlement.minor, path)
      list.require(
        Int128(rule.yield.count) <= Self.maximumYield * Int128(rule.step.count), path,
        "a point brings more than \(Self.maximumYield)")
      list.require(
        Int128(rule.settlement.minor) <= Self.maximumSettlement * Int128(rule.step.count), path,
        "a point is settled for more than \(Self.maximumSettlement) minor units of money")
      list.require(rule.fee, path)
      list.require(rule.fee < .one, path, "the fee must leave something")
      list.require(!gainsByReturning(rule), path, "points that go and come back would be more")
    }
    return list.problems
  }

  /// Whether points would grow by going to the partner and back, the fees left aside.
  private func gainsByReturning(_ rule: ExchangeRule) -> Bool {
    exchanges.contains { other in
      guard rule.direction == .out, other.direction == .in, other.partner == rule.partner else {
        return false
      }
      return Int128(rule.yield.count) * Int128(other.yield.count)
        > Int128(rule.step.count) * Int128(other.step.count)
    }
  }
}
