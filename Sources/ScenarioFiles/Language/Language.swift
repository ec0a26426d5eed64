internal import IncentiveEngine
internal import MemberBehavior
internal import MemberPopulation
internal import Scenarios

/// The parts of the language that are read again and again, made once.
enum Language {
  /// The whole file.
  static let scenario = Form<Scenario>.scenario
  /// A scheme; arms read it again with what they set.
  static let scheme = Form<Scheme>.scheme
  /// One preset of the file.
  static let preset = PresetDecoder.shape
  /// The parameters of who members are.
  static let population = forms(of: PopulationParameter.self)
  /// The parameters of how members react.
  static let behavior = forms(of: BehaviorParameter.self)

  private static func forms<Name: ParameterName>(of: Name.Type) -> [Name: Form<Parameter>] {
    Dictionary(uniqueKeysWithValues: Name.allCases.map { ($0, .parameter(of: $0)) })
  }
}
