internal import PortableMath

// What members do besides buying: opportunities come evenly (Poisson), a stated share of them is
// taken without any reward, and points raise the share through the logit, saturating as for
// orders; whoever no incentive moves is not moved here. The shape is an `assumption:`; the rates
// are the planner's, from the merchant's own counts. Off switch: `interactions`.

/// One kind of thing that members do besides buying, and how points move it.
public struct ErrandResponse: Sendable, Hashable {
  /// Opportunities a week for each member.
  public var perWeek: Double
  /// The logit of the share that is done without any reward.
  let baselineUtility: Double
  /// Utility for each minor unit of money that the points are worth.
  let pullPerMinor: Double

  /// Creates a response.
  ///
  /// - Parameters:
  ///   - spontaneousShare: the share done without any reward, above 0 and below 1.
  ///   - pull: utility for each major unit of money that the points are worth; zero if switched off.
  public init(perWeek: Double, spontaneousShare: Double, pull: Double, minorPerMajor: Int64) {
    precondition(spontaneousShare > 0 && spontaneousShare < 1, "a share lies between 0 and 1")
    self.perWeek = perWeek
    baselineUtility = PortableMath.log(spontaneousShare / (1 - spontaneousShare))
    pullPerMinor = pull / Double(minorPerMajor)
  }

  /// The weeks from one opportunity to the next, given a uniform mark, by inversion.
  public func weeks(gapMark: Double) -> Double { -PortableMath.log(gapMark) / perWeek }
}

extension ReactionModel {
  /// Whether an opportunity is taken, for points worth so many minor units, given an addressed mark.
  public func takes(
    _ errand: ErrandResponse, worthMinor: Double, response: Double, mark: Double
  ) -> Bool {
    let attraction = errand.pullPerMinor * worthMinor
    let saturated = attractionLimit * attraction / (attractionLimit + attraction)
    return mark < PortableMath.logistic(errand.baselineUtility + response * saturated)
  }
}
