import Measurement
import Quantities
import Scenarios
import Testing

@testable import Experiments

/// How likely goals are met and guardrails kept, counted by hand.
@Suite struct GoalChanceTests {
  @Test func `the share of populations, with the error of draws that are independent`() throws {
    // Shares of four draws of two populations: 1, 0.5, 0, 1; their mean is 5 ÷ 8, their variance
    // 0.6875 ÷ 3, and the error of the mean √(0.6875 ÷ 3 ÷ 4).
    let held = [[true, true], [true, false], [false, false], [true, true]]
    let chance = try #require(GoalChance(arm: "points", held: held))
    #expect(chance.met == 5 && chance.populations == 8 && chance.probability == 0.625)
    #expect(abs((chance.standardError ?? 0) - 0.239_356_776_8) < 1e-9)
  }

  @Test func `nothing is said of no population, and no error of a single draw`() {
    #expect(GoalChance(arm: "points", held: []) == nil)
    #expect(GoalChance(arm: "points", held: [[], []]) == nil)
    #expect(GoalChance(arm: "points", held: [[true]])?.standardError == nil)
  }
}
