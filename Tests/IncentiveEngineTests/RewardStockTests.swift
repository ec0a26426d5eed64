import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// Stock of the points mall in budgets: for all members, for a period, for each member.
@Suite struct RewardStockTests {
  private static let mug = Reward(
    name: "mug", price: Points(300), content: .item(cost: yuan("6"), value: yuan("12")))
  private static let cup = Reward(
    name: "cup", price: Points(100), content: .item(cost: yuan("2"), value: yuan("4")))
  private let today = day(2026, 1, 3)

  /// Three members with 900 points each.
  private func world(
    _ budget: Budget, rewards: [Reward] = [mug, cup]
  ) throws -> World {
    var world = try World(
      [
        Scheme(
          name: "mall", points: PointsProgram(earn: onePerYuan), rewards: rewards,
          budgets: [budget])
      ], accountCount: 3)
    for account in 0..<3 {
      world.join(account, on: day(2026, 1, 1))
      world.buy("900", on: day(2026, 1, 2), by: account)
    }
    return world
  }

  private func stock(
    _ limit: Int64, over rewards: [String] = ["mug"], per period: CalendarPeriod? = nil,
    scope: Budget.Scope = .programme
  ) -> Budget {
    Budget(
      name: "shelf", measure: .uses, limit: limit, rules: rewards.map(Budget.reward),
      period: period, scope: scope)
  }

  private func redeem(
    _ world: inout World, _ reward: Int = 0, by account: Int, on today: Day
  ) -> Refusal {
    world.handle(.redeem(reward: reward), account, at: today.at(hour: 15)).refusal
  }

  @Test func `M07: the last mug of all goes to whoever comes first, cups are left alone`() throws {
    var world = try world(stock(2))
    #expect([2, 0, 1].map { redeem(&world, by: $0, on: today) } == [.none, .none, .stockOut])
    #expect(redeem(&world, 1, by: 1, on: today) == .none)
    let choices = world.engine.rewardChoices(for: 1, in: world.accounts, at: today.at(hour: 16))
    #expect(choices.map(\.position) == [1])
    #expect(world.accounts.budgets.states[0].used == 2)
  }

  @Test func `a refused wish changes nothing`() throws {
    var world = try world(stock(1))
    #expect(redeem(&world, by: 0, on: today) == .none)
    let before = world.accounts
    #expect(redeem(&world, by: 1, on: today) == .stockOut)
    #expect(world.accounts == before)
  }

  @Test func `two rewards share a stock, which is there anew each month`() throws {
    var world = try world(stock(2, over: ["mug", "cup"], per: .month))
    #expect(redeem(&world, 0, by: 0, on: today) == .none)
    #expect(redeem(&world, 1, by: 1, on: today) == .none)
    #expect(redeem(&world, 1, by: 2, on: day(2026, 1, 31)) == .stockOut)
    #expect(redeem(&world, 1, by: 2, on: day(2026, 2, 1)) == .none)
  }

  @Test func `a member's own stock says nothing to others`() throws {
    var world = try world(stock(1, scope: .member))
    #expect(
      [0, 0, 1].map { redeem(&world, by: $0, on: today) } == [.none, .stockOut, .none])
  }

  /// Others elsewhere have taken what there was: the first wish that finds nothing closes the shelf.
  @Test func `a shared stock closes at the first wish that does not fit`() throws {
    var world = try world(stock(5))
    world.engine.updateBudgets(of: &world.accounts, on: today) { book in
      book.states[0].discipline = .closes
      book.states[0].usedElsewhere = 4
    }
    #expect(redeem(&world, by: 0, on: today) == .none)
    #expect(redeem(&world, by: 1, on: today) == .stockOut)
    #expect(world.accounts.budgets.states[0].gate == .last)
    #expect(world.accounts.budgets.states[0].remainder == 0)
  }

  @Test func `points turn into a reward by themselves while there is stock`() throws {
    var snack = Self.cup
    snack.automaticPerDay = 1
    var world = try world(stock(2, over: ["cup"]), rewards: [snack])
    // Each of three orders of 900 points would take a cup; there are two.
    #expect((0..<3).map { world.balance(on: today, of: $0) } == [800, 800, 900])
    #expect(world.accounts.budgets.states[0].used == 2)
    world.buy("1", on: today, by: 2)
    #expect(world.balance(on: today, of: 2) == 901)
  }

  @Test func `what a shelf cannot be is said with its place`() {
    var several = Self.mug
    several.automaticPerDay = 2
    let offer = Offer(
      name: "ten", access: .promotion(.always), benefit: .amountOff([]))
    func problems(_ budget: Budget, _ reward: Reward = Self.mug) -> [String] {
      Scheme(
        name: "mall", points: PointsProgram(earn: onePerYuan), offers: [offer], rewards: [reward],
        budgets: [budget]
      ).problems.map(\.path).filter { $0.hasPrefix("budgets") }
    }
    #expect(problems(stock(1)) == [])
    #expect(problems(stock(1), several) == ["budgets.shelf.over"])
    var mixed = stock(1)
    mixed.rules.append("ten")
    #expect(problems(mixed) == ["budgets.shelf.over"])
    var money = stock(1)
    money.measure = .money
    #expect(problems(money) == ["budgets.shelf.over"])
    #expect(problems(stock(1, over: ["jug"])) == ["budgets.shelf.over"])
  }
}
