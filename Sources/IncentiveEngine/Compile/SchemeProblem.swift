import Quantities

/// One thing that is wrong with a scheme, at the key where a planner can mend it.
public struct SchemeProblem: Sendable, Hashable {
  /// The key below `scheme`, such as `tiers.silver.threshold`; lists are addressed by name.
  public var path: String
  /// What is wrong, and what would be right.
  public var message: String

  /// Creates a problem.
  public init(path: String, message: String) {
    self.path = path
    self.message = message
  }
}

/// Everything that is wrong with a scheme; never empty.
public struct SchemeProblems: Error, Sendable, Hashable {
  /// The problems, in the order of the scheme's parts.
  public var problems: [SchemeProblem]
}

extension Scheme {
  /// Everything that is wrong with the scheme, all at once; empty if it can be compiled.
  public var problems: [SchemeProblem] {
    pointsProblems + growthProblems + tierProblems + multiplierProblems + offerProblems
      + depositProblems + rewardProblems + stampProblems + budgetProblems + groupProblems
      + refundProblems + exchangeProblems + giftProblems
      + privilegeProblems + activationProblems + expiryProblems + tagProblems
      + contactProblems + referralProblems + journeyProblems + riskProblems
  }

  /// The scheme as a flat program for the engine.
  ///
  /// - Throws: ``SchemeProblems`` with every problem, if there is any.
  public func compile() throws(SchemeProblems) -> CompiledScheme {
    let problems = problems
    guard problems.isEmpty else { throw SchemeProblems(problems: problems) }
    return CompiledScheme(checked: self)
  }
}

/// Collects problems below one key.
struct ProblemList {
  private(set) var problems: [SchemeProblem] = []

  /// Adds a problem unless what must hold holds.
  mutating func require(_ holds: Bool, _ path: String, _ message: String) {
    if !holds { problems.append(SchemeProblem(path: path, message: message)) }
  }

  /// Every number of a rule lies between zero and a bound under which no product overflows.
  mutating func require(_ rate: Rate, _ path: String) {
    require(rate >= .zero, path, "must not be negative")
    require(
      rate.numerator <= Scheme.maximumRateTerm && rate.denominator <= Scheme.maximumRateTerm, path,
      "is too large or too finely divided: at most \(Scheme.maximumRateTerm) over as much")
  }

  /// An amount of money or points lies between zero and the largest one.
  mutating func require(amount: Int64, _ path: String) {
    require(amount >= 0, path, "must not be negative")
    require(amount <= Scheme.maximumAmount, path, "must be at most \(Scheme.maximumAmount)")
  }

  /// Names address the rules of a list, so each is there once.
  mutating func requireUnique(_ names: [String], _ path: String) {
    for (position, name) in names.enumerated() {
      require(!name.isEmpty, "\(path).\(position + 1)", "needs a name")
      require(
        !names[..<position].contains(name), "\(path).\(name)", "the name is there more than once")
    }
  }
}

extension Scheme {
  /// The largest amount of money or points in a rule: 10¹² minor units.
  ///
  /// assumption: far above any real rule, far below where sums overflow.
  public static let maximumAmount: Int64 = 1_000_000_000_000
  /// The largest number above or below the line of a rate in a rule: 10⁶.
  ///
  /// assumption: as for amounts.
  public static let maximumRateTerm: Int64 = 1_000_000
}
