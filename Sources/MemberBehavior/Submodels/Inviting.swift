internal import PortableMath

// Members invite people they know, and these join or do not. An opportunity is taken as any errand
// is: a stated share without any reward, more for what it is worth. What the friend would get counts
// beside one's own reward: with a reward for the friend alone as many invitations were sent as with
// one for the sender alone (Gershon, Cryder & John 2020, Journal of Marketing Research 57; P54), so
// `care` is 1 unless a file says otherwise. A recent order makes inviting likelier: who has just
// bought talks of it (`assumption:` as to size and time). Whether the friend joins turns on the
// friend's reward alone. Off switch: `interactions`, which leaves the stated shares.

/// How members invite, and how those who are invited answer.
public struct InvitingModel: Sendable, Hashable {
  /// What a reward of the friend's counts, as a share of one's own.
  public var care: Double
  /// Utility of inviting just after an order.
  public var afterOrder: Double
  /// Minutes over which that fades by 1/e.
  public var afterOrderMinutes: Double
  /// The logit of the share who join though nothing is offered.
  let acceptanceUtility: Double
  /// Utility of the friend's reward for each minor unit of money that it is worth.
  let acceptancePullPerMinor: Double

  /// Creates a model.
  ///
  /// - Parameters:
  ///   - afterOrderDays: days over which the effect of an order fades by 1/e.
  ///   - acceptedShare: the share who join though nothing is offered, above 0 and below 1.
  ///   - acceptancePull: utility for each major unit of money that the friend's reward is worth.
  public init(
    care: Double, afterOrder: Double, afterOrderDays: Double, acceptedShare: Double,
    acceptancePull: Double, minorPerMajor: Int64
  ) {
    precondition(acceptedShare > 0 && acceptedShare < 1, "a share lies between 0 and 1")
    self.care = care
    self.afterOrder = afterOrder
    afterOrderMinutes = afterOrderDays * 1440
    acceptanceUtility = PortableMath.log(acceptedShare / (1 - acceptedShare))
    acceptancePullPerMinor = acceptancePull / Double(minorPerMajor)
  }
}

extension ReactionModel {
  /// Whether an opportunity to invite somebody is taken, given an addressed mark.
  ///
  /// - Parameters:
  ///   - ownMinor: what the inviter would get, in minor units of money.
  ///   - friendMinor: what the friend would get.
  ///   - minutesSinceOrder: since the inviter's last order; nothing if there was none.
  public func invites(
    _ model: InvitingModel, _ errand: ErrandResponse, ownMinor: Double, friendMinor: Double,
    minutesSinceOrder: Int32?, response: Double, mark: Double
  ) -> Bool {
    let attraction = errand.pullPerMinor * (ownMinor + model.care * friendMinor)
    let saturated = attractionLimit * attraction / (attractionLimit + attraction)
    var utility = errand.baselineUtility + response * saturated
    if let minutesSinceOrder, model.afterOrder > 0 {
      utility +=
        model.afterOrder * PortableMath.exp(-Double(minutesSinceOrder) / model.afterOrderMinutes)
    }
    return mark < PortableMath.logistic(utility)
  }

  /// Whether a friend who is invited joins, given an addressed mark.
  public func acceptsInvitation(
    _ model: InvitingModel, friendMinor: Double, response: Double, mark: Double
  ) -> Bool {
    let attraction = model.acceptancePullPerMinor * friendMinor
    let saturated = attractionLimit * attraction / (attractionLimit + attraction)
    return mark < PortableMath.logistic(model.acceptanceUtility + response * saturated)
  }
}
