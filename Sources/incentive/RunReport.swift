internal import ArgumentParser
internal import CommunitySimulation
internal import Experiments
internal import Foundation
internal import Quantities
internal import Reports
internal import Scenarios
internal import Spreadsheets

extension SimulationSession {
  /// Runs, concludes, and writes every file of the run's folder.
  func report(futureRedemption: Rate, language: ReportLanguage) async throws -> RunReport {
    try await execute(drawingParameters: true) { finished in
      let clock = ContinuousClock()
      var start = clock.now
      let conclusions = try Conclusions(
        finished.outcome, of: finished.scenario, parameters: finished.parameters)
      var moved: OneAtATime?
      if movesAssumptions {
        let before = clock.now
        moved = try await swings(conclusions)
        start += clock.now - before
      }
      var run = RunReport(
        finished, conclusions, of: ready, oneAtATime: moved, futureRedemption: futureRedemption,
        language: language)
      try run.write()
      run.reportSeconds = Double((clock.now - start) / .milliseconds(1)) / 1000
      return run
    }
  }

  /// At most so many members live in each run that moves an assumption.
  static let membersOfSwings = 4_000

  private func swings(_ conclusions: Conclusions) async throws -> OneAtATime {
    let members = min(Self.membersOfSwings, ready.scenario.people.memberCount)
    var small = try ready.scenario.applying(Overrides(members: members)).scenario
    small.replications = 1
    small.replicationRule = nil
    small.parameterDraws = nil
    let line = ProgressLine(total: 1, isQuiet: isQuiet)
    return try await OneAtATime(
      small, judgements: conclusions.judgements, threads: threads,
      progress: { line.update($0, of: $1) })
  }
}

/// A finished run with its report, ready to be printed and written.
struct RunReport {
  var finished: SimulationSession.Finished
  var ready: ReadyScenario
  var report: Report
  var conclusions: Conclusions
  /// What comparing, concluding and writing took.
  var reportSeconds = 0.0

  init(
    _ finished: SimulationSession.Finished, _ conclusions: Conclusions, of ready: ReadyScenario,
    oneAtATime: OneAtATime?, futureRedemption: Rate, language: ReportLanguage
  ) {
    self.finished = finished
    self.ready = ready
    self.conclusions = conclusions
    report = Report(
      ReportInput(
        scenario: finished.scenario, tally: finished.outcome.tally,
        comparison: conclusions.comparison, runID: finished.runID,
        digest: finished.outcome.digest,
        engineVersion: EngineVersion(
          program: Incentive.configuration.version, semantics: EngineSemantics.version),
        membersBeforeScaling: ready.membersBeforeScaling,
        futureRedemptionRate: futureRedemption, verdicts: conclusions.verdicts,
        health: conclusions.health, judgements: conclusions.judgements,
        budgets: BudgetSummary(
          finished.outcome, of: finished.scenario, place: ready.replicationsPlace),
        parameters: finished.parameters,
        messageOptimum: MessageOptimum(
          finished.outcome.eachReplication, arms: ready.scenario.arms.map(\.name)),
        worlds: conclusions.worlds, oneAtATime: oneAtATime, staged: finished.outcome.staged),
      language: language)
  }

  private var folder: String { finished.folder }

  /// What `run` prints for people.
  var lines: [String] {
    var lines = [ready.scenario.title]
    lines += report.lines(ready.notes) + ready.equalizedLines.map { "note: \($0)" }
    lines += ["", report.terminalTable()]
    lines +=
      report.verdictLines + report.budgetLines + report.messageOptimumLines
      + report.stagedLines + [""]
      + report.uncertaintyLines()
    return lines + ["", "report: \(folder)/report.html", "digest: \(finished.outcome.digest)"]
  }

