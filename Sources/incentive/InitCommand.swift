internal import ArgumentParser
internal import Experiments
internal import Foundation

/// A starter scenario.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a small scenario to start from, with a comment on every part.",
    discussion: """
      EXAMPLE
        incentive init scenarios/my-first.yaml && incentive run scenarios/my-first.yaml
      """)

  @Argument(help: "The file to write.") var path = "scenarios/my-first.yaml"
  @Flag(help: "Overwrite the file if it exists.") var force = false
  @OptionGroup var output: OutputOptions

  private struct Written: Encodable { var written: String }

  func run() throws {
    guard force || !FileManager.default.fileExists(atPath: path) else {
      Terminal.note("\(path) exists and was left as it is; --force overwrites it")
      throw ExitCode.validationFailure
    }
    do throws(FileProblem) {
      try DurableFile.write(StarterScenario.text, to: path)
    } catch {
      Terminal.note("\(error)")
      throw ExitCode.failure
    }
    guard !output.json else { return try Terminal.say(json: Written(written: path)) }
    Terminal.say("wrote \(path)")
    Terminal.say("next: incentive run \(path)")
  }
}
