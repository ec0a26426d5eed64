import MemberBehavior
import Randomness
import Testing

/// Each sub-model by hand, and with its switch off.
@Suite struct SubmodelTests {
  /// Something offered, the sub-model that sees it, and what it is worth at response 1.
  static let attractions: [(Submodel, Stimulus, Double)] = [
    // 2 · −ln 0.9.
    (.price, stimulus { $0.priceShare = 0.9 }, 0.210_721_031_3),
    // 2 · 25%.
    (.coupon, stimulus { $0.couponShare = 0.25 }, 0.5),
    // 1 · 2%.
    (.points, stimulus { $0.earnedShare = 0.02 }, 0.02),
    // 0.3 · (half-way)².
    (.reward, stimulus { $0.rewardNearness = 0.5 }, 0.075),
    // 2 · 5% cheaper · 0.8².
    (
      .tier,
      stimulus {
        $0.tierGain = 0.05
        $0.tierNearness = 0.8
      }, 0.064
    ),
    // 0.5 · 40% of the basket · e^(−5 days ÷ 5 days).
    (
      .urgency,
      stimulus {
        $0.expiringShare = 0.4
        $0.daysToExpiry = 5
      }, 0.073_575_888_2
    ),
    // 3 · 20% of the basket · e^(−3 days ÷ 3 days).
    (
      .deadline,
      stimulus {
        $0.endingShare = 0.2
        $0.daysToDeadline = 3
      }, 0.220_727_664_7
    ),
    // 2.4 · 25% of the basket.
    (.gift, stimulus { $0.giftShare = 0.25 }, 0.6),
    // 0.25 · e^(−14 days ÷ 14 days).
    (.exposure, stimulus { $0.daysSinceDelivery = 14 }, 0.091_969_860_3),
    // 0.2 · e^(−7 days ÷ 14 days).
    (.rewardFeeling, stimulus { $0.daysSinceReward = 7 }, 0.121_306_131_9),
    // 2 · 15% of the basket.
    (.waitingPoints, stimulus { $0.waitingShare = 0.15 }, 0.3),
  ]

  @Test(arguments: attractions.indices)
  func `an offer is worth its weight, and nothing with its sub-model off`(row: Int) {
    let (submodel, offer, worth) = Self.attractions[row]
    #expect(close(reaction().utility(of: offer, response: 1, wear: 0), worth))
    #expect(close(reaction().utility(of: offer, response: 2.5, wear: 0), 2.5 * worth))
    #expect(reaction().utility(of: offer, response: 0, wear: 0) == 0)
    #expect(reaction(off: [submodel]).utility(of: offer, response: 1, wear: 0) == 0)
    for other in Submodel.allCases where other != submodel {
      #expect(close(reaction(off: [other]).utility(of: offer, response: 1, wear: 0), worth))
    }
  }

  @Test func `all that is offered adds up before it saturates`() {
    let offer = stimulus {
      $0.couponShare = 0.25
      $0.rewardNearness = 0.5
      $0.earnedShare = 0.175
    }
    #expect(close(reaction().utility(of: offer, response: 1, wear: 0), 0.75))
    // At a limit of 0.75 an attraction of 0.75 counts half: 0.75 · 0.75 ÷ 1.5.
    let tired = reaction([.attractionLimit: 0.75])
    #expect(close(tired.utility(of: offer, response: 1, wear: 0), 0.375))
    #expect(close(tired.utility(of: offer, response: 2, wear: 0.5), 0.75 - 0.25))
  }

  @Test func `a next tier that is dearer attracts nobody and keeps nobody away`() {
    let offer = stimulus {
      $0.tierGain = -0.1
      $0.tierNearness = 1
    }
    #expect(reaction().utility(of: offer, response: 1, wear: 0) == 0)
    #expect(reaction([.attractionLimit: 0.1]).utility(of: offer, response: 1, wear: 0) == 0)
  }

  @Test func `wear adds up, halves in its half-life, and costs utility`() {
    let model = reaction()
    var wear = Wear()
    #expect(wear.level(at: 0, model) == 0)
    wear.add(at: 1000, model)
    wear.add(at: 1000, model)
    #expect(close(wear.level(at: 1000, model), 0.2))
    let later: Int32 = 1000 + 14 * 1440
    #expect(close(wear.level(at: later, model), 0.1))
    #expect(close(wear.level(at: later + 14 * 1440, model), 0.05))
    wear.add(at: later, model)
    #expect(close(wear.level(at: later, model), 0.2))
    #expect(close(model.utility(of: Stimulus(), response: 1, wear: 0.2), -0.1))
    #expect(close(model.utility(of: Stimulus(), response: 0, wear: 0.2), -0.1))
    let without = reaction(off: [.wear])
    wear = Wear()
    wear.add(at: 0, without)
    #expect(wear.level(at: 0, without) == 0)
    #expect(without.utility(of: Stimulus(), response: 1, wear: 0.2) == 0)
  }

  @Test func `a message brings a visit if it is opened and followed`() {
    let model = reaction()
    #expect(model.freshReception().opens(mark: 0.29) && !model.freshReception().opens(mark: 0.31))
    #expect(model.comes(visitMark: 0.19) && !model.comes(visitMark: 0.21))
    let without = reaction(off: [.messageVisits])
    #expect(!without.freshReception().opens(mark: 1e-9) && !without.comes(visitMark: 1e-9))
  }

  @Test func `a message in five hundred makes a member opt out`() {
    #expect(
      reaction().freshReception().optsOut(mark: 0.0019)
        && !reaction().freshReception().optsOut(mark: 0.0021))
    #expect(!reaction(off: [.optOut]).freshReception().optsOut(mark: 1e-9))
  }

  @Test func `points are spent when they are worth the effort`() {
    let model = reaction()
    // Worth the effort of ¥2 exactly: every second time. Worth ¥8: 1 ÷ (1 + (1/4)^1.5) = 8/9.
    #expect(
      model.spendsPoints(worth: 200, mark: 0.499) && !model.spendsPoints(worth: 200, mark: 0.501))
    #expect(
      model.spendsPoints(worth: 800, mark: 0.888) && !model.spendsPoints(worth: 800, mark: 0.889))
    #expect(!model.spendsPoints(worth: 0, mark: 1e-9))
    #expect(!reaction(off: [.redemption]).spendsPoints(worth: 1_000_000, mark: 1e-9))
  }

  @Test func `three prospects in twenty join at an order`() {
    #expect(reaction().joins(mark: 0.149) && !reaction().joins(mark: 0.151))
    #expect(!reaction(off: [.joining]).joins(mark: 1e-9))
  }

  @Test func `three win-backs in ten restart the needs`() {
    #expect(reaction().restarts(mark: 0.299) && !reaction().restarts(mark: 0.301))
    #expect(!reaction(off: [.winBack]).restarts(mark: 1e-9))
  }

  @Test func `a share of people does not respond, the others by one on average`() {
    let model = reaction([.unresponsiveShare: 0.4, .responsivenessShape: 2])
    let draws = Draws(seed: 3, replication: 0)
    let people: UInt32 = 100_000
    let responses = (0..<people).map { model.response(of: $0, from: draws) }
    let moved = responses.filter { $0 > 0 }
    let size = Double(people)
    // Standard errors: √(0.4·0.6/n) of the share; √(variance 1/2 ÷ m) of the mean.
    #expect(abs(1 - Double(moved.count) / size - 0.4) < 4 * (0.24 / size).squareRoot())
    let mean = moved.reduce(0, +) / Double(moved.count)
    #expect(abs(mean - 1) < 4 * (0.5 / Double(moved.count)).squareRoot())
  }
}
