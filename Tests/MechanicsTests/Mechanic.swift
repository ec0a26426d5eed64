/// One row of `docs/mechanics.md`: an incentive mechanic, and what proves that it works.
struct Mechanic {
  enum Status {
    case planned
    /// It runs: the scenario's file name, the tests by name, and parts that are still planned.
    case works(scenario: String, tests: [String], missing: String?)
  }

  let number: Int
  let name: String
  let status: Status

  /// `M01` to `M60`.
  var identifier: String { number < 10 ? "M0\(number)" : "M\(number)" }

  static func planned(_ number: Int, _ name: String) -> Mechanic {
    Mechanic(number: number, name: name, status: .planned)
  }

  static func works(
    _ number: Int, _ name: String, _ scenario: String, _ tests: [String], missing: String? = nil
  ) -> Mechanic {
    Mechanic(
      number: number, name: name,
      status: .works(scenario: scenario, tests: tests, missing: missing))
  }
}
