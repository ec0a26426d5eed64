import ArgumentParser
import Testing

@testable import incentive

@Suite struct HelpTests {
  @Test func `the help of every command has an example that begins with its name`() throws {
    let commands = Incentive.configuration.subcommands
    #expect(commands.count >= 7)
    for command in commands {
      let name = try #require(command.configuration.commandName)
      let ran = try incentive(name, "--help")
      #expect(ran.status == 0)
      #expect(ran.output.contains("EXAMPLE"))
      #expect(ran.output.contains("  incentive \(name)"))
      #expect(ran.errors.isEmpty)
    }
  }

  @Test func `every command takes --json`() {
    for command in Incentive.configuration.subcommands {
      #expect(command.helpMessage().contains("--json"))
    }
  }

  @Test func `the main help tells the exit codes`() throws {
    let ran = try incentive("--help")
    #expect(ran.status == 0)
    #expect(ran.output.contains("65 wrong input"))
  }

  @Test func `wrong usage exits with 64`() throws {
    #expect(try incentive("lint").status == 64)
    #expect(try incentive("run", "--no-such-flag").status == 64)
  }
}
