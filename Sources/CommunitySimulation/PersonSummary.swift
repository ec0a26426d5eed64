public import IncentiveEngine
internal import MemberPopulation
internal import Randomness
public import Timeline

/// Who somebody is, the same in every arm: for explanations.
public struct PersonSummary: Sendable, Hashable {
  /// The number in the whole population, from 0.
  public var number: UInt32
  /// The community.
  public var community: Int
  /// The position in the community.
  public var position: Int
  /// The position of the person's segment.
  public var segment: Int
  /// Whether the person is a member from the start on; else a prospect.
  public var isMember: Bool
  /// When the person comes to the market; for members, when they join.
  public var start: Minute
  /// The birthday.
  public var birthday: Birthday
  /// Needs a week, λ.
  public var needsPerWeek: Double
  /// ρ: how strongly the person reacts; 0 is not at all.
  public var response: Double
}

extension SimulationPlan {
  /// Who the person of a number is; nothing if the population has no such number.
  public func summary(ofPerson number: UInt32, replication: UInt32) -> PersonSummary? {
    guard let home = communities.home(of: number) else { return nil }
    return summaries(ofCommunity: home.community, replication: replication)[home.position]
  }

  /// The number that a person's second account has in its community, whether it is opened or not;
  /// nothing in a population without any.
  public func secondAccount(of person: PersonSummary) -> Int? {
    guard secondAccounts != nil else { return nil }
    return communities.community(person.community).personCount + person.position
  }

  /// Who the people of a community are, by their positions.
  public func summaries(ofCommunity index: Int, replication: UInt32) -> [PersonSummary] {
    let draws = Draws(seed: seed, replication: replication)
    let people = people(of: communities.community(index), index: index, draws: draws)
    return summaries(of: people, community: index)
  }

  /// Who people are that are drawn already.
  func summaries(of people: [Person], community index: Int) -> [PersonSummary] {
    people.enumerated().map { position, person in
      PersonSummary(
        number: person.number, community: index, position: position,
        segment: Int(person.traits.segment), isMember: person.isMember,
        start: Minute(index: person.start), birthday: person.birthday,
        needsPerWeek: person.traits.needsPerWeek, response: person.response)
    }
  }
}
