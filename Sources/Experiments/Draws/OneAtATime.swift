internal import CommunitySimulation
public import MemberBehavior
public import MemberPopulation
public import Quantities
public import Scenarios

/// Which assumptions could flip the verdict: each parameter at both ends of what is known of it, one at
/// a time, everything else as it is.
///
/// The runs are smaller than the one that is judged, with the seed of the scenario: what counts is by
/// how much a judged number moves against the same small run without the change, which shares all luck.
public struct OneAtATime: Sendable, Hashable {
  /// A goal or guardrail of an arm.
  public struct Line: Sendable, Hashable {
    /// The judgement by the full run.
    public let judgement: Judgement
    /// What was judged: a value, or a difference.
    public let judged: Double
  }

  /// One parameter, moved in every segment that has it.
  public struct Swing: Sendable, Hashable {
    /// The parameter's name.
    public let name: String
    /// Whether its value is an assumption in any segment.
    public let isAssumption: Bool
    /// The value at each end in the first segment that has it.
    public let low, high: Double
    /// What is judged at each end, a number a line; nothing where it is not defined there.
    public let atLow, atHigh: [Double?]
    /// Whether a line turns at an end, by the number itself.
    public let flips: Bool
  }

  /// The goals and guardrails.
  public let lines: [Line]
  /// Members of each small run.
  public let members: Int
  /// The swings, those that flip something first, then the widest.
  public let swings: [Swing]

  /// Names that flip a line.
  public var flipping: [String] { swings.filter(\.flips).map(\.name) }
}

extension OneAtATime {
  /// Runs a small scenario at every end.
  ///
  /// - Parameters:
  ///   - small: The scenario with fewer members and one replication.
  ///   - judgements: Those of the full run.
  ///   - progress: told the number of finished runs and how many there are.
  public init(
    _ small: Scenario, judgements: [Judgement], threads: Int,
    progress: (Int, Int) -> Void = { _, _ in }
  ) async throws {
    let lines = judgements.compactMap { judgement -> Line? in
      guard [.goal, .guardrail].contains(judgement.expectation.role),
        let evidence = judgement.evidence
      else { return nil }
      return Line(judgement: judgement, judged: evidence.judged)
    }
    self.lines = lines
    members = small.people.memberCount
    let moves = lines.isEmpty ? [] : small.uncertainParameters
    let base = try await small.judged(lines, threads: threads)
    var swings: [Swing] = []
    for (number, move) in moves.enumerated() {
      progress(2 * number, 2 * moves.count)
      var ends: [[Double?]] = []
      for isUpper in [false, true] {
        let moved = try await move.applied(to: small, isUpper: isUpper)
          .judged(lines, threads: threads)
        ends.append(
          lines.indices.map { line in
            guard let value = moved[line], let reference = base[line] else { return nil }
            return lines[line].judged + value - reference
          })
      }
      let flips = lines.indices.contains { line in
        ends.contains { $0[line].map { lines[line].turns(at: $0, small.currency) } ?? false }
      }
      swings.append(
        Swing(
          name: move.name, isAssumption: move.isAssumption, low: move.low, high: move.high,
          atLow: ends[0], atHigh: ends[1], flips: flips))
    }
    progress(2 * moves.count, 2 * moves.count)
    self.swings = Self.sorted(swings, lines)
  }

  /// By what the widest line moves, in units of its distance to the limit.
  private static func sorted(_ swings: [Swing], _ lines: [Line]) -> [Swing] {
    func width(_ swing: Swing) -> Double {
      lines.indices.map { line -> Double in
        let distance = max(abs(lines[line].judgement.evidence?.distance ?? 0), 1e-12)
        let ends = [swing.atLow[line], swing.atHigh[line]].compactMap(\.self)
        return (ends.map { abs($0 - lines[line].judged) }.max() ?? 0) / distance
      }.max() ?? 0
    }
    return swings.enumerated().sorted { left, right in
      let widths = (width(left.element), width(right.element))
      return (left.element.flips ? 0 : 1, -widths.0, left.offset)
        < (right.element.flips ? 0 : 1, -widths.1, right.offset)
    }.map(\.element)
  }
}

extension OneAtATime.Line {
  /// Whether a number is on the other side of the limit.
  fileprivate func turns(at value: Double, _ currency: Currency) -> Bool {
    let limits = Limits(
      judgement.expectation, reference: judgement.evidence?.reference, currency: currency)
    return limits.fail.contains(value) != limits.fail.contains(judged)
  }
}

/// A parameter that can be moved to an end, in every segment that has it.
struct ParameterMove {
  enum Name: Hashable {
    case population(PopulationParameter)
    case behavior(BehaviorParameter)
  }

  var parameter: Name
  var name: String
  var isAssumption: Bool
  var low, high: Double

  func applied(to scenario: Scenario, isUpper: Bool) -> Scenario {
    var moved = scenario
    for index in moved.people.segments.indices {
      let profile = moved.people.segments[index].profile
      switch parameter {
      case .population(let name):
        moved.people.segments[index].profile.population = profile.population.atEnd(
          name, isUpper: isUpper)
      case .behavior(let name):
        moved.people.segments[index].profile.behavior.parameters[name] =
          profile.behavior.parameters[name]?.atEnd(name, isUpper: isUpper)
      }
    }
    return moved
  }
}

extension Scenario {
  /// Parameters of which something is stated, in the order of their names' lists.
  var uncertainParameters: [ParameterMove] {
    let population = PopulationParameter.allCases.compactMap { name in
      move(.population(name), name) { profile in
        profile.population.needed.contains(name) ? profile.population.parameters[name] : nil
      }
    }
    let behavior = BehaviorParameter.allCases.compactMap { name in
      move(.behavior(name), name) { $0.behavior.parameters[name] }
    }
    return population + behavior
  }

  private func move<Name: ParameterName>(
    _ parameter: ParameterMove.Name, _ name: Name, _ find: (MemberProfile) -> Parameter?
  ) -> ParameterMove? {
    let found = people.segments.compactMap { find($0.profile) }.filter(\.hasUncertainty)
    guard let first = found.first else { return nil }
    return ParameterMove(
      parameter: parameter, name: name.rawValue,
      isAssumption: found.contains(where: \.isAssumption),
      low: first.atEnd(name, isUpper: false).value, high: first.atEnd(name, isUpper: true).value)
  }

  /// What the lines judge in a run of this scenario; nothing where it is not defined.
  fileprivate func judged(_ lines: [OneAtATime.Line], threads: Int) async throws -> [Double?] {
    let outcome = try await Run(plan: try compiled(), replications: replications)
      .execute(threads: threads)
    let comparison = try Comparison(outcome, of: self)
    let found = ExpectationJudge(comparison, currency: currency).judge(expectations)
    return lines.map { line in
      found.first {
        $0.arm == line.judgement.arm && $0.expectation == line.judgement.expectation
      }?.evidence?.judged
    }
  }
}
