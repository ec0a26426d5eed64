import Foundation
import Scenarios
import Testing

@testable import ScenarioFiles

/// Every scenario that comes with the sandbox is right; the merchants are drafts.
@Suite struct ShippedScenarioTests {
  static let merchants = [
    "baby-nutrition", "diamonds", "milk-stored-value", "phone-store-guides", "tea-stamp-cards",
  ]

  @Test func `every shipped scenario can be read`() throws {
    for path in try shippedScenarios() {
      if let found = try problems(of: shippedText(path), name: path) {
        Issue.record(Comment(rawValue: found.rendered))
      }
    }
  }

  @Test(arguments: merchants)
  func `a merchant is a draft that names what cannot be executed yet`(name: String) throws {
    let read = try loaded(shippedText("scenarios/merchants/\(name).yaml"))
    #expect(read.isDraft)
    #expect(!read.notYetExecutable.isEmpty)
    #expect(read.scenario.catalogue != nil)
    #expect(read.scenario.arms.count >= 3)
    #expect(read.notYetExecutable.allSatisfy { $0.line > 1 && $0.mechanics.hasPrefix("M") })
  }

  @Test func `a draft that says it is ready is refused where its planned mechanics stand`() throws {
    let text = try shippedText("scenarios/merchants/diamonds.yaml")
    let ready = text.replacing("status: draft", with: "status: ready")
    let listed = try loaded(text).notYetExecutable
    let found = try #require(problems(of: ready, name: "diamonds.yaml"))
    #expect(found.problems.map(\.line) == listed.map(\.line).sorted())
  }

  @Test func `the starter and the example are ready to run`() throws {
    for name in ["starter", "points-and-growth"] {
      let read = try loaded(shippedText("scenarios/\(name).yaml"))
      #expect(!read.isDraft && read.notYetExecutable.isEmpty)
    }
  }
}
