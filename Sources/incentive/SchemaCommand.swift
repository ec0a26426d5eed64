internal import ArgumentParser
internal import ScenarioFiles

/// The JSON Schema of scenario files, for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of scenario files, for editors.",
    discussion: """
      EXAMPLE
        incentive schema > schema/scenario.json

      An editor with a YAML language server then completes keys and marks mistakes in \
      files that begin with
        # yaml-language-server: $schema=../schema/scenario.json
      """)

  @OptionGroup var output: OutputOptions

  func run() { Terminal.say(String(ScenarioSchema.json().dropLast())) }
}
