public import Randomness

/// What the contacts of a community look like.
public enum ContactShape: Sendable, Hashable {
  /// Nobody knows anybody.
  case none
  /// Everybody knows everybody.
  case complete
  /// A small world: a ring in which everybody knows the nearest so many, and each of these
  /// contacts is somebody anywhere instead with a probability.
  case smallWorld(degree: Int, rewiring: Double)
}

/// Who of a community knows whom, by position: the same in every arm, and within one community.
///
/// A small world is that of Watts & Strogatz 1998 (Nature 393:440–442): mean degree stays what it
/// is, short ways appear with the first contacts that are rewired, cliques go with the last.
public struct ContactGraph: Sendable, Hashable {
  /// The number of people.
  public let personCount: Int
  /// Whether everybody knows everybody: then no list is kept.
  public let isComplete: Bool
  /// Where each person's contacts begin in the list, and where those of the last end.
  private let bounds: [Int]
  private let others: [UInt32]

  /// Draws the contacts of a community.
  ///
  /// - Parameter firstPerson: the number of the person at position 0 in the whole population.
  public init(_ shape: ContactShape, personCount: Int, firstPerson: UInt32, draws: Draws) {
    self.personCount = personCount
    var lists: [[UInt32]] = []
    switch shape {
    case .none, .complete: break
    case .smallWorld(let degree, let rewiring):
      // Beyond half of the ring a lattice would count contacts twice.
      let reach = min(degree / 2, (personCount - 1) / 2)
      lists = Self.ring(personCount, reach: reach)
      for distance in 1..<max(1, reach + 1) {
        for person in 0..<personCount {
          Self.rewire(
            person, (person + distance) % personCount, probability: rewiring, in: &lists
          ) { attempt in
            draws.uniformPair(
              at: DrawAddress(
                subject: firstPerson + UInt32(person), purpose: .acquaintance,
                occurrence: UInt32(distance) << 16 | attempt))
          }
        }
      }
    }
    isComplete = shape == .complete
    bounds = lists.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    others = lists.flatMap { $0 }
  }

  /// How many people a person knows.
  public func contactCount(of person: Int) -> Int {
    if isComplete { return personCount - 1 }
    return others.isEmpty ? 0 : bounds[person + 1] - bounds[person]
  }

  /// The people whom a person knows; not to be asked of a complete graph, where it is everybody.
  public func contacts(of person: Int) -> ArraySlice<UInt32> {
    others.isEmpty ? [] : others[bounds[person]..<bounds[person + 1]]
  }

  private static func ring(_ count: Int, reach: Int) -> [[UInt32]] {
    (0..<count).map { person in
      guard reach > 0 else { return [] }
      return (1...reach).flatMap { distance in
        [(person + distance) % count, (person + count - distance) % count].map(UInt32.init)
      }
    }
  }

  /// Puts somebody anywhere in place of a neighbor, if the mark says so; who knows everybody, or
  /// finds nobody new in 64 attempts, keeps the neighbor.
  private static func rewire(
    _ person: Int, _ neighbor: Int, probability: Double, in lists: inout [[UInt32]],
    marks: (UInt32) -> (Double, Double)
  ) {
    guard marks(0).0 < probability else { return }
    for attempt: UInt32 in 0..<64 {
      let other = min(lists.count - 1, Int(marks(attempt).1 * Double(lists.count)))
      guard other != person, !lists[person].contains(UInt32(other)) else { continue }
      lists[person].removeAll { $0 == UInt32(neighbor) }
      lists[neighbor].removeAll { $0 == UInt32(person) }
      lists[person].append(UInt32(other))
      lists[other].append(UInt32(person))
      return
    }
  }
}
