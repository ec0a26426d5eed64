/// Which target may import which module: the table of `ARCHITECTURE.md`, "Targets".
enum ImportArrows {
  /// What each target may import besides whatever that may import; bottom up.
  static let table: [(target: String, mayImport: [String])] = [
    ("CGSL", []),
    ("CXLSXWriter", []),
    ("PortableMath", []),
    ("Quantities", []),
    ("Timeline", []),
    ("Randomness", ["PortableMath"]),
    ("PointsLedger", ["Quantities", "Timeline"]),
    ("IncentiveEngine", ["PointsLedger", "Quantities", "Timeline", "Randomness"]),
    ("MemberPopulation", ["Quantities", "Randomness", "Timeline"]),
    (
      "MemberBehavior",
      ["MemberPopulation", "Quantities", "Randomness", "PortableMath", "Timeline"]
    ),
    ("Measurement", ["Quantities", "Timeline"]),
    ("CommunitySimulation", ["IncentiveEngine", "MemberBehavior", "Measurement"]),
    ("Scenarios", ["IncentiveEngine", "MemberPopulation", "MemberBehavior", "Measurement"]),
    ("NumericalMethods", ["CGSL"]),
    ("Statistics", ["NumericalMethods"]),
    ("LiabilityValuation", ["Measurement", "Statistics", "Quantities", "Timeline"]),
    ("OrderLogs", ["Quantities", "Timeline"]),
    ("Calibration", ["OrderLogs", "MemberPopulation", "Statistics"]),
    ("ScenarioFiles", ["Scenarios"]),
    ("Experiments", ["CommunitySimulation", "Scenarios", "LiabilityValuation"]),
    ("SchemeLint", ["IncentiveEngine", "Scenarios"]),
    ("Patterns", ["Experiments", "Calibration"]),
    ("Charts", []),
    ("Spreadsheets", ["CXLSXWriter"]),
    ("Reports", ["Experiments", "Patterns", "SchemeLint", "Charts", "Spreadsheets"]),
    ("incentive", ["Reports", "ScenarioFiles", "OrderLogs", "Calibration", "SchemeLint"]),
  ]

  /// Targets whose results must be the same bits everywhere: nothing of the system in them.
  static let kernel: Set<String> = [
    "PortableMath", "Quantities", "Timeline", "Randomness", "PointsLedger", "IncentiveEngine",
    "MemberPopulation", "MemberBehavior", "Measurement", "CommunitySimulation",
  ]

  /// System libraries, and the only kernel files that may import them.
  static let systemModules: Set<String> = [
    "Foundation", "FoundationEssentials", "Darwin", "Glibc", "Musl", "Dispatch",
  ]
  static let systemInKernel: Set<String> = ["Sources/Timeline/ProgramZone.swift"]

  /// Parts of the language and of swift-collections that every target may import.
  static let freeModules: Set<String> = [
    "Swift", "Synchronization", "Collections", "HeapModule", "DequeModule", "OrderedCollections",
    "BitCollections", "BasicContainers", "ContainersPreview",
  ]

  /// Other packages, and the targets that may import them (D11).
  static let packages: [String: Set<String>] = [
    "Yams": ["ScenarioFiles"],
    "ArgumentParser": ["incentive"],
    "Crypto": ["Experiments", "incentive"],
  ]

  /// Imports of a file that follow no arrow.
  static func findings(_ file: SourceFile) -> [Finding] {
    guard !file.isTest else { return [] }
    guard table.contains(where: { $0.target == file.target }) else {
      return [finding(file, 1, "the target \(file.target) is not in the table of arrows")]
    }
    return imports(file.tokens).compactMap { name, line in
      isAllowed(name, in: file)
        ? nil : finding(file, line, "\(file.target) may not import \(name)")
    }
  }

  /// The modules that a file imports.
  static func imports(_ tokens: [Token]) -> [(name: String, line: Int)] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    return tokens.indices.compactMap { index in
      guard tokens[index].text == "import", index + 1 < tokens.count else { return nil }
      let next = tokens[index + 1]
      guard kinds.contains(next.text), index + 2 < tokens.count else {
        return (next.text, next.line)
      }
      return (tokens[index + 2].text, next.line)
    }
  }

  /// Everything that a target may import of this package, itself included.
  static func reachable(from target: String) -> Set<String> {
    var reached: Set = [target]
    for row in table.reversed() where reached.contains(row.target) {
      reached.formUnion(row.mayImport)
    }
    return reached
  }

  private static func isAllowed(_ name: String, in file: SourceFile) -> Bool {
    if freeModules.contains(name) { return true }
    if systemModules.contains(name) {
      return !kernel.contains(file.target) || systemInKernel.contains(file.path)
    }
    if let targets = packages[name] { return targets.contains(file.target) }
    // The C libraries are seen by their one wrapper only (D11).
    if name == "CGSL" { return file.target == "NumericalMethods" }
    if name == "CXLSXWriter" { return file.target == "Spreadsheets" }
    return reachable(from: file.target).contains(name)
  }

  private static func finding(_ file: SourceFile, _ line: Int, _ message: String) -> Finding {
    Finding(rule: "import arrows", path: file.path, line: line, message: message)
  }
}
