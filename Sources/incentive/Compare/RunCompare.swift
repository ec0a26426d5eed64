internal import ArgumentParser
internal import Experiments
internal import Quantities
internal import Reports
internal import ScenarioFiles

/// Two finished runs, read from their folders.
struct RunCompare {
  let first, second: FinishedRun
  let pairing: RunPairing
  let names: CompareNames

  /// Reads both; prints why they cannot be compared and exits with 65 otherwise.
  init(_ first: String, _ second: String, _ names: CompareNames) throws {
    do throws(CompareRefusal) {
      self.first = try FinishedRun(path: first)
      self.second = try FinishedRun(path: second)
      pairing = try RunPairing(self.first, self.second)
      self.names = names
    } catch {
      Terminal.note("\(error)")
      throw ExitCode.wrongInput
    }
  }

  /// What the report says of them.
  func input() throws -> CompareInput {
    guard let currency = Currency(code: first.currency) else {
      Terminal.note("\(first.folder) has a currency that there is not: \(first.currency)")
      throw ExitCode.wrongInput
    }
    return CompareInput(
      first: side(first, names.first), second: side(second, names.second),
      pairing: .independent(isSameResult: pairing.isSameResult), currency: currency,
      changes: ScenarioFile.changes(from: source(first), to: source(second)),
      arms: pairing.arms, onlyInFirst: pairing.onlyInFirst, onlyInSecond: pairing.onlyInSecond)
  }

  private func side(_ run: FinishedRun, _ label: String) -> CompareInput.Side {
    CompareInput.Side(
      label: label, path: run.folder, title: run.title, seed: run.seed, members: run.members,
      replications: run.replications, runID: run.runID, digest: run.digest)
  }

  private func source(_ run: FinishedRun) -> ScenarioSource {
    ScenarioSource(
      name: run.path, text: run.source ?? "", canonicalText: run.canonicalText)
  }
}
