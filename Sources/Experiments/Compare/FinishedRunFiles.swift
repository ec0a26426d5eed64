internal import Foundation
internal import Measurement

extension FinishedRun {
  /// The largest file that is read, in bytes.
  ///
  /// assumption: a summary of sixteen arms has less than one million.
  static let maximumBytes = 64_000_000

  /// Reads a run from its folder, or from the manifest or summary in it.
  ///
  /// - Throws: why what stands there is no whole, healthy run.
  public init(path: String) throws(CompareRefusal) {
    let folder = try Self.folder(of: path)
    let manifest = try Self.manifest(folder)
    let summaryPath = "\(folder)/summary.json"
    let text = try Self.text(summaryPath)
    guard let metricDefinitions = manifest.metricDefinitions,
      let fingerprint = manifest.summary
    else { throw .outdated(path: folder) }
    guard RunIdentity.fingerprint(of: text) == fingerprint else {
      throw .damaged(path: summaryPath, "it does not fit the manifest")
    }
    let summary = try Self.decode(RunSummary.self, text, summaryPath)
    let canonicalPath = "\(folder)/scenario.txt"
    let canonical = try Self.text(canonicalPath)
    guard let semantics = Int(manifest.engineSemantics) else {
      throw .damaged(path: "\(folder)/manifest.json", "engineSemantics is no whole number")
    }
    guard
      RunIdentity.runID(resolved: canonical, semantics: semantics) == manifest.runID,
      summary.run == manifest.runID, summary.digest == manifest.digest
    else { throw .damaged(path: canonicalPath, "it is not the scenario of this run") }
    try self.init(
      folder, manifest, summary, semantics: semantics, metricDefinitions: metricDefinitions,
      canonicalText: canonical)
    source = try? Self.text("\(folder)/scenario.yaml")
  }

  private init(
    _ folder: String, _ manifest: RunManifest, _ summary: RunSummary, semantics: Int,
    metricDefinitions: String, canonicalText: String
  ) throws(CompareRefusal) {
    let failed = summary.health.filter { !$0.holds }
    guard failed.isEmpty else {
      throw .unhealthy(path: folder, failed.map { "\($0.check) (\($0.detail))" })
    }
    guard let days = Int(summary.horizon.days), let members = Int64(summary.members),
      let replications = Int(summary.replications), let communities = Int(summary.communities),
      (1...1_000_000).contains(replications), (1...1_000_000_000).contains(communities),
      !summary.health.isEmpty
    else { throw .damaged(path: "\(folder)/summary.json", "what it must state is not there") }
    let isOverReplications = summary.intervals.over == IndependentUnit.replication.plural
    self.init(
      folder: folder, path: manifest.scenario, title: manifest.title, runID: manifest.runID,
      digest: manifest.digest, seed: manifest.seed, format: summary.version,
      semantics: semantics, metricDefinitions: metricDefinitions, days: days,
      currency: summary.currency.code, members: members, replications: replications,
      units: isOverReplications ? replications : communities * replications,
      arms: summary.arms.map { arm in
        Arm(
          name: arm.name,
          values: Metric.allCases.map { metric in
            let found = arm.metrics[metric.rawValue]
            return Value(value: found?.value, standardError: found?.valueSimulationNoise)
          })
      }, canonicalText: canonicalText, source: nil)
  }

  private static func folder(of path: String) throws(CompareRefusal) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path: path)
    }
    if isFolder.boolValue { return path.hasSuffix("/") ? String(path.dropLast()) : path }
    let name = (path as NSString).lastPathComponent
    guard ["manifest.json", "summary.json"].contains(name) else { throw .noRun(path: path) }
    let parent = (path as NSString).deletingLastPathComponent
    return parent.isEmpty ? "." : parent
  }

  private static func manifest(_ folder: String) throws(CompareRefusal) -> RunManifest {
    let path = "\(folder)/manifest.json"
    guard FileManager.default.fileExists(atPath: path) else {
      let hasBegun = ["tasks", "lock"].contains {
        FileManager.default.fileExists(atPath: "\(folder)/\($0)")
      }
      guard !hasBegun else { throw .unfinished(path: folder) }
      throw .noRun(path: folder)
    }
    return try decode(RunManifest.self, try text(path), path)
  }

  private static func text(_ path: String) throws(CompareRefusal) -> String {
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
    if let size, size > maximumBytes {
      throw .unreadable(path: path, "it has \(size) bytes; at most \(maximumBytes) are read")
    }
    let bytes: [UInt8]?
    do throws(FileProblem) {
      bytes = try DurableFile.read(path)
    } catch {
      throw .unreadable(path: path, error.reason)
    }
    guard let bytes else { throw .missing(path: path) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unreadable(path: path, "it is not UTF-8 text")
    }
    return text
  }

  private static func decode<Value: Decodable>(
    _ type: Value.Type, _ text: String, _ path: String
  ) throws(CompareRefusal) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw .unreadable(path: path, "it is no file of a finished run")
    }
  }
}

/// `manifest.json`: texts all.
private struct RunManifest: Decodable {
  var digest, engineSemantics, runID, scenario, seed, title: String
  /// Nothing in runs of older versions.
  var metricDefinitions: String?
  /// The fingerprint of `summary.json`; nothing in runs of older versions.
  var summary: String?
}

/// What a comparison reads of `summary.json`; whole numbers are texts.
private struct RunSummary: Decodable {
  struct Horizon: Decodable { var days: String }
  struct Currency: Decodable { var code: String }
  struct Intervals: Decodable { var over: String }
  struct Check: Decodable {
    var check, detail: String
    var holds: Bool
  }
  struct Found: Decodable { var value, valueSimulationNoise: Double? }
  struct Arm: Decodable {
    var name: String
    var metrics: [String: Found]
  }

  var version, run, digest, members, communities, replications: String
  var horizon: Horizon
  var currency: Currency
  var intervals: Intervals
  var health: [Check]
  var arms: [Arm]
}
