import Testing

/// The rules of `CONTRIBUTING.md` that a program can check, held against the whole source tree.
@Suite struct TidyTests {
  private static let findings = Rules.findings(SourceTree.files)

  @Test func `the sources keep the rules, or say why not`() {
    let (remaining, _) = Exemption.apply(Exemption.all, to: Self.findings)
    for finding in remaining { Issue.record("\(finding)") }
  }

  @Test func `every exemption is still needed and has a reason`() {
    let (_, unused) = Exemption.apply(Exemption.all, to: Self.findings)
    #expect(unused.isEmpty)
    #expect(Exemption.all.allSatisfy { $0.reason.count > 10 })
  }

  @Test func `the sources are found and read to their end`() {
    #expect(SourceTree.files.contains { $0.path == "Sources/Quantities/Money.swift" })
    #expect(SourceTree.files.contains { $0.path == "Tests/TidyTests/TidyTests.swift" })
    for file in SourceTree.files {
      #expect(file.isBalanced, "the scan of \(file.path) lost its way, so its rules say nothing")
    }
  }

  @Test func `half of the functions fit in ten lines`() {
    let functions = SourceTree.sources.flatMap { Functions.measure($0.tokens) }
    #expect(functions.count > 10)
    #expect(Functions.medianLineCount(functions) <= Lengths.maximumMedianFunctionLines)
  }
}
