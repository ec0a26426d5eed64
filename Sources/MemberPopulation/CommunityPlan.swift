/// How the people of a population are spread over communities: fixed up front, by arithmetic alone.
///
/// People are numbered through the whole population, members, prospects and arrivals of community 0
/// first, so a person's number, and with it every draw, follows from the plan.
public struct CommunityPlan: Sendable, Hashable {
  /// The people of one community.
  public struct Community: Sendable, Hashable {
    /// The number of the first person.
    public let firstPerson: UInt32
    /// People who are members when the horizon begins; they come first.
    public let memberCount: Int
    /// People who are in the market and not members; they come next.
    public let prospectCount: Int
    /// People who come to the market during the horizon; they come last.
    public let arrivalCount: Int
    /// Everybody.
    public var personCount: Int { memberCount + prospectCount + arrivalCount }
  }

  /// Members of the whole population at the horizon's start.
  public let memberCount: Int
  /// Prospects of the whole population.
  public let prospectCount: Int
  /// Arrivals of the whole population.
  public let arrivalCount: Int
  /// The number of communities, at least one.
  public let communityCount: Int

  /// Plans a population.
  ///
  /// - Precondition: counts are not negative, together at most 2³², and a community has at least
  ///   one member.
  public init(memberCount: Int, prospectCount: Int, arrivalCount: Int, membersPerCommunity: Int) {
    precondition(memberCount >= 0 && prospectCount >= 0 && arrivalCount >= 0)
    precondition(membersPerCommunity >= 1, "a community has at least one member")
    precondition(
      memberCount + prospectCount + arrivalCount <= Int(UInt32.max),
      "people are numbered in 32 bits")
    self.memberCount = memberCount
    self.prospectCount = prospectCount
    self.arrivalCount = arrivalCount
    let persons = memberCount + prospectCount + arrivalCount
    // Half as many prospects as members still make a community of its members' size; a launch with
    // few members and many prospects is cut by its people.
    communityCount = max(
      1, (memberCount + membersPerCommunity - 1) / membersPerCommunity,
      (persons + 4 * membersPerCommunity - 1) / (4 * membersPerCommunity))
  }

  /// The people of a community: sizes differ by at most one of each kind.
  public func community(_ index: Int) -> Community {
    let members = slice(memberCount, index)
    let prospects = slice(prospectCount, index)
    let arrivals = slice(arrivalCount, index)
    return Community(
      firstPerson: UInt32(members.lowerBound + prospects.lowerBound + arrivals.lowerBound),
      memberCount: members.count, prospectCount: prospects.count, arrivalCount: arrivals.count)
  }

  /// The number of people in the whole population; they are numbered from 0.
  public var personCount: Int { memberCount + prospectCount + arrivalCount }

  /// Where a person lives, by number: the community and the position in it; nothing if there is no
  /// such person.
  public func home(of person: UInt32) -> (community: Int, position: Int)? {
    guard Int(person) < personCount else { return nil }
    var first = 0
    var end = communityCount
    while end - first > 1 {
      let middle = (first + end) / 2
      if community(middle).firstPerson <= person { first = middle } else { end = middle }
    }
    return (first, Int(person - community(first).firstPerson))
  }

  private func slice(_ total: Int, _ index: Int) -> Range<Int> {
    (total * index / communityCount)..<(total * (index + 1) / communityCount)
  }
}
