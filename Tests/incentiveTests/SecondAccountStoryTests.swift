import Foundation
import Testing

/// What `explain` tells of a person with two accounts.
@Suite struct SecondAccountStoryTests {
  /// Everybody has two accounts, to which orders go by halves, until they are joined some day; every
  /// order is one kettle for ¥100 and earns 100 points.
  private static let twoAccounts = """
    scenario: Two accounts
    horizon: { from: 2026-01-01, days: 360, zone: Asia/Shanghai }
    currency: CNY
    seed: 11
    people:
      members: 5
      second-accounts: { share: 100%, orders: 50%, merges: 0.05 }
      segments: [{ name: all, share: 100%, use: grocery-habit }]
    catalogue:
      items-per-basket: 1
      items: [{ name: kettle, category: kitchen, price: ¥100, cost: ¥60 }]
    economics: { margin: 35% }
    scheme:
      points: { earn: 1 per ¥1 }
      accounts: joined
    """

  private static func story(_ flags: String...) throws -> Ran {
    let folder = try TemporaryFolder()
    let path = try folder.file("two.yaml", twoAccounts)
    return try incentive(["explain", path, "--arm", "scheme"] + flags)
  }

  @Test func `points of both accounts are told, each with its account, until they are joined`()
    throws
  {
    var (onSecond, joined) = (0, 0)
    for member in 0..<5 {
      let value = try Self.story("--member", "\(member)", "--json").json()
      #expect(value["balanceFailures"] as? Int == 0)
      #expect(try #require(value["balanceChecks"] as? Int) > 0)
      let entries = try #require(value["entries"] as? [[String: Any]])
      var (first, second, areJoined) = (0, 0, false)
      for entry in entries {
        let isSecond = entry["isOfSecondAccount"] as? Bool == true
        let details = try #require(entry["details"] as? [String])
        if entry["kind"] as? String == "order" {
          if isSecond { second += 100 } else { first += 100 }
          #expect(entry["pointsChange"] as? Int == 100)
          let transfers = try #require(entry["transfers"] as? [[String: Any]])
          // A community's second accounts stand behind all first ones.
          #expect(transfers.first?["account"] as? Int == (isSecond ? member + 5 : member))
          #expect(details.contains("on the member's second account") == isSecond)
          #expect(!(isSecond && areJoined))
          if isSecond { onSecond += 1 }
        }
        if entry["headline"] as? String == "two accounts joined into one" {
          #expect(entry["pointsChange"] as? Int == 0)
          (first, second, areJoined) = (first + second, 0, true)
          joined += 1
        }
        #expect(entry["balance"] as? Int == first + second)
        #expect(entry["secondBalance"] as? Int == second)
      }
    }
    #expect(onSecond > 5 && joined > 0)
  }

  @Test func `people read where the points stand, in both languages`() throws {
    func told(_ language: String) throws -> String {
      try (0..<5).map { try Self.story("--member", "\($0)", "--language", language).output }
        .joined()
    }
    #expect(try told("en").contains(" points, 100 of them on the second account]"))
    #expect(try told("zh").contains(" 积分，其中第二个账户 100]"))
    #expect(!(try told("en").contains("DISAGREED")))
  }
}
