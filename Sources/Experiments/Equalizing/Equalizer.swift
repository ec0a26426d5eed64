internal import CommunitySimulation
internal import IncentiveEngine
internal import Measurement
public import Scenarios

/// Looks for the numbers that make arms equal, by runs with the same people and the same luck.
///
/// A smaller population is looked at first, all people last; what was found holds for the very run
/// that follows, as it lives through the same tasks. Any number of threads finds the same.
public struct Equalizer {
  /// Makes the scenario with a text in place of each equalization's number.
  public typealias Setting = ([(equalization: Equalization, text: String)]) throws -> Scenario

  /// The smaller population's difference may be so many times that of all people.
  static let smallTolerance = 4.0

  private let setting: Setting
  private let threads: Int
  private let progress: (Step) -> Void

  /// A run of the search that is over.
  public struct Step: Sendable, Hashable {
    /// What is looked for.
    public var equalization: Equalization
    /// Members of the run.
    public var members: Int
    /// The value that was tried.
    public var text: String
    /// The arm's metric there.
    public var value: Double
    /// The other arm's metric.
    public var reference: Double
  }

  /// Creates a search.
  ///
  /// - Parameters:
  ///   - threads: Tasks under way at once.
  ///   - setting: Makes the scenario with values in its arms' schemes.
  ///   - progress: Told every run that is over.
  public init(
    threads: Int, progress: @escaping (Step) -> Void = { _ in }, setting: @escaping Setting
  ) {
    self.threads = threads
    self.progress = progress
    self.setting = setting
  }

  /// The scenario with what was found in its schemes; as it is where nothing is looked for.
  ///
  /// - Throws: ``EqualizationFailure``; problems of a scheme; whatever `setting` throws.
  public func settled(_ scenario: Scenario) async throws -> Scenario {
    guard !scenario.equalizations.isEmpty else { return scenario }
    var found: [Equalization] = []
    for equalization in scenario.equalizations.inOrder ?? scenario.equalizations {
      found.append(try await settled(equalization, of: scenario, after: found))
    }
    var settled = try setting(Self.values(found))
    settled.equalizations = scenario.equalizations.compactMap { asked in
      found.first { $0.arm == asked.arm }
    }
    return settled
  }

  private static func values(
    _ found: [Equalization]
  ) -> [(equalization: Equalization, text: String)] {
    found.map { ($0, $0.found?.text ?? $0.grid.lowestText) }
  }

  private func settled(
    _ equalization: Equalization, of scenario: Scenario, after found: [Equalization]
  ) async throws -> Equalization {
    var settled = equalization
    let members = equalization.smallMembers(of: scenario.people)
    var small = GridRoot(
      highest: equalization.grid.highestPosition,
      tolerance: equalization.within * Self.smallTolerance)
    var start: GridRoot.Start?
    if let members {
      let outcome = try await small.search {
        try await difference(equalization, at: $0, found, members: members).relative
      }
      start = small.start(after: outcome)
    }
    var whole = GridRoot(
      highest: equalization.grid.highestPosition, tolerance: equalization.within)
    var pairs: [Int64: Difference] = [:]
    let outcome = try await whole.search(from: start) { position in
      let pair = try await difference(equalization, at: position, found, members: nil)
      pairs[position] = pair
      return pair.relative
    }
    let best: GridRoot.Sample
    var neighbor: Equalization.Neighbor?
    switch outcome {
    case .found(let sample): best = sample
    case .nearest(let sample, let other):
      best = sample
      neighbor = Equalization.Neighbor(
        text: equalization.grid.text(at: other.position), value: pairs[other.position]?.value ?? 0)
    case .noSignChange(let low, let high):
      throw EqualizationFailure.outOfRange(
        equalization, atLowest: pairs[low.position]?.value ?? 0,
        atHighest: pairs[high.position]?.value ?? 0, reference: pairs[low.position]?.reference ?? 0,
        scenario.currency)
    }
    settled.found = Equalization.Found(
      text: equalization.grid.text(at: best.position), value: pairs[best.position]?.value ?? 0,
      reference: pairs[best.position]?.reference ?? 0, smallRuns: small.samples.count,
      smallMembers: members, fullRuns: whole.samples.count, neighbor: neighbor)
    return settled
  }

  /// One run of control, the arm and its target, perhaps of fewer people.
  private func difference(
    _ equalization: Equalization, at position: Int64, _ found: [Equalization], members: Int?
  ) async throws -> Difference {
    let text = equalization.grid.text(at: position)
    var scenario = try setting(Self.values(found) + [(equalization, text)])
    if let members { scenario = try scenario.applying(Overrides(members: members)).scenario }
    scenario.arms = scenario.arms.enumerated().filter { index, arm in
      index == 0 || arm.name == equalization.arm || arm.name == equalization.target
    }.map(\.element)
    let outcome = try await Run(plan: try scenario.compiled(), replications: scenario.replications)
      .execute(threads: threads)
    func value(_ name: String) throws -> Double {
      let arm = scenario.arms.firstIndex { $0.name == name } ?? 0
      let form = equalization.metric.form
      let totals = PairTotals(outcome.tally, arm: arm)
      let base = totals.sum(form.armBase)
      guard base != 0 else { throw EqualizationFailure.undefined(equalization, arm: name) }
      return Double(totals.sum(form.arm)) / Double(base) * form.scale
    }
    let difference = Difference(
      value: try value(equalization.arm), reference: try value(equalization.target))
    progress(
      Step(
        equalization: equalization, members: scenario.people.memberCount, text: text,
        value: difference.value, reference: difference.reference))
    return difference
  }

  /// An arm's metric and its target's.
  private struct Difference {
    var value: Double
    var reference: Double

    /// As a share of the target's; where that is zero, as it is.
    var relative: Double { (value - reference) / (reference == 0 ? 1 : abs(reference)) }
  }
}

extension GridRoot {
  /// Where all people are looked at, after a search among fewer; nothing where those told nothing.
  func start(after outcome: Outcome) -> Start? {
    switch outcome {
    case .found(let sample), .nearest(let sample, _):
      slope(near: sample.position).map { Start(position: sample.position, slope: $0) }
    case .noSignChange: nil
    }
  }
}
