/// `docs/mechanics.md` as text.
enum MechanicPage {
  static func markdown(_ mechanics: [Mechanic]) -> String {
    let working = mechanics.count { if case .works = $0.status { true } else { false } }
    return """
      # Mechanics

      \(working) of \(mechanics.count) incentive mechanics work: a scenario file states each, and
      the tests named here run it or check its arithmetic. This page is generated from the table
      in the tests, and a test holds it against them. What "not yet" names is planned.

      | | mechanic | scenario | test | status |
      |---|---|---|---|---|
      \(mechanics.map(row).joined(separator: "\n"))

      """
  }

  private static func row(_ mechanic: Mechanic) -> String {
    let start = "| \(mechanic.identifier) | \(mechanic.name) |"
    guard case .works(let scenario, let tests, let missing) = mechanic.status else {
      return "\(start) | | planned |"
    }
    let link = "[\(scenario)](../scenarios/mechanics/\(scenario).yaml)"
    let status = missing.map { "works; not yet: \($0)" } ?? "works"
    return "\(start) \(link) | \(tests.joined(separator: "<br>")) | \(status) |"
  }
}
