/// All rules together.
enum Rules {
  /// What breaks a rule in these files.
  static func findings(_ files: [SourceFile]) -> [Finding] {
    var findings = CodeRules.repeatedPurposes(files.filter { !$0.isTest })
    for file in files {
      for phrase in BannedPhrase.all where phrase.applies(to: file) {
        findings += phrase.findings(file)
      }
      for rule in perFile { findings += rule(file) }
    }
    return findings
  }

  private static let perFile: [@Sendable (SourceFile) -> [Finding]] = [
    ImportArrows.findings, Lengths.findings, CodeRules.forceUnwraps, CodeRules.systemMathematics,
    CodeRules.unorderedCollections, CodeRules.unfinishedWork,
  ]
}
