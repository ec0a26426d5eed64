import Testing

/// Each rule is shown a bad sample that it must find and a good one that it must leave alone.
@Suite struct RuleSampleTests {
  /// Path, code, and the rules that the code breaks there.
  static let samples: [(path: String, code: String, rules: [String])] = [
    // Import arrows.
    ("Sources/Quantities/A.swift", "import Timeline", ["import arrows"]),
    ("Sources/Quantities/A.swift", "import Foundation", ["import arrows"]),
    ("Sources/Quantities/A.swift", "@testable private import struct Yams.Node", ["import arrows"]),
    ("Sources/Quantities/A.swift", "public import Crypto", ["import arrows"]),
    ("Sources/MemberBehavior/A.swift", "import IncentiveEngine", ["import arrows"]),
    ("Sources/IncentiveEngine/A.swift", "import MemberBehavior", ["import arrows"]),
    ("Sources/Calibration/A.swift", "import CGSL", ["import arrows"]),
    ("Sources/Unheard/A.swift", "let x = 1", ["import arrows"]),
    ("Sources/Timeline/Day.swift", "import Foundation", ["import arrows"]),
    ("Sources/Timeline/ProgramZone.swift", "private import Foundation", []),
    ("Sources/IncentiveEngine/A.swift", "public import PointsLedger\nimport PortableMath", []),
    ("Sources/Patterns/A.swift", "import CommunitySimulation", []),
    ("Sources/NumericalMethods/A.swift", "import CGSL", []),
    ("Sources/PointsLedger/A.swift", "import OrderedCollections", []),
    // The clock, the environment, printing.
    ("Sources/Charts/A.swift", "let now = Date()", ["Date ( )"]),
    ("Sources/Charts/A.swift", "let now = Foundation.Date()", ["Date ( )"]),
    ("Sources/Charts/A.swift", "let text = \"at \\(Date())\"", ["Date ( )"]),
    ("Sources/Charts/A.swift", "let text = \"Date()\" // Date()", []),
    ("Sources/Charts/A.swift", "let then = Date(timeIntervalSince1970: 0)", []),
    ("Sources/Charts/A.swift", "ProcessInfo.processInfo", ["ProcessInfo"]),
    ("Sources/Charts/A.swift", "getenv(\"HOME\")", ["getenv"]),
    ("Sources/Charts/A.swift", "print(1)", ["print ("]),
    ("Sources/Charts/A.swift", "canvas.print(1)\nfunc print(_ x: Int) {}", []),
    ("Sources/incentive/A.swift", "print(Date(), ProcessInfo.processInfo)", []),
    // Randomness and hashes.
    ("Sources/Charts/A.swift", "Int.random(in: 0..<2)", [". random ("]),
    ("Sources/Charts/A.swift", "x.shuffled(using: &g)", [". shuffled ("]),
    (
      "Sources/Charts/A.swift", "var g = SystemRandomNumberGenerator()",
      ["SystemRandomNumberGenerator"]
    ),
    ("Sources/Charts/A.swift", "x.hashValue", [". hashValue"]),
    // The system's mathematics.
    (
      "Sources/Timeline/ProgramZone.swift", "import Foundation\nlet x = exp(1.0)",
      ["system mathematics"]
    ),
    (
      "Sources/Scenarios/A.swift", "import Foundation\nlet x = Foundation.pow(2, 3)",
      ["system mathematics"]
    ),
    ("Sources/Scenarios/A.swift", "import Foundation\nlet x = PortableMath.log(2)", []),
    ("Sources/Randomness/A.swift", "import PortableMath\nlet x = log(2)", []),
    ("Sources/Statistics/A.swift", "import Foundation\nlet x = log(2)", []),
    ("Sources/Randomness/A.swift", "x.addingProduct(2, 3)", [". addingProduct ("]),
    // Unordered collections.
    ("Sources/PointsLedger/A.swift", "var seen: Set<Int>", ["unordered collection"]),
    ("Sources/PointsLedger/A.swift", "var seen: [Int: Int]", ["unordered collection"]),
    ("Sources/PointsLedger/A.swift", "var seen = [:]", ["unordered collection"]),
    ("Sources/PointsLedger/A.swift", "Dictionary(grouping: x)", ["unordered collection"]),
    ("Sources/PointsLedger/A.swift", "let x = [a ? b : c], y = x[at: 2], z = [f(a: 1)]", []),
    ("Sources/Charts/A.swift", "var seen: [Int: Int]", []),
    // Crashes.
    ("Sources/Charts/A.swift", "let x = y!", ["force unwrap"]),
    ("Sources/Charts/A.swift", "let x: Int! = y[0]!.z", ["force unwrap", "force unwrap"]),
    ("Sources/Charts/A.swift", "let x = !y && a != b && a! == c", ["force unwrap"]),
    ("Sources/Charts/A.swift", "let x = !y && a != b && a!=b", []),
    ("Sources/Charts/A.swift", "try! f()", ["try !"]),
    ("Tests/ChartsTests/A.swift", "x as! Int", ["as !"]),
    ("Sources/Charts/A.swift", "fatalError(\"no\")", ["fatalError ("]),
    ("Sources/Charts/A.swift", "@_exported import Quantities", ["@ _exported", "import arrows"]),
    // Unfinished work.
    ("Sources/Charts/A.swift", "// TODO: colors", ["unfinished work"]),
    ("Sources/Charts/A.swift", "/* a /* b */\n FIXME */", ["unfinished work"]),
    ("Sources/Charts/A.swift", "/// A list of to-dos.\nlet text = \"TODO\"", []),
  ]

