import MemberPopulation
import Testing

@Suite struct CommunityPlanTests {
  @Test(arguments: [
    (1, 0, 0, 1), (1000, 0, 0, 1000), (1001, 0, 0, 1000), (2357, 1190, 77, 100), (7, 1000, 3, 3),
    (0, 50, 5, 10), (999_983, 499_979, 12_345, 1000),
  ])
  func `everybody lives in exactly one community`(
    members: Int, prospects: Int, arrivals: Int, perCommunity: Int
  ) {
    let plan = CommunityPlan(
      memberCount: members, prospectCount: prospects, arrivalCount: arrivals,
      membersPerCommunity: perCommunity)
    var next = 0
    var counts = (0, 0, 0)
    for index in 0..<plan.communityCount {
      let community = plan.community(index)
      #expect(Int(community.firstPerson) == next, "community \(index) begins where the last ended")
      #expect(community.memberCount <= perCommunity)
      next += community.personCount
      counts.0 += community.memberCount
      counts.1 += community.prospectCount
      counts.2 += community.arrivalCount
    }
    #expect(counts == (members, prospects, arrivals))
    #expect(next == members + prospects + arrivals)
  }

  @Test func `communities differ by at most one person of each kind`() {
    let plan = CommunityPlan(
      memberCount: 10_007, prospectCount: 503, arrivalCount: 29, membersPerCommunity: 100)
    let communities = (0..<plan.communityCount).map(plan.community)
    #expect(plan.communityCount == 101)
    for count in [\CommunityPlan.Community.memberCount, \.prospectCount, \.arrivalCount] {
      let sizes = communities.map { $0[keyPath: count] }
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    }
  }
}
