public import MemberPopulation

extension BehaviorProfile {
  /// The profile as a draw of parameters has it.
  public func drawn(_ luck: ParameterLuck) -> BehaviorProfile {
    var drawn = self
    for name in BehaviorParameter.allCases {
      drawn.parameters[name] = parameters[name]?.drawn(name, luck)
    }
    return drawn
  }
}
