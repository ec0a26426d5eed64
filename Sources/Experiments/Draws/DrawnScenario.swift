internal import MemberBehavior
internal import MemberPopulation
public import Scenarios

extension Scenario {
  /// The scenario of one draw of its parameters, counted from 1: the same arms and people in number,
  /// parameters from what is known of them, and luck of its own that all its arms share.
  public func drawn(_ draw: Int) -> Scenario {
    let luck = ParameterLuck(seed: seed, draw: draw)
    var drawn = self
    drawn.seed = luck.seed
    drawn.parameterDraws = nil
    drawn.people.segments = people.segments.map { segment in
      var segment = segment
      segment.profile.population = segment.profile.population.drawn(luck)
      segment.profile.behavior = segment.profile.behavior.drawn(luck)
      return segment
    }
    return drawn
  }
}

/// Which parameters a draw moves, and which it must leave.
public struct DrawnParameters: Sendable, Hashable {
  /// Parameters with a range, a standard error or a covariance, over all segments.
  public let drawnCount: Int
  /// Parameters in use of which nothing is stated, as segment and name: they stay at their values.
  ///
  /// A reaction at zero is one that the preset leaves out, and none of these.
  public let held: [String]
}

extension DrawnParameters {
  /// Looks at every segment of a scenario.
  public init(_ scenario: Scenario) {
    var count = 0
    var held: [String] = []
    for segment in scenario.people.segments {
      for (name, parameter) in Self.all(of: segment.profile) {
        if parameter.hasUncertainty {
          count += 1
        } else if parameter.value != 0 {
          held.append("\(segment.name): \(name)")
        }
      }
    }
    drawnCount = count
    self.held = held
  }

  private static func all(of profile: MemberProfile) -> [(name: String, parameter: Parameter)] {
    let population = profile.population.needed.compactMap { name in
      profile.population.parameters[name].map { (name.rawValue, $0) }
    }
    return population
      + BehaviorParameter.allCases.compactMap { name in
        profile.behavior.parameters[name].map { (name.rawValue, $0) }
      }
  }
}
