internal import MemberBehavior
internal import MemberPopulation
internal import Scenarios

/// `parameters:` — how often the parameters of the people are drawn from what is known of them.
extension Form where Value == Int {
  static var parameterDraws: Form {
    ObjectForm(
      "parameters", "How what is not known of the parameters is looked at.",
      keys: .required(
        "draws", .integer(2...1000, example: "50"),
        "Runs with parameters drawn from their ranges, standard errors and covariances; the spread "
          + "of their results is the uncertainty (c).")
    ) { _, _, draws in draws }.form
  }
}

extension People {
  /// Whether there is anything to draw from; a problem at the key otherwise.
  func checkDraws(_ node: LocatedNode, _ reading: Reading, isSmallModel: Bool) -> Bool {
    guard !isSmallModel else {
      reading.report(
        node.place, "the small model has no parameters of members that could be drawn",
        hint: "remove parameters:, or write occasions: renewal")
      return false
    }
    guard segments.contains(where: { $0.profile.hasUncertainty }) else {
      reading.report(
        node.place, "no parameter of the people has a range, a standard error or a covariance",
        hint: "use presets that carry ranges, or write { value: 2, range: [1, 3] } for a parameter")
      return false
    }
    return true
  }
}

extension MemberProfile {
  /// Whether anything is stated on how well any of its parameters is known.
  fileprivate var hasUncertainty: Bool {
    population.parameters.values.contains(where: \.hasUncertainty)
      || behavior.parameters.values.contains(where: \.hasUncertainty)
  }
}
