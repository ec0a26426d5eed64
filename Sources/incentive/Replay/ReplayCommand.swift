internal import ArgumentParser
internal import Experiments
internal import IncentiveEngine
internal import OrderLogs
internal import Quantities
internal import Scenarios

/// What a scheme would have cost on orders of the past.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Run orders of the past through a scheme: what would it have cost?",
    discussion: """
      EXAMPLE
        incentive replay data/cdnow/CDNOW_sample.txt \\
          --scheme scenarios/replay/cdnow-points.yaml --redeem when-possible

      Nobody reacts: the orders stay those of the past, each takes the best offers \
      the scheme would have granted, and the amounts of the file are the prices before \
      any incentive. Customers join with their first order.

      The rows may stand in any order. An order that is told twice under its number pays \
      once; the same number with other content is a row that cannot be used. With \
      --watermark, orders that come in too late are refused and listed, and the rest \
      gives what it gives in order.

      A negative amount, a refund mark or a column that names an order makes a row a \
      refund of all or part of that order; what it undoes is the scheme's policy on \
      refunds. Rows that cannot be used, such as refunds of more than is left of an \
      order, are listed with their lines, and the command then exits with 65 unless \
      --skip-bad-rows is given. docs/order-files.md says what a file may hold.
      """)

  @Argument(help: "The order file: CSV or columns, one order a row.") var orders: String
  @Option(help: "The scenario file whose scheme is replayed.") var scheme: String
  @Option(help: "The arm whose scheme it is; without it, the first one that is not control.")
  var arm: String?
  @Option(help: "When points are spent; any share will do.")
  var redeem = RedeemOption.never
  @Option(help: "The seed of share=…; without it, the scenario's.") var seed: UInt64?
  @Option(help: "The currency of the orders; it must be the scenario's.") var currency: String?
  @Option(help: "Also tell the story of this customer.") var member: String?
  @Option(help: "Write all movements of points to this CSV file.") var journal: String?
  @OptionGroup var file: OrderFileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try OutputPaths.require([journal], apartFrom: [orders, scheme])
  }

  func run() throws {
    let scenario = try ScenarioLoading.executable(scheme)
    try ScenarioLoading.requireMembers(scenario, path: scheme)
    let arm = try ScenarioLoading.arm(arm, of: scenario)
    try ScenarioLoading.requireAmounts(arm.scheme, path: scheme)
    try checkCurrency(scenario.currency)
    let input = try read(scenario.currency)
    guard let days = input.days else {
      Terminal.note("\(orders): no order can be used")
      throw ExitCode.wrongInput
    }
    if case .column = redeem, !input.hasPointsColumn {
      throw ValidationError("--redeem column: \(orders) has no column of points; name it: --points")
    }
    var settling = arm.scheme
    if !input.refunds.isEmpty, settling.refunds == nil { settling.refunds = RefundPolicy() }
    let compiled = try ScenarioLoading.compiled(settling, path: scheme)
    let customer = try number(of: member, in: input.names)
    let seed = seed ?? scenario.seed
    let result = Replay.run(
      orders: input.orders, refunds: input.refunds, scheme: compiled,
      redeem: redeem.redemption(seed: seed), days: days, storyOf: customer)
    try writeJournal(result, input.names, compiled)
    let report = ReplayReport(
      input: input, schemePath: scheme, arm: arm.name, currency: scenario.currency, days: days,
      scheme: compiled, statesRefunds: arm.scheme.refunds != nil,
      assumption: redeem.words(seed: seed), result: result, member: member,
      story: ReplayStory.entries(
        result.story, words: StoryWords(scheme: compiled, currency: scenario.currency)))
    try show(report)
    if !report.faults.isEmpty { throw ExitCode.failure }
  }

  private func checkCurrency(_ known: Currency) throws {
    guard let currency, currency != known.code else { return }
    throw ValidationError(
      "--currency \(currency): the scheme is in \(known.code), and amounts are not converted")
  }

  /// Reads the file; bad rows are listed, and end the command unless they may be skipped.
  private func read(_ currency: Currency) throws -> ReplayInput {
    let input: ReplayInput
    do throws(OrderLogError) {
      input = try ReplayInput(
        path: orders, options: file.reading(minorDigits: currency.minorDigits),
        mergesDays: file.mergeDays, watermarkMinutes: file.watermark?.minutes)
    } catch {
      Terminal.note("\(error)")
      throw ExitCode.wrongInput
    }
    for row in input.late { Terminal.note("\(orders):\(row.line): \(row.reason) [\(row.code)]") }
    for row in input.badRows { Terminal.note("\(orders):\(row.line): \(row.reason)") }
    guard input.badRows.isEmpty || file.skipBadRows else {
      Terminal.note(
        "\(ScenarioCheck.counted(input.badRows.count, "row")) of \(input.rowCount) cannot be used; "
          + "--skip-bad-rows goes on without them")
      throw ExitCode.wrongInput
    }
    return input
  }

  private func number(of member: String?, in names: [String]) throws -> Int? {
    guard let member else { return nil }
    guard let number = names.firstIndex(of: member) else {
      throw ValidationError("--member \(member): \(orders) has no such customer")
    }
    return number
  }

  private func writeJournal(
    _ result: ReplayResult, _ names: [String], _ scheme: CompiledScheme
  ) throws {
    guard let journal else { return }
    do throws(FileProblem) {
      try DurableFile.write(
        ReplayJournal.csv(result, names: names, scheme: scheme), to: journal)
    } catch {
      throw Terminal.exitCode(after: error)
    }
  }

  private func show(_ report: ReplayReport) throws {
    guard !output.json else { return try Terminal.say(json: report.json(journal: journal)) }
    for line in report.text { Terminal.say(line) }
    if let journal { Terminal.say("\njournal: \(journal)") }
  }
}
