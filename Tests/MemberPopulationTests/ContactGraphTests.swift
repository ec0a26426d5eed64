import MemberPopulation
import Randomness
import Testing

/// Who knows whom: rings, small worlds, everybody.
@Suite struct ContactGraphTests {
  static func graph(_ shape: ContactShape, _ count: Int, seed: UInt64 = 1) -> ContactGraph {
    ContactGraph(
      shape, personCount: count, firstPerson: 500, draws: Draws(seed: seed, replication: 0))
  }

  @Test func `without rewiring everybody knows the nearest on the ring`() {
    let ring = Self.graph(.smallWorld(degree: 4, rewiring: 0), 10)
    #expect(ring.contacts(of: 0).sorted() == [1, 2, 8, 9])
    #expect(ring.contacts(of: 7).sorted() == [5, 6, 8, 9])
    #expect((0..<10).allSatisfy { ring.contactCount(of: $0) == 4 })
  }

  @Test(arguments: [0.05, 0.5, 1], 1...3)
  func `rewiring keeps the number of contacts, both ways, nobody twice`(share: Double, seed: Int) {
    let graph = Self.graph(.smallWorld(degree: 6, rewiring: share), 200, seed: UInt64(seed))
    var total = 0
    for person in 0..<200 {
      let contacts = graph.contacts(of: person)
      total += contacts.count
      #expect(Set(contacts).count == contacts.count && !contacts.contains(UInt32(person)))
      for other in contacts {
        #expect(graph.contacts(of: Int(other)).contains(UInt32(person)))
      }
    }
    #expect(total == 200 * 6, "seed \(seed)")
  }

  @Test(arguments: [0.1, 0.3])
  func `the share of contacts away from the ring is that of rewiring`(share: Double) {
    let count = 2000
    let graph = Self.graph(.smallWorld(degree: 6, rewiring: share), count)
    var away = 0
    for person in 0..<count {
      for other in graph.contacts(of: person) {
        let distance = abs(person - Int(other))
        if min(distance, count - distance) > 3 { away += 1 }
      }
    }
    let rate = Double(away) / Double(count * 6)
    // A binomial share of 6,000 contacts; a few of those rewired end near by.
    #expect(abs(rate - share) < 4 * (share * (1 - share) / 6000).squareRoot() + 0.003, "\(rate)")
  }

  @Test func `cliques go as contacts are rewired`() {
    /// Watts and Strogatz' C: the share of pairs of contacts who know each other.
    func clustering(_ share: Double) -> Double {
      let graph = Self.graph(.smallWorld(degree: 6, rewiring: share), 1000)
      var (closed, pairs) = (0.0, 0.0)
      for person in 0..<1000 {
        let contacts = Array(graph.contacts(of: person))
        for left in contacts.indices {
          for right in contacts.indices where right > left {
            pairs += 1
            if graph.contacts(of: Int(contacts[left])).contains(contacts[right]) { closed += 1 }
          }
        }
      }
      return closed / pairs
    }
    // A ring of degree k has C = 3(k − 2) ÷ 4(k − 1) = 0.6; rewired, about 0.6 · (1 − β)³.
    #expect(abs(clustering(0) - 0.6) < 1e-12)
    #expect(abs(clustering(0.1) - 0.6 * 0.729) < 0.03)
    #expect(clustering(1) < 0.02)
  }

  @Test func `in a community too small for its degree everybody knows everybody`() {
    let graph = Self.graph(.smallWorld(degree: 10, rewiring: 0.5), 5)
    #expect((0..<5).allSatisfy { graph.contactCount(of: $0) == 4 })
    #expect(Self.graph(.smallWorld(degree: 6, rewiring: 0.1), 1).contactCount(of: 0) == 0)
    #expect(Self.graph(.complete, 30).contactCount(of: 3) == 29)
    #expect(Self.graph(.none, 30).contactCount(of: 3) == 0)
  }
}