  /// Writes the run's files, the manifest last: where it stands, the run is whole.
  func write() throws(FileProblem) {
    try DurableFile.write(report.html(), to: "\(folder)/report.html")
    try DurableFile.write(report.markdown(), to: "\(folder)/report.md")
    try DurableFile.write(report.shortMarkdown(), to: "\(folder)/short.md")
    try DurableFile.write(report.summaryJSON(), to: "\(folder)/summary.json")
    try DurableFile.write(report.dailyCSV(), to: "\(folder)/daily.csv")
    try DurableFile.write(report.dailyColumnsCSV(), to: "\(folder)/daily-columns.csv")
    try DurableFile.write(report.metricsCSV(), to: "\(folder)/metrics.csv")
    try DurableFile.write(report.metricColumnsCSV(), to: "\(folder)/metric-columns.csv")
    try writeWorkbook()
    try DurableFile.write(ready.scenario.canonicalText, to: "\(folder)/scenario.txt")
    if let text = ready.text { try DurableFile.write(text, to: "\(folder)/scenario.yaml") }
    try DurableFile.write(manifest, to: "\(folder)/manifest.json")
  }

  /// Writes the workbook under a temporary name first; says so where it was built without.
  private func writeWorkbook() throws(FileProblem) {
    guard Workbook.canBeWritten else {
      return Terminal.note("no report.xlsx: this program was built without libxlsxwriter")
    }
    let path = "\(folder)/report.xlsx"
    try DurableFile.write(to: path) { temporary throws(FileProblem) in
      do throws(WorkbookError) {
        try report.workbook().write(to: temporary)
      } catch {
        var isTransient = false
        if case .noSpace = error { isTransient = true }
        throw FileProblem(
          path: path, action: "write", reason: "\(error)", isTransient: isTransient)
      }
    }
  }

  /// What `run --json` prints: the summary, the folder, and what the work took.
  func machineText() throws -> String {
    let data = Data(report.summaryJSON().utf8)
    guard var value = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw CocoaError(.propertyListReadCorrupt)
    }
    let work = finished.outcome.work
    let occasions = Double(max(1, work.occasionArms))
    value["folder"] = folder
    value["notes"] = ready.notes.map(\.description)
    value["equalized"] = EqualizedOutput(ready.scenario).values
    value["timing"] = [
      "seconds": finished.seconds, "reportSeconds": reportSeconds,
      "occasionArms": work.occasionArms,
      "nanosecondsPerOccasionArm": finished.seconds * 1e9 / occasions,
      "quotedShare": Double(work.quotedArms) / occasions,
      "density": Double(work.measuredOccasionArms) / Double(max(1, work.personDayArms)) * 365,
      "resumedTasks": finished.outcome.resumedTaskCount, "tasks": finished.outcome.taskCount,
    ]
    let text = try JSONSerialization.data(
      withJSONObject: value, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return String(decoding: text, as: UTF8.self)
  }

  private var manifest: String {
    var entries: [(String, String)] = [
      ("digest", finished.outcome.digest), ("engineSemantics", "\(EngineSemantics.version)"),
      ("metricDefinitions", RunIdentity.metricDefinitions),
      ("runID", finished.runID), ("scenario", ready.path), ("seed", "\(ready.scenario.seed)"),
      ("summary", RunIdentity.fingerprint(of: report.summaryJSON())),
      ("tasks", "\(finished.outcome.taskCount)"), ("title", ready.scenario.title),
    ]
    if let parameters = finished.parameters {
      entries.append(("parameterDraws", "\(parameters.draws)"))
      entries.append(("parameterDrawsDigest", parameters.digest))
    }
    if !ready.equalizedLines.isEmpty {
      entries.append(("equalized", ready.equalizedLines.joined(separator: "\n")))
    }
    let value = Dictionary(uniqueKeysWithValues: entries)
    let options: JSONSerialization.WritingOptions = [
      .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
    ]
    guard let data = try? JSONSerialization.data(withJSONObject: value, options: options) else {
      return "{}\n"
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
