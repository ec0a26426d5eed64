internal import Foundation
internal import Measurement

/// The text of a baseline: JSON with sorted keys, one metric a line, whole numbers as strings.
enum BaselineJSON {
  static func text(of baseline: BaselineFile) -> String {
    let entries = baseline.entries.map { ("\($0.arm)/\($0.metric.rawValue)", line(of: $0)) }
      .sorted { $0.0 < $1.0 }
      .map { "    \(quoted($0.0)): \($0.1)" }
    let head = [
      ("currency", quoted(baseline.currency)), ("days", "\(baseline.days)"),
      ("engine-semantics", "\(baseline.engineSemantics)"),
      ("first-day", quoted(baseline.firstDay)),
      ("luck", quoted(baseline.luck)), ("members", quoted("\(baseline.members)")),
    ]
    let tail = [
      ("replications", "\(baseline.replications)"), ("run-id", quoted(baseline.runID)),
      ("scenario", quoted(baseline.scenario)), ("schema", "\(BaselineFile.schemaVersion)"),
      ("seed", quoted("\(baseline.seed)")),
    ]
    let lines = { (fields: [(String, String)]) in
      fields.map { "  \(quoted($0.0)): \($0.1)" }.joined(separator: ",\n")
    }
    return """
      {
      \(lines(head)),
        "metrics": {
      \(entries.joined(separator: ",\n"))
        },
      \(lines(tail))
      }

      """
  }

  private static func line(of entry: BaselineEntry) -> String {
    let width = entry.halfWidth.map { "\($0)" } ?? "null"
    return "{ \"denominator\": \"\(entry.denominator)\", \"half-width\": \(width), "
      + "\"numerator\": \"\(entry.numerator)\", \"value\": \(entry.value) }"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// The shape of the file as the decoder sees it.
  private struct File: Decodable {
    struct Metric: Decodable {
      var denominator, numerator: String
      var halfWidth: Double?
      var value: Double

      enum CodingKeys: String, CodingKey {
        case denominator, numerator, value
        case halfWidth = "half-width"
      }
    }

    var currency, firstDay, luck, members, runID, scenario, seed: String
    var days, engineSemantics, replications, schema: Int
    var metrics: [String: Metric]

    enum CodingKeys: String, CodingKey {
      case currency, luck, members, scenario, seed, days, replications, schema, metrics
      case firstDay = "first-day"
      case runID = "run-id"
      case engineSemantics = "engine-semantics"
    }
  }

  private struct Version: Decodable {
    var schema: Int
  }

  static func read(_ text: String) throws(BaselineError) -> BaselineFile {
    let version = try decode(Version.self, text).schema
    guard version == BaselineFile.schemaVersion else {
      throw .incompatible(
        field: "schema version", baseline: "\(version)", run: "\(BaselineFile.schemaVersion)")
    }
    let file = try decode(File.self, text)
    guard let members = Int64(file.members), let seed = UInt64(file.seed) else {
      throw .unreadable("members and seed are whole numbers")
    }
    var entries: [BaselineEntry] = []
    for (name, metric) in file.metrics.sorted(by: { $0.key < $1.key }) {
      entries.append(try entry(name, metric))
    }
    return BaselineFile(
      scenario: file.scenario, runID: file.runID, engineSemantics: file.engineSemantics,
      currency: file.currency, firstDay: file.firstDay, days: file.days, members: members,
      seed: seed, replications: file.replications, luck: file.luck, entries: entries)
  }

  private static func entry(
    _ name: String, _ metric: File.Metric
  ) throws(BaselineError) -> BaselineEntry {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, let last = parts.last else {
      throw .unreadable("\(name) is no arm/metric")
    }
    guard let known = Metric(rawValue: String(last)) else { throw .unknownMetric(String(last)) }
    guard let numerator = Int128(metric.numerator), let denominator = Int128(metric.denominator),
      metric.value.isFinite
    else { throw .unreadable("the numbers of \(name) are not numbers") }
    return BaselineEntry(
      arm: parts.dropLast().joined(separator: "/"), metric: known, value: metric.value,
      halfWidth: metric.halfWidth, numerator: numerator, denominator: denominator)
  }

  private static func decode<Value: Decodable>(
    _ type: Value.Type, _ text: String
  ) throws(BaselineError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw .unreadable("it is no baseline file of this version")
    }
  }
}

extension BaselineFile {
  /// Reads a baseline.
  public init(text: String) throws(BaselineError) { self = try BaselineJSON.read(text) }

  init(
    scenario: String, runID: String, engineSemantics: Int, currency: String, firstDay: String,
    days: Int, members: Int64, seed: UInt64, replications: Int, luck: String,
    entries: [BaselineEntry]
  ) {
    self.luck = luck
    self.scenario = scenario
    self.runID = runID
    self.engineSemantics = engineSemantics
    self.currency = currency
    self.firstDay = firstDay
    self.days = days
    self.members = members
    self.seed = seed
    self.replications = replications
    self.entries = entries
  }
}
