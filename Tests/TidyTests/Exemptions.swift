/// One place where a rule does not hold, and why that is right.
struct Exemption {
  /// The rule's name, as findings print it in square brackets.
  let rule: String
  let path: String
  let reason: String

  /// All exemptions; one that no longer exempts anything is a finding itself.
  static let all: [Exemption] = [
    Exemption(
      rule: "unordered collection", path: "Sources/MemberPopulation/PopulationProfile.swift",
      reason: "parameters are looked up by name and never walked"),
    Exemption(
      rule: "unordered collection", path: "Sources/MemberBehavior/BehaviorProfile.swift",
      reason: "parameters are looked up by name and never walked"),
  ]

  /// The findings that no exemption covers, and the exemptions that cover nothing.
  static func apply(
    _ exemptions: [Exemption], to findings: [Finding]
  ) -> (remaining: [Finding], unused: [Exemption]) {
    func covers(_ exemption: Exemption, _ finding: Finding) -> Bool {
      exemption.rule == finding.rule && exemption.path == finding.path
    }
    return (
      findings.filter { finding in !exemptions.contains { covers($0, finding) } },
      exemptions.filter { exemption in !findings.contains { covers(exemption, $0) } }
    )
  }
}
