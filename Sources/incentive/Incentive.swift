internal import ArgumentParser

/// The command line: what every command is for stands in the table of ARCHITECTURE.md.
@main
struct Incentive: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incentive",
    abstract: "Simulate what a member incentive scheme costs, moves, wears out and leaves behind.",
    discussion: """
      A planner describes a scheme and a population in a scenario file; a simulated population lives
      under every arm of it, with the real incentive engine deciding every point, coupon and tier.

      EXAMPLE
        incentive run scenarios/points-and-growth.yaml --members 20000

      EXIT CODES
        0 success · 1 internal error · 2 a check failed
        3 inconclusive, or a check that could not be evaluated
        4 improvement beyond tolerance (--strict) · 5 baseline missing or incompatible
        64 wrong usage · 65 wrong input · 73 a file cannot be made · 75 try again
      """,
    version: "0.1.0",
    subcommands: [
      RunCommand.self, CompareCommand.self, CheckCommand.self, ReplayCommand.self,
      CalibrateCommand.self,
      PatternsCommand.self, ExplainCommand.self, LintCommand.self, SchemaCommand.self,
      InitCommand.self, ListCommand.self,
    ])
}
