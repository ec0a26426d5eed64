internal import IncentiveEngine
internal import Scenarios

/// Two scenarios of the same worlds as one: the first one's control, and the arms of both.
struct JointScenario {
  let first, second: Scenario
  let names: CompareNames

  /// Whether both have the same control.
  var isControlCommon: Bool { Self.isSame(first.arms[0].scheme, second.arms[0].scheme) }

  /// The names of arms that both have, in the first one's order; without control where it is common.
  var commonArms: [String] {
    let arms = first.arms.map(\.name).filter { name in second.arms.contains { $0.name == name } }
    return isControlCommon ? Array(arms.dropFirst()) : arms
  }

  /// All arms under the names of their files, held against the first one's control.
  var scenario: Scenario {
    var joint = first
    joint.title = "\(names.second) | \(names.first)"
    joint.arms = [first.arms[0]]
    joint.arms += first.arms.dropFirst().map { renamed($0, isSecond: false) }
    joint.arms += second.arms.dropFirst(isControlCommon ? 1 : 0).map {
      renamed($0, isSecond: true)
    }
    joint.expectations =
      first.expectations.flatMap { renamed($0, isSecond: false) }
      + second.expectations.flatMap { renamed($0, isSecond: true) }
    joint.replicationRule?.lines = first.replicationRule?.lines.flatMap(renamed) ?? []
    return joint
  }

  /// The second one's arm of a name against the first one's, in control's place, for so many
  /// replications.
  func pair(_ name: String, replications: Int) -> Scenario {
    var pair = first
    pair.replications = replications
    pair.replicationRule = nil
    pair.title = scenario.title
    pair.expectations = []
    pair.parameterDraws = nil
    pair.arms =
      first.arms.filter { $0.name == name }.map { renamed($0, isSecond: false) }
      + second.arms.filter { $0.name == name }.map { renamed($0, isSecond: true) }
    return pair
  }

  /// The name of an arm in the joint scenario.
  func name(_ name: String, isSecond: Bool) -> String {
    let control = first.arms[0].name
    guard name == control, !isSecond || isControlCommon else {
      return names.arm(name, isSecond: isSecond)
    }
    return control
  }

  private func renamed(_ arm: Arm, isSecond: Bool) -> Arm {
    let name = names.arm(arm.name, isSecond: isSecond)
    var scheme = arm.scheme
    scheme.name = name
    return Arm(name: name, scheme: scheme)
  }

  /// A line about every arm becomes a line for each arm of its own file.
  private func renamed(_ line: Expectation, isSecond: Bool) -> [Expectation] {
    let arms = (isSecond ? second : first).arms.dropFirst().map(\.name)
    return (line.arm.map { [$0] } ?? Array(arms)).map { arm in
      var renamed = line
      renamed.arm = name(arm, isSecond: isSecond)
      if case .arm(let reference) = line.reference {
        renamed.reference = .arm(name(reference, isSecond: isSecond))
      }
      return renamed
    }
  }

  /// A line about an arm is about that of each file; both files state the same rule.
  private func renamed(_ line: ReplicationRule.Line) -> [ReplicationRule.Line] {
    guard let arm = line.arm else { return [line] }
    return [false, true].map { isSecond in
      var renamed = line
      renamed.arm = name(arm, isSecond: isSecond)
      return renamed
    }
  }

  /// Whether two schemes are the same but for their names.
  private static func isSame(_ one: Scheme, _ other: Scheme) -> Bool {
    var renamed = other
    renamed.name = one.name
    return one == renamed
  }
}
