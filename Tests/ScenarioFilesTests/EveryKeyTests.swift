import MemberBehavior
import MemberPopulation
import Testing

@testable import ScenarioFiles

/// No key of the language goes unexercised: a key that is declared is read by a file of this
/// repository that must be right.
@Suite struct EveryKeyTests {
  @Test func `every key of the language stands in a shipped scenario or in this test`() throws {
    var seen: Set<String> = []
    let texts = try shippedScenarios().map(shippedText) + [Self.rareKeys, Self.stagedKeys]
    for text in texts {
      let source = SourceText(name: "keys.yaml", text: text)
      let (scenario, reading) = try ScenarioFile.scenario(SyntaxReader.read(source).get(), source)
      #expect(scenario != nil, "\(ScenarioProblems(reading.problems).rendered)")
      seen.formUnion(reading.seenKeys.map(Self.general))
    }
    let declared = Set(Self.keys(of: Language.scenario.shape))
    #expect(declared.subtracting(seen).sorted() == [])
    #expect(declared.count > 150)
  }

  /// One parameter's keys stand for those of all.
  private static func general(_ key: String) -> String {
    guard key.hasPrefix("the parameter ") else { return key }
    return "a parameter" + key.drop { $0 != ":" }
  }

  private static func keys(of shape: Shape) -> [String] {
    switch shape {
    case .scalar, .anything: []
    case .list(let element, _, _): keys(of: element)
    case .named(let value, _): keys(of: value)
    case .either(let shapes): shapes.flatMap { keys(of: $0) }
    case .object(let object):
      // The keys of two limits are read by the expectation, which knows the metric's unit.
      object.name == "two limits"
        ? [] : object.keys.flatMap { [general("\(object.name): \($0.name)")] + keys(of: $0.shape) }
    }
  }

  /// A profile with every parameter that the two families need.
  private static func profile(_ timing: TimingFamily, _ spend: SpendFamily) -> String {
    let needed = PopulationProfile(timing: timing, spend: spend, parameters: [:]).needed
    let parameters =
      needed.map { "\($0.rawValue): 2" }
      + BehaviorParameter.allCases.map { "\($0.rawValue): \($0.allowed.contains(1) ? 1 : 0.5)" }
    let families = ["timing: \(timing.rawValue)", "spend: \(spend.rawValue)"]
    let rhythm = [
      "weekdays: [1, 1, 1, 1, 1, 2, 1]", "season: [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]",
    ]
    return (["use: cdnow"] + families + rhythm + parameters).joined(separator: ", ")
  }

  /// A rule on replications goes without `equalize:`.
  private static let stagedKeys = """
    scenario: Replications until a half-width
    horizon: { from: 2026-01-01, days: 30, zone: UTC }
    currency: USD
    seed: 0
    replications:
      first: 10
      until: [{ metric: orders-per-member, half-width: 0.02, of: scheme }]
      at-most: 200
    people: { members: 10, segments: [{ name: all, share: 100%, use: cdnow }] }
    economics: { margin: 35%, message-cost: { wecom: $0.01 } }
    scheme: { points: { earn: 1 per $1, redeem: 100 points = $2 } }
    """