  @Test(arguments: samples.indices)
  func `each rule finds its bad samples and nothing else`(_ index: Int) {
    let sample = Self.samples[index]
    let file = SourceFile(path: sample.path, text: sample.code)
    #expect(Rules.findings([file]).map(\.rule).sorted() == sample.rules.sorted())
  }

  @Test func `a file and a function may be too long by one line`() {
    let statements = String(repeating: "  x += 1\n", count: 69)
    let long = SourceFile(path: "Tests/A/A.swift", text: "func f() {\n\(statements)}\n")
    #expect(Rules.findings([long]).map(\.rule) == ["function length"])
    let fits = SourceFile(path: "Tests/A/A.swift", text: "func f() {\n\(statements.dropLast(9))}\n")
    #expect(Rules.findings([fits]).isEmpty)

    let lines = String(repeating: "let x = 1\n", count: 250)
    #expect(Rules.findings([SourceFile(path: "Tests/A/A.swift", text: lines)]).isEmpty)
    let more = SourceFile(path: "Tests/A/A.swift", text: lines + "\n")
    #expect(Rules.findings([more]).map(\.rule) == ["file length"])
  }

  @Test func `two draw purposes with one number are found across files`() {
    let first = SourceFile(
      path: "Sources/Randomness/A.swift", text: "let a = DrawPurpose(rawValue: 1_0)")
    let second = SourceFile(
      path: "Sources/MemberBehavior/B.swift",
      text: "let b = Purpose(rawValue: 10)\nlet c = Purpose(rawValue: 11)")
    #expect(Rules.findings([first, second]).map(\.rule) == ["draw purposes"])
    #expect(Rules.findings([second]).isEmpty)
    let inside = SourceFile(
      path: "Sources/MemberPopulation/C.swift",
      text:
        "extension Purpose { static let d = Self(rawValue: 11), e: Purpose = .init(rawValue: 12) }")
    #expect(Rules.findings([second, inside]).map(\.rule) == ["draw purposes"])
  }

  @Test func `an exemption covers its own file and rule, and must be used`() {
    let finding = Finding(rule: "print (", path: "Sources/A/A.swift", line: 1, message: "")
    let elsewhere = Finding(rule: "print (", path: "Sources/A/B.swift", line: 1, message: "")
    let used = Exemption(rule: "print (", path: "Sources/A/A.swift", reason: "a sample")
    let stale = Exemption(rule: "Date ( )", path: "Sources/A/A.swift", reason: "a sample")
    let (remaining, unused) = Exemption.apply([used, stale], to: [finding, elsewhere])
    #expect(remaining == [elsewhere])
    #expect(unused.map(\.rule) == ["Date ( )"])
  }

  @Test func `the table of arrows runs bottom up and names no stranger`() {
    var known: Set<String> = []
    for row in ImportArrows.table {
      #expect(row.mayImport.allSatisfy(known.contains), "\(row.target) points upwards")
      #expect(known.insert(row.target).inserted, "\(row.target) stands twice")
    }
    #expect(ImportArrows.kernel.isSubset(of: known))
  }
}
