import Experiments
import Foundation
import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Scenarios
import Testing

@testable import Reports

/// Every fixed word of the reports in both languages.
@Suite struct WordsTests {
  /// The words of pages, by kind.
  static let kinds: [any (ReportWord & CaseIterable).Type] = [
    Word.self, MoneyWord.self, FatigueWord.self, FunnelWord.self, AbuseWord.self,
    CoupledWord.self, DrawWord.self, PartnerWord.self, WorldsWord.self, ControlWord.self,
    WorkbookWord.self,
    CompareWord.self, EqualizedWord.self, StagedWord.self, PageWord.self,
  ]
  static let sentences = kinds.flatMap(cases)

  /// What is not a word of the page but shown on it.
  static let names = shown.flatMap(cases)

  private static let shown: [any (ReportWord & CaseIterable).Type] = [
    Metric.self, Channel.self, MessageTopic.self, Submodel.self, Expectation.Role.self,
    PairingGain.Quantity.self, ReportVerdict.Status.self, ReportExpectation.Outcome.self,
    BehaviorParameter.self, PopulationParameter.self, ScenarioChange.Section.self,
  ]

  private static func cases(_ kind: any (ReportWord & CaseIterable).Type) -> [any ReportWord] {
    func all<Kind: ReportWord & CaseIterable>(_ kind: Kind.Type) -> [any ReportWord] {
      kind.allCases.map { $0 }
    }
    return all(kind)
  }

  @Test func `every kind of words in the sources is among these`() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Reports").resolvingSymlinksInPath()
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var found: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n") where line.contains("enum ") {
        guard let match = line.firstMatch(of: /enum (\w+): String, CaseIterable, ReportWord/) else {
          continue
        }
        found.insert(String(match.1))
      }
    }
    #expect(found == Set(Self.kinds.map { "\($0)" }))
  }

  @Test func `a template is filled in order or by number`() {
    #expect(WordTemplate("{} of {}").filled(["a", "b"]) == "a of b")
    #expect(WordTemplate("{2}中的{1}").filled(["a", "b"]) == "b中的a")
    #expect(WordTemplate("none").filled([]) == "none")
    #expect(WordTemplate("{} of {}").placeCount == 2)
    for broken in ["{} {1}", "{2}", "{1} {1}", "{1} {3}"] {
      #expect(!WordTemplate(broken).isSound, "\(broken)")
    }
  }

  @Test func `every word has as many places in Chinese as in English, and all are filled`() {
    for word in Self.sentences {
      let (english, chinese) = (WordTemplate(word.english), WordTemplate(word.chinese))
      #expect(english.isSound && chinese.isSound, "\(word)")
      #expect(english.placeCount == chinese.placeCount, "\(word)")
      let fillings = (0..<english.placeCount).map { "‹\($0)›" }
      for language in ReportLanguage.allCases {
        let text = Words(language: language).fill(word, fillings)
        for filling in fillings { #expect(text.contains(filling), "\(word)") }
        #expect(!text.contains("{"), "\(word)")
      }
    }
  }

  @Test func `Chinese words are Chinese, and English ones are not`() {
    for word in Self.sentences + Self.names {
      #expect(!word.english.isEmpty && !word.chinese.isEmpty, "\(word)")
      #expect(!Self.hasIdeographs(word.english), "\(word)")
      let isMark = word.chinese.allSatisfy { !$0.isLetter || $0.isASCII }
      #expect(isMark || Self.hasIdeographs(word.chinese), "\(word)")
      #expect(!word.chinese.contains(/[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/), "\(word)")
      #expect(!word.chinese.contains(/[\u{3400}-\u{9FFF}][,;:!?]/), "half-width mark in \(word)")
    }
  }

  @Test func `both languages state the same numbers in every word`() {
    for word in Self.sentences + Self.names where !(word is Metric) {
      #expect(Self.numbers(word.english) == Self.numbers(word.chinese), "\(word)")
    }
    for metric in Metric.allCases {
      #expect(
        Self.numbers(metric.definition) == Self.numbers(metric.chineseDefinition), "\(metric)")
    }
  }

  @Test func `no two words of one table are the same in Chinese`() {
    let metrics = Metric.allCases.map(\.chinese)
    #expect(Set(metrics).count == metrics.count)
    let money = MoneyWord.allCases.map(\.chinese)
    #expect(Set(money).count == money.count)
  }

  @Test func `a parameter has a unit in Chinese where it has one in English`() {
    for name in BehaviorParameter.allCases {
      #expect(name.unit.isEmpty == name.chineseUnit.isEmpty, "\(name)")
    }
    for name in PopulationParameter.allCases {
      #expect(name.unit.isEmpty == name.chineseUnit.isEmpty, "\(name)")
    }
  }

  static func hasIdeographs(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }

  /// All numbers of a text, sorted, without the numbers of places.
  static func numbers(_ text: String) -> [String] {
    PageText.numbers(text.replacing(/\{[0-9]*\}/, with: ""))
  }
}
