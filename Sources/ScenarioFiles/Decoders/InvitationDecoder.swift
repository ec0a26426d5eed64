internal import MemberBehavior
internal import MemberPopulation
internal import Quantities
internal import Scenarios

/// `invitations:` of `people:` — how members invite, and how those answer.
extension Form where Value == InvitationHabit {
  static var invitations: Form {
    ObjectForm(
      "invitations", "How members invite people they know, where the scheme rewards it.",
      keys: .required(
        "per-week", .number(0...100, example: "0.2"), "Opportunities a week for each member."),
      .defaulted(
        "unrewarded", .share(example: "2%", isPositive: true),
        "The share of them taken though nothing is offered, below 100%.",
        rate(InvitationHabit.usualUnrewardedShare), text: "2%"),
      .defaulted(
        "pull", .number(0...20, example: "0.1"),
        "Utility of one's own reward, for each unit of money that it is worth.",
        InvitationHabit.usualPull, text: "0.1"),
      .defaulted(
        "care", .number(0...2, example: "1"),
        "What the friend's reward counts for who invites, as a share of one's own.",
        InvitationHabit.usualCare, text: "1"),
      .defaulted(
        "after-order", .number(0...5, example: "0.7"), "Utility of inviting just after an order.",
        InvitationHabit.usualAfterOrder, text: "0.7"),
      .defaulted(
        "after-order-days", .number(0.1...365, example: "7"),
        "Days over which that fades by 1/e.", InvitationHabit.usualAfterOrderDays, text: "7"),
      .defaulted(
        "accepted", .share(example: "10%", isPositive: true),
        "The share of the invited who join though nothing is offered, below 100%.",
        rate(InvitationHabit.usualAcceptedShare), text: "10%"),
      .defaulted(
        "accepted-pull", .number(0...20, example: "0.1"),
        "Utility of the friend's reward for the friend, for each unit of money that it is worth.",
        InvitationHabit.usualPull, text: "0.1")
    ) {
      node, reading, perWeek, unrewarded, pull, care, afterOrder, days, accepted, acceptedPull in
      let before = reading.reportCount
      for (key, share) in [("unrewarded", unrewarded), ("accepted", accepted)] where share == .one {
        reading.report(
          node.valuePlace(of: key), "where everybody does it anyway, a reward changes nothing",
          hint: "give a share below 100%")
      }
      guard reading.reportCount == before else { return nil }
      return InvitationHabit(
        perWeek: perWeek, unrewardedShare: unrewarded.value, pull: pull, care: care,
        afterOrder: afterOrder, afterOrderDays: days, acceptedShare: accepted.value,
        acceptancePull: acceptedPull)
    }.form
  }

  private static func rate(_ share: Double) -> Rate { Rate(Int64(share * 100), over: 100) }
}

extension People {
  /// Whether those who invite know anybody; if not, that is said at the invitations.
  func checkInvitations(_ node: LocatedNode, _ reading: Reading) -> Bool {
    guard invitations != nil, contact == nil || contact?.shape == ContactShape.none else {
      return true
    }
    reading.report(
      node.place(of: "invitations"), "members invite people they know, and nobody knows anybody",
      hint:
        "add \"contact: { innovation: 0, imitation: 0 }\": who knows whom, and who joins without "
        + "being invited")
    return false
  }
}
