extension ArmTally {
  /// Whom rules against abuse hit is one of those who are counted, and nobody takes more than was given.
  func checkAbuse(_ list: inout ViolationList) {
    list.atMost(self[.abusersHit], self[.abusers], "abuse", "abusers hit, abusers")
    list.atMost(
      self[.honestHit], self[.honestMembers], "abuse", "honest members hit, honest members")
    list.atMost(
      self[.abuseCostMinor],
      incentiveCostMinor + self[.depositsMinor]
        + self[.partnerReceiptsMinor], "abuse", "incentives that abusers had, incentives")
    list.atMost(self[.reviewsDenied], self[.reviews], "abuse", "reviews denied, reviews")
    list.atMost(
      self[.abusers] + self[.honestMembers], self[.membersAtEnd], "abuse",
      "members of both sorts, members")
  }
}
