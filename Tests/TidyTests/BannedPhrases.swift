/// A sequence of tokens that must not occur, where, and why.
struct BannedPhrase {
  enum Scope {
    case everywhere
    /// All sources but the command line (D11).
    case belowCommandLine
    /// Sources whose numbers can reach a tally (D8).
    case upstreamOfTally
  }

  /// Tokens separated by spaces.
  let phrase: String
  let scope: Scope
  let why: String

  static let all: [BannedPhrase] =
    group(.belowCommandLine, why: "only the command line reads the clock or environment (D11)") {
      [
        "Date ( )", "Date . now", "DispatchTime", "ContinuousClock", "SuspendingClock", "time (",
        "clock_gettime", "gettimeofday", "ProcessInfo", "getenv", "CommandLine",
      ]
    }
    + group(.belowCommandLine, why: "only the command line prints (D11)") {
      ["print (", "debugPrint (", "dump (", "printf (", "fputs (", "puts (", "readLine ("]
        + ["FileHandle . standardOutput", "FileHandle . standardError"]
    }
    + group(.belowCommandLine, why: "randomness is addressed, never sequenced (D3)") {
      [
        ". random (", ". randomElement (", ". shuffled (", ". shuffle (",
        "SystemRandomNumberGenerator", "arc4random", "UUID ( )",
      ]
    }
    + group(.belowCommandLine, why: "hash values differ from run to run (D8)") {
      [". hashValue", "Hasher ("]
    }
    + group(.upstreamOfTally, why: "fused multiply-add gives other bits on other CPUs (D8)") {
      [". addingProduct (", ". addProduct (", "fma ("]
    }
    + group(.everywhere, why: "wrong input is a located problem, broken invariants `precondition`")
  {
    ["fatalError (", "try !", "as !"]
  }
    + group(.everywhere, why: "a re-exported module hides an import arrow") { ["@ _exported"] }

  static func group(
    _ scope: Scope, why: String, _ phrases: () -> [String]
  ) -> [BannedPhrase] {
    phrases().map { BannedPhrase(phrase: $0, scope: scope, why: why) }
  }

  /// Targets whose numbers can reach a tally: the kernel, and what its parameters come from.
  static let upstreamOfTally = ImportArrows.kernel.union(["Scenarios", "ScenarioFiles"])

  func applies(to file: SourceFile) -> Bool {
    switch scope {
    case .everywhere: true
    case .belowCommandLine: !file.isTest && file.target != "incentive"
    case .upstreamOfTally: !file.isTest && Self.upstreamOfTally.contains(file.target)
    }
  }

  /// The places in a file where the phrase stands, whether the rule applies there or not.
  func findings(_ file: SourceFile) -> [Finding] {
    let words = phrase.split(separator: " ").map(String.init)
    let tokens = file.tokens
    return tokens.indices.compactMap { start in
      guard tokens[start].text == words[0], start + words.count <= tokens.count,
        words.indices.allSatisfy({ tokens[start + $0].text == words[$0] })
      else { return nil }
      if start > 0, isMemberOrDeclaration(tokens, start) { return nil }
      return Finding(
        rule: phrase, path: file.path, line: tokens[start].line,
        message: "`\(words.joined())` is banned: \(why)")
    }
  }

  /// Whether the word is someone's member (`chart.print(`) or a name being declared.
  private func isMemberOrDeclaration(_ tokens: [Token], _ index: Int) -> Bool {
    let before = tokens[index - 1].text
    guard before == "." else { return before == "func" }
    let systemOwners: Set = ["Swift", "Foundation", "Glibc"]
    return index < 2 || !systemOwners.contains(tokens[index - 2].text)
  }
}
