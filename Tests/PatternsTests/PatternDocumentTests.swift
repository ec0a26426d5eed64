import Foundation
import Testing

@testable import Patterns

/// The repository's root, from this file's place.
let repositoryRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// The table of patterns against what was declared before tuning, and against what is committed.
@Suite struct PatternDocumentTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOf: repositoryRoot.appendingPathComponent(path), encoding: .utf8)
  }

  @Test func `every pattern has the role that was declared`() throws {
    let rows = try text("docs/patterns.md").split(separator: "\n").filter { $0.hasPrefix("| P") }
    let declared = Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        return (cells[0], cells[2])
      })
    #expect(declared.count == 47)
    for pattern in Pattern.all {
      #expect(declared[pattern.id] == pattern.role.rawValue, "\(pattern.id)")
    }
    #expect(Pattern.all.map(\.id) == Pattern.all.map(\.id).filter { declared[$0] != nil })
    #expect(Set(declared.keys) == Set(Pattern.all.map(\.id)))
  }

  @Test func `at most a third of the patterns that need a mechanism is calibrated`() {
    let mechanism = Pattern.all.count { [.calibrated, .heldOut].contains($0.role) }
    let calibrated = Pattern.all.count { $0.role == .calibrated }
    #expect(mechanism == 30)
    #expect(calibrated * 3 <= mechanism)
  }

  @Test func `the committed scorecard is of this table, and the README tells its count`() throws {
    let data = try Data(
      contentsOf: repositoryRoot.appendingPathComponent("results/patterns/scorecard.json"))
    let card = try JSONDecoder().decode(Scorecard.self, from: data)
    #expect(card.patterns.map(\.id) == Pattern.all.map(\.id))
    for (line, pattern) in zip(card.patterns, Pattern.all) {
      #expect(line.role == pattern.role.rawValue, "\(line.id)")
      #expect(line.conditions.map(\.statistic) == pattern.conditions.map(\.statistic))
      for (condition, declared) in zip(line.conditions, pattern.conditions) {
        #expect(condition.low == declared.band.low && condition.high == declared.band.high)
      }
      if line.verdict == "not reproduced" {
        #expect(line.reason != nil, "\(line.id) fails without a sentence why")
      }
    }
    let count = "\(card.count.mechanismReproduced) of \(card.count.mechanism)"
    #expect(try text("README.md").contains(count), "the README says \(count)")
  }
}
