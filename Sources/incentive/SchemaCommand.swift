internal import ArgumentParser
internal import Reports
internal import ScenarioFiles

/// The JSON Schema of scenario files, for editors, and of what runs write.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of scenario files, for editors, or of a run's summary.",
    discussion: """
      EXAMPLE
        incentive schema > schema/scenario.json

      An editor with a YAML language server then completes keys and marks mistakes in \
      files that begin with
        # yaml-language-server: $schema=../schema/scenario.json

      With --summary it is the schema of the summary.json that a run writes.
      """)

  @Flag(help: "The schema of summary.json instead.") var summary = false

  @OptionGroup var output: OutputOptions

  func run() {
    let text = summary ? SummarySchema.text : ScenarioSchema.json()
    Terminal.say(String(text.dropLast()))
  }
}