  private static let rareKeys = """
    scenario: Every key that the shipped scenarios do without
    status: ready
    horizon: { from: 2026-01-01, days: 30, zone: UTC }
    currency: USD
    seed: 0
    presets:
      one: { \(profile(.mbgCNBD, .lognormal)) }
      known-together:
        use: cdnow
        covariance: [{ of: [dropout-a, dropout-b], rows: [[0.05, 0.06], [0.06, 0.08]] }]
      two: { \(profile(.paretoNBD, .gammaGamma)) }
      three: { use: cdnow, about: all, price-weight: { value: 1, standard-error: 0.1 } }
    people:
      members: 10
      interactions:
        - { name: watch, per-week: 0.5, unrewarded: 10%, pull: 1 }
      contact: { graph: small-world, degree: 4, rewiring: 5%, innovation: 0.05, imitation: 0.4 }
      external-orders: { per-month: 1, amount: $50, spread: 0.3, claimed: 20%, pull: 1 }
      segments:
        - { name: one, share: 50%, \(profile(.mbgCNBD, .lognormal)) }
        - { name: two, share: 50%, \(profile(.paretoNBD, .gammaGamma)) }
    catalogue:
      items:
        - { name: tea, category: drinks, price: $9, cost: $3 }
        - { name: cup, category: ware, price: $19, cost: $9 }
    economics: { margin: 35%, message-cost: { wecom: $0.01, sms: $0.05 }, staff-minute: $1 }
    scheme:
      tags: { list: [{ name: cared-for, given: by journeys }] }
      automation:
        - name: every-step
          when: order
          steps:
            - { send: sms, topic: care, kind: service, coupon: flash, unread: wecom after 2 hours }
            - { grant: flash }
            - { tag: cared-for }
            - if: opened
              then:
                - { send: sms, topic: care, kind: service, coupon: flash, unread: wecom after 2 hours }
                - { wait: 5 minutes }
                - { grant: flash }
                - { tag: cared-for }
                - { task: 5 minutes }
                - { end: here }
              else: [{ end: here }]
            - { end: here }
      points:
        earn:
          - name: evening
            earn: 6 per full $150
            when: weekly on friday
            hours: "20:00-22:00"
            tiers: [gold]
            min-spend: $10
            basis: before-discounts
            round: nearest
            max-each: 500 points
            max: { day: 100, month: 1_000 }
            times: 2 per day
            cooldown: 2 h
            expire: { dates: [06-30, 12-31], least: 90 days }
            pending: { after: 15 days, at: month-end }
          - { name: others, earn: 1 per $1 }
        pending: { dates: [06-30, 12-31], least: 15 days }
        interactions:
          - { name: watch, points: 100, each: 2, max-each: 100, max: { day: 200 }, times: 1 per week, cooldown: 1 day }
        claim-external-orders: { earn: 1 per $1, max-each: 100, max: { day: 200 }, times: 1 per week, cooldown: 1 day, funding: purchase }
        registration-pack: 100 points
        budget: 90_000 points per month
        max-balance: 10_000 points
        redeem:
          rate: 100 points = $1
          per-member: { day: 100, week: 200, month: 300, year: 400 points, ever: 500 }
      tiers:
        - { name: base }
        - { name: gold, from: $50 spend }
      multipliers:
        - { name: gold-day, factor: double points, when: monthly on day 1, tier: gold }
        - { name: card, factor: triple points, coupon: mug }
      combine: additive
      privileges:
        - { name: tasting, gives: hidden product, items: tea, year-spend: $90, month-orders: 2, tier: gold, cost: $1, worth: $2 }
        - { name: shipping, gives: with each order, presale: early, cost: $1 }
      promotions:
        - { name: late, when: 2026-01-08 to 2026-01-09, hours: "20:00-22:00", off: $1, stock: 90 per day }
        - { name: ladder, budget: $900, ladder: [{ spend: $10, off: $1 }], items: tea, count: items, min-items: 1 }
        - { name: bag, gifts: [{ spend: $9, gift: bag, cost: $1, value: $3 }] }
      coupons:
        - { name: ladder-too, grant: joining, valid: 9, ladder: [{ spend: $10, off: $1 }] }
        - { name: all-tea, grant: joining, valid: 9, items: [tea, cup], count: basket, min-items: 2, share: 5% }
        - { name: flash, grant: monthly on day 8, hour: 20, valid: 2 h, hours: "20:00-21:00", off: $1 }
        - { name: third, grant: joining, valid: 9, nth: { every: 3, share: 50%, of: cheapest } }
        - { name: mug, grant: joining, valid: 9, gifts: [{ spend: $9, gift: mug, cost: $1, value: $3 }] }
        - { name: each, grant: joining, valid: 9, off: $1, per-items: 2, stock: 9 per community, budget: $9 per month }
      groups:
        - { name: one, offers: [third, each], mode: ordered, with-others: exclusive, share-of: initial }
      presales:
        - { name: early, deposit: $1, counts-as: $3, deposit-days: 2026-01-02, balance-days: 2026-01-03, unpaid: { off: $1, valid: 7 days, min-spend: $5, hour: 9 } }
      flash-sale:
        - { name: by-steps, when: 2026-01-09, hours: "20:00-22:00", per: day, steps: [{ off: $2, stock: 9 }, { off: $1, stock: 9 }] }
      budgets:
        - { name: a-month, uses: 100, over: [points.redeem], per: month, scope: member, at-limit: refuse }
        - { name: in-all, points-redeemed: 90_000 points, scope: community }
        - { name: worth, liability: $900 }
      risk:
        linked: { benefits: [welcome, first-order], then: refuse }
        minimum-order: $1
        large-award: { above: 500 points, then: review }
        large-redemption: 5_000 points
    arms:
      control: { scheme: none }
      all: {}
      sought:
        equalize: { metric: points-issued-per-member, to: all, over: scheme.points.registration-pack, between: [50 points, 150 points], step: 10, within: 1%, first-members: 5 }
    expect:
      - metric: opt-out-rate
        role: check
        against: baseline
        fail: { increase: 2%, decrease: 1 pp }
        warn: { decrease: 1% }
        on-inconclusive: fail
        per: member

    """
}
