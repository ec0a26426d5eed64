import Foundation
import Testing

@testable import ScenarioFiles

/// Wrong files must never crash the reader, whatever is wrong with them.
@Suite struct MutationTests {
  /// A small generator of its own, so that a seed says it all: SplitMix64 (Steele, Lea and Flood
  /// 2014).
  struct Generator {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
  }

  static let pieces = [
    "\t", "\n", "  ", "-", "- ", ":", ": ", "{", "}", "[", "]", ",", "&a ", "*a", "!!int ", "|",
    "> ", "#", "'", "\"", "%", "¥", "0", "9999999999999999999", "-1", "1e400", "_", ".", "\u{0}",
    "\u{feff}", "é", "🙂", "---\n", "...\n", "<<: ", "? ", "@", "none", "null", "~", "🇨🇳",
  ]

  @Test func `20 000 mutations of the example are read or refused, never a crash`() throws {
    let example = Array(try shippedText("scenarios/points-and-growth.yaml").unicodeScalars)
    let count = Int(ProcessInfo.processInfo.environment["MUTATIONS"] ?? "") ?? 20_000
    var refused = 0
    for seed in 0..<UInt64(count) {
      var random = Generator(state: seed)
      let text = Self.mutated(example, &random)
      guard let found = problems(of: text, name: "mutated.yaml") else { continue }
      refused += 1
      let isLocated = found.problems.allSatisfy { $0.line >= 1 && $0.column >= 1 }
      if found.problems.isEmpty || !isLocated || found.rendered.contains("cannot be used") {
        Issue.record("seed \(seed): \(found.rendered)")
      }
    }
    #expect(refused > count / 2)
  }

  private static func mutated(_ scalars: [Unicode.Scalar], _ random: inout Generator) -> String {
    var text = scalars
    for _ in 0...random.next(below: 4) {
      let place = random.next(below: text.count)
      switch random.next(below: 4) {
      case 0: text.remove(at: place)
      case 1:
        text.insert(contentsOf: pieces[random.next(below: pieces.count)].unicodeScalars, at: place)
      case 2: text.removeSubrange(place..<min(text.count, place + random.next(below: 40)))
      default:
        let end = min(text.count, place + random.next(below: 60))
        text.insert(contentsOf: text[place..<end], at: random.next(below: text.count))
      }
      if text.isEmpty { text = scalars }
    }
    return String(String.UnicodeScalarView(text))
  }

  static let hostile: KeyValuePairs<String, String> = [
    "open lists": String(repeating: "[", count: 100_000),
    "open mappings": String(repeating: "{a: ", count: 50_000),
    "lists in lists": String(repeating: "- ", count: 50_000),
    "complex keys": "? " + String(repeating: "? ", count: 5000),
    "a megabyte": String(repeating: "a", count: 1_000_001),
    "stairs": (0..<1000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    "aliases": "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]",
    "byte order mark": "\u{feff}", "comment": "# nothing", "null": "~", "list": "[]",
    "text": "text", "two documents": "--- a\n--- b", "tag": "a: !!binary x", "quote": "\"",
    "unknown alias": "a: *b", "version": "%YAML 9.9\n---\na: b", "control": "a: \u{7}",
  ]

  @Test(arguments: hostile.map(\.key))
  func `hostile files are refused at once`(name: String) throws {
    let text = try #require(Self.hostile.first { $0.key == name }).value
    #expect(problems(of: text, name: "hostile.yaml")?.problems.isEmpty == false)
  }
}
