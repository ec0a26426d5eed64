import Foundation
import Measurement
import Testing

@testable import Experiments

/// Runs read from their folders, and what is none.
@Suite struct FinishedRunTests {
  @Test func `a run is read from its folder, its manifest or its summary`() throws {
    try RunFolder.inFolder { folder in
      try RunFolder().write(to: folder)
      for path in [folder, "\(folder)/", "\(folder)/manifest.json", "\(folder)/summary.json"] {
        let run = try FinishedRun(path: path)
        #expect(run.folder == folder && run.title == "A" && run.seed == "1")
        #expect(run.days == 30 && run.currency == "CNY" && run.members == 100)
        #expect(run.units == 10, "five communities, twice")
        #expect(run.arms.map(\.name) == ["control", "points"])
        #expect(run.arms[1][.ordersPerMember].value == 5)
        #expect(run.arms[1][.ordersPerMember].standardError == 0.4)
        #expect(run.arms[1][.optOutRate].value == nil)
        #expect(run.source == nil)
      }
    }
  }

  @Test func `where communities depend on each other replications are the units`() throws {
    var files = RunFolder()
    files.over = "replications"
    #expect(try files.read().units == 2)
  }

  private func refusal(_ change: (inout RunFolder) -> Void) throws -> String {
    var files = RunFolder()
    change(&files)
    return try RunFolder.inFolder { folder in
      try files.write(to: folder)
      do throws(CompareRefusal) {
        _ = try FinishedRun(path: folder)
        return "none"
      } catch {
        return error.description.replacingOccurrences(of: folder, with: "RUN")
      }
    }
  }

  @Test func `what is no whole, healthy run is refused, each with its reason`() throws {
    #expect(try refusal { _ in } == "none")
    let damaged = "RUN/summary.json is damaged: it does not fit the manifest; run it again"
    let cut = try refusal { $0.damage = { String($0.dropLast(20)) } }
    #expect(cut == damaged)
    let edited = try refusal { $0.damage = { $0.replacingOccurrences(of: "4.0", with: "4.1") } }
    #expect(edited == damaged)
    let old = try refusal { $0.metricDefinitions = nil }
    #expect(
      old == "RUN is of an older version that did not keep what a comparison needs: run it again")
    let ill = try refusal { $0.health = [("people", true), ("ledger", false)] }
    #expect(
      ill == "RUN is a run that is not fit to be read, a health check failed: ledger (x)")
    let unchecked = try refusal { $0.health = [] }
    #expect(
      unchecked
        == "RUN/summary.json is damaged: what it must state is not there; run it again")
    let noNumber = "RUN/summary.json cannot be read: it is no file of a finished run"
    for huge in ["1e999", "NaN", "\"4\"", "{"] {
      let found = try refusal { $0.arms = [("control", [("orders-per-member", huge, "1")])] }
      #expect(found == noNumber, "\(huge)")
    }
    for (count, isRight) in [
      ("0", false), ("-3", false), ("99999999999999999999", false), ("3", true),
    ] {
      #expect((try refusal { $0.replications = count } == "none") == isRight, "\(count)")
      #expect((try refusal { $0.communities = count } == "none") == isRight, "\(count)")
    }
    let semantics = try refusal { $0.semantics = "two" }
    #expect(semantics.contains("engineSemantics is no whole number"))
  }

  private func refusal(of path: String, in folder: String) -> String {
    do throws(CompareRefusal) {
      _ = try FinishedRun(path: path)
      return "none"
    } catch {
      return error.description.replacingOccurrences(of: folder, with: "F")
    }
  }

  @Test func `a path that leads to no run is refused, each with its reason`() throws {
    try RunFolder.inFolder { folder in
      let noRun =
        " is no finished run: give its folder, results/runs/<scenario>/<run-id>, or the "
        + "manifest.json in it"
      #expect(refusal(of: folder, in: folder) == "F is not there: is the path right?")
      try DurableFile.write("x", to: "\(folder)/other.json")
      #expect(refusal(of: folder, in: folder) == "F" + noRun)
      #expect(refusal(of: "\(folder)/other.json", in: folder) == "F/other.json" + noRun)
      try DurableFile.write("", to: "\(folder)/lock")
      #expect(
        refusal(of: folder, in: folder)
          == "F is a run that is not finished: start it again with `incentive run`, it goes on")
      for text in ["", "[]", "{", "{\"name\": \"left-pad\", \"version\": \"1.0.0\"}", "[[[[[["] {
        try DurableFile.write(text, to: "\(folder)/manifest.json")
        let found = refusal(of: folder, in: folder)
        #expect(found == "F/manifest.json cannot be read: it is no file of a finished run")
      }
      try DurableFile.write([0xFF, 0xFE, 0x00], to: "\(folder)/manifest.json")
      #expect(
        refusal(of: folder, in: folder)
          == "F/manifest.json cannot be read: it is not UTF-8 text")
      try DurableFile.write(RunFolder().manifest, to: "\(folder)/manifest.json")
      #expect(
        refusal(of: folder, in: folder) == "F/summary.json is not there: is the path right?")
      try RunFolder().write(to: folder)
      #expect(refusal(of: folder, in: folder) == "none")
      try DurableFile.write("scenario.seed = 2\n", to: "\(folder)/scenario.txt")
      #expect(
        refusal(of: folder, in: folder)
          == "F/scenario.txt is damaged: it is not the scenario of this run; run it again")
    }
  }
}
