import Foundation
import ScenarioFiles
import Testing

@testable import incentive

@Suite struct FileCommandTests {
  static let starter = repositoryRoot.appendingPathComponent("scenarios/starter.yaml")

  /// A draft with one mechanic that cannot be executed yet.
  static let draft = """
    status: draft
    scenario: A draft
    horizon: { from: 2026-01-01, days: 30, zone: Asia/Shanghai }
    currency: CNY
    seed: 1
    people:
      members: 100
      start: cohort
      segments:
        - { name: all, share: 100%, use: cdnow }
    economics: { margin: 30% }
    scheme:
      lottery: a wheel with ten fields
    arms:
      control: { scheme: none }
      card: {}
    """

  @Test func `schema prints the JSON Schema that editors read`() throws {
    let ran = try incentive("schema")
    #expect(ran.status == 0)
    #expect(ran.output == ScenarioSchema.json())
    #expect(try ran.json()["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }

  @Test func `the starter that init writes is the shipped one`() throws {
    let folder = try TemporaryFolder()
    let ran = try incentive("init", "mine/first.yaml", in: folder.url)
    #expect(ran.status == 0)
    #expect(ran.output.contains("incentive run mine/first.yaml"))
    let written = try Data(contentsOf: folder.url.appendingPathComponent("mine/first.yaml"))
    #expect(try written == Data(contentsOf: Self.starter))
  }

  @Test func `init never overwrites a file unless told to`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("mine.yaml", "precious")
    let refused = try incentive("init", path)
    #expect(refused.status == 64)
    #expect(refused.errors.contains("--force"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
    #expect(try incentive("init", path, "--force").status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == StarterScenario.text)
    #expect(folder.names == ["mine.yaml"])
  }

  @Test func `init prints one JSON value if asked to`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("mine.yaml")
    #expect(try incentive("init", path, "--json").json()["written"] as? String == path)
  }

  @Test func `lint has a line for every file, and lists what a draft cannot do yet`() throws {
    let folder = try TemporaryFolder()
    let draft = try folder.file("draft.yaml", Self.draft)
    let ran = try incentive("lint", Self.starter.path, draft)
    #expect(ran.status == 0)
    #expect(ran.errors.isEmpty)
    #expect(
      ran.output == """
        \(Self.starter.path): ok
        \(draft): draft: 1 mechanic not executable yet
          line 13: lottery (M44)

        """)
  }

  @Test func `lint tells the problems of all files as JSON`() throws {
    let folder = try TemporaryFolder()
    let broken = try folder.file("broken.yaml", "scenario: x\nhorizn: 3\n")
    let ran = try incentive("lint", broken, Self.starter.path, "--json")
    #expect(ran.status == 65)
    #expect(ran.errors.isEmpty)
    let value = try ran.json()
    let files = try #require(value["files"] as? [[String: Any]])
    #expect(files.map { $0["status"] as? String } == ["broken", "ready"])
    let problems = try #require(files[0]["problems"] as? [[String: Any]])
    #expect(problems.contains { $0["line"] as? Int == 2 && $0["column"] as? Int == 1 })
    #expect(value["problemCount"] as? Int == problems.count)
  }

  @Test func `a draft is not run, and says why`() throws {
    let folder = try TemporaryFolder()
    let draft = try folder.file("draft.yaml", Self.draft)
    let ran = try incentive("run", draft, "--out", folder.path("runs"))
    #expect(ran.status == 65)
    #expect(ran.output.isEmpty)
    #expect(ran.errors.contains("\(draft):13:3: lottery (M44)"))
    #expect(folder.names == ["draft.yaml"])
  }

  @Test func `list tells ready files from drafts and broken ones`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("draft.yaml", Self.draft)
    _ = try folder.file("broken.yaml", "scenario: x\n")
    _ = try folder.file("starter.yaml", StarterScenario.text)
    let run = folder.url.appendingPathComponent("runs/starter/0123456789abcdef")
    try FileManager.default.createDirectory(at: run, withIntermediateDirectories: true)
    try Data("{}".utf8).write(to: run.appendingPathComponent("manifest.json"))
    let ran = try incentive("list", ".", "--out", "runs", in: folder.url)
    #expect(ran.status == 0)
    #expect(ran.output.contains("./draft.yaml\n  A draft\n  draft: 1 mechanic not executable yet"))
    #expect(ran.output.contains("see `incentive lint ./broken.yaml`"))
    #expect(
      ran.output.contains(
        "  Do points pay?\n  ready · 20,000 members · arms control, points, generous\n"))
    #expect(ran.output.hasSuffix("finished runs\n  runs/starter/0123456789abcdef\n"))

    #expect(ran.output.contains("\npresets\n") && ran.output.contains("\n  cafe: "))
    let value = try incentive("list", ".", "--out", "runs", "--json", in: folder.url).json()
    #expect(
      (value["presets"] as? [[String: Any]])?.contains { $0["name"] as? String == "hotel" } == true)
    #expect(value["runs"] as? [String] == ["runs/starter/0123456789abcdef"])
    let files = try #require(value["scenarios"] as? [[String: Any]])
    #expect(files.map { $0["status"] as? String } == ["broken", "draft", "ready"])
  }

  @Test func `a folder that is not there is wrong input`() throws {
    #expect(try incentive("list", "/nowhere").status == 65)
  }
}
