internal import IncentiveEngine
public import MemberBehavior
internal import MemberPopulation
public import Randomness
internal import Timeline

/// What an errand is.
public enum ErrandKind: Sendable, Hashable {
  /// Something that a scheme may reward though it is no purchase; for each of the engine's schemes
  /// the position of the rule that does, or -1.
  case interaction(rules: [Int])
  /// A look into the points mall, if the arm's scheme has one.
  case mallVisit
  /// A look at a presale, which may bring a deposit; for each of the engine's schemes the position
  /// of the offer that it buys, or -1.
  case deposit(offers: [Int])
  /// An order placed elsewhere, whose points a text message offers, if the arm's scheme has claims.
  case externalOrder(ExternalOrders)
  /// A wish to join two accounts, if the person has two.
  case merge
  /// A thought of exchanging points with a partner, one way; for each of the engine's schemes the
  /// position of the rule that does, or -1.
  case exchange(rules: [Int], with: PartnerPoints)
  /// An order at a partner whose accounts the engine runs, by its position in the plan.
  case partnerOrder(merchant: Int)
  /// A thought of inviting somebody, where the arm's scheme rewards that.
  case invitation(InvitingModel)
}

/// One stream of errands: what members do that is no order, the same opportunities in every arm.
public struct ErrandStream: Sendable, Hashable {
  /// What they are.
  public var kind: ErrandKind
  /// How often they come, and how members take them.
  public var response: ErrandResponse
  /// What their times and marks are drawn for.
  public var purpose: Purpose
  /// What tells streams of one purpose apart, 0 to 255: part of every address.
  public var number: UInt8

  /// Creates a stream.
  public init(kind: ErrandKind, response: ErrandResponse, purpose: Purpose, number: UInt8) {
    self.kind = kind
    self.response = response
    self.purpose = purpose
    self.number = number
  }
}

/// An opportunity for something that is no order, the same in every arm; 24 bytes.
public struct Errand: Sendable, Hashable {
  /// The uniform mark: the opportunity is taken when it is below the acceptance.
  public var mark: Double
  /// The minute, in minutes of the program's calendar.
  public var minute: Int32
  /// The person's position in the community.
  public var person: UInt32
  /// Its index within its stream and person, from 1.
  public var index: UInt32
  /// The position of its stream in the plan.
  public var stream: UInt16

  /// The occurrence of all draws about it: the stream's number and its index.
  static func occurrence(number: UInt8, index: UInt32) -> UInt32 {
    precondition(index < 1 << 24, "a stream has at most 16 million errands a person")
    return UInt32(number) << 24 | index
  }
}

extension SimulationPlan {
  /// Draws the errands of a community in time order; ties by person, stream and index.
  func errands(of people: [Person], draws: Draws) -> [Errand] {
    guard !errandStreams.isEmpty else { return [] }
    var drawn: [Errand] = []
    for position in people.indices {
      for stream in errandStreams.indices {
        append(stream, of: people[position], at: position, draws, to: &drawn)
      }
    }
    return drawn.sorted {
      ($0.minute, $0.person, $0.stream, $0.index) < ($1.minute, $1.person, $1.stream, $1.index)
    }
  }

  /// A Poisson stream: one block gives the gap, by inversion, and the mark.
  private func append(
    _ position: Int, of person: Person, at place: Int, _ draws: Draws, to drawn: inout [Errand]
  ) {
    let stream = errandStreams[position]
    guard stream.response.perWeek > 0 else { return }
    var weeks = 0.0
    var index: UInt32 = 1
    while true {
      let (gap, mark) = draws.uniformPair(
        at: DrawAddress(
          subject: person.number, purpose: stream.purpose,
          occurrence: Errand.occurrence(number: stream.number, index: index)))
      weeks += stream.response.weeks(gapMark: gap)
      let minutes = Double(person.start) + (weeks * 10_080).rounded(.down)
      guard minutes < Double(horizon.end.index) else { return }
      drawn.append(
        Errand(
          mark: mark, minute: Int32(minutes), person: UInt32(place), index: index,
          stream: UInt16(position)))
      index += 1
    }
  }
}
