import MemberBehavior
import Testing

/// Inviting and answering: shares without a reward, and what moves them.
@Suite struct InvitingTests {
  private let people = reaction()
  private let errand = ErrandResponse(
    perWeek: 1, spontaneousShare: 0.02, pull: 0.1, minorPerMajor: 100)

  private func model(care: Double = 1, afterOrder: Double = 0) -> InvitingModel {
    InvitingModel(
      care: care, afterOrder: afterOrder, afterOrderDays: 7, acceptedShare: 0.1,
      acceptancePull: 0.1, minorPerMajor: 100)
  }

  /// The share of opportunities taken: the mark below which one is, by bisection.
  private func share(_ takes: (Double) -> Bool) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if takes(middle) { low = middle } else { high = middle }
    }
    return low
  }

  private func invited(
    own: Double, friend: Double, care: Double = 1, afterOrder: Double = 0, minutes: Int32? = nil,
    response: Double = 1
  ) -> Double {
    share { mark in
      people.invites(
        model(care: care, afterOrder: afterOrder), errand, ownMinor: own, friendMinor: friend,
        minutesSinceOrder: minutes, response: response, mark: mark)
    }
  }

  @Test func `nothing offered leaves the stated shares, whoever it is`() {
    for response in [0.0, 1, 3] {
      #expect(abs(invited(own: 0, friend: 0, response: response) - 0.02) < 1e-9)
      let accepted = share { mark in
        people.acceptsInvitation(model(), friendMinor: 0, response: response, mark: mark)
      }
      #expect(abs(accepted - 0.1) < 1e-9)
    }
    // Whom nothing moves is not moved by a reward.
    #expect(abs(invited(own: 5_000, friend: 5_000, response: 0) - 0.02) < 1e-9)
  }

  @Test func `P54: a reward for the friend alone sends as many invitations as one for oneself`() {
    #expect(invited(own: 0, friend: 2_000) == invited(own: 2_000, friend: 0))
    #expect(invited(own: 0, friend: 2_000, care: 0) == invited(own: 0, friend: 0))
    #expect(invited(own: 2_000, friend: 2_000) > invited(own: 2_000, friend: 0))
  }

  @Test func `an order an instant ago doubles the odds at ln 2, and a week later e of it is gone`()
  {
    let logTwo = 0.693_147_180_559_945_3
    func odds(_ share: Double) -> Double { share / (1 - share) }
    let base = odds(invited(own: 0, friend: 0))
    let now = odds(invited(own: 0, friend: 0, afterOrder: logTwo, minutes: 0))
    #expect(abs(now / base - 2) < 1e-6)
    let later = odds(invited(own: 0, friend: 0, afterOrder: logTwo, minutes: 7 * 1440))
    // 2^(1/e) = 1.29045464…
    #expect(abs(later / base - 1.290_454_6) < 1e-5)
  }

  @Test func `the friend looks at the friend's own reward, more of it at every step`() {
    let shares = [0.0, 500, 1_000, 2_000].map { friend in
      share { mark in
        people.acceptsInvitation(model(), friendMinor: friend, response: 1, mark: mark)
      }
    }
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 })
  }
}
