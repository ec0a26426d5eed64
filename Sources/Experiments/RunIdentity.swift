internal import Crypto
public import Measurement
public import Scenarios

/// The version of what a scenario means: it goes up whenever the same scenario and seed give other
/// results, and the changelog says so under *Results changed*.
public enum EngineSemantics {
  /// The version in force.
  public static let version = 2
}

/// The names by which a run is found again.
public enum RunIdentity {
  /// What a run is, known before it starts: path, resume and cache key.
  ///
  /// - Parameters:
  ///   - resolved: the canonical text of the resolved scenario, overrides and seed included.
  ///   - semantics: the version of what a scenario means.
  /// - Returns: the first 16 hexadecimal digits of a SHA-256.
  public static func runID(
    resolved: String, semantics: Int = EngineSemantics.version
  ) -> String {
    let text = "engine semantics \(semantics)\n\(resolved)"
    return String(hexadecimal(SHA256.hash(data: Array(text.utf8))).prefix(16))
  }

  /// What people and their luck depend on: horizon, seed, replications, people, catalogue.
  ///
  /// - Returns: the first 16 hexadecimal digits of a SHA-256 of those lines of the canonical text.
  public static func luck(of scenario: Scenario) -> String {
    let parts = ["horizon", "runOff", "seed", "replications", "people", "catalogue", "currency"]
    let lines = scenario.canonicalText.split(separator: "\n").filter { line in
      parts.contains { line.hasPrefix("scenario.\($0)") }
    }
    return String(
      hexadecimal(SHA256.hash(data: Array(lines.joined(separator: "\n").utf8))).prefix(16))
  }

  /// What came out, to the last bit: SHA-256 of the tally's canonical bytes.
  public static func digest(of tally: Tally) -> String {
    hexadecimal(SHA256.hash(data: tally.canonicalBytes))
  }

  /// What came out of several runs, in their order: SHA-256 of their digests, a line each.
  public static func digest(of digests: [String]) -> String {
    hexadecimal(SHA256.hash(data: Array(digests.joined(separator: "\n").utf8)))
  }

  /// What the metrics are; numbers of two runs are of the same things where it is the same.
  ///
  /// - Returns: the first 16 hexadecimal digits of a SHA-256 of names, units and definitions.
  public static var metricDefinitions: String {
    let lines = Metric.allCases.map { "\($0.rawValue) \($0.unit) \($0.definition)" }
    return String(fingerprint(of: lines.joined(separator: "\n")).prefix(16))
  }

  /// A text's SHA-256 in hexadecimal digits, by which a damaged file is found.
  public static func fingerprint(of text: String) -> String {
    hexadecimal(SHA256.hash(data: Array(text.utf8)))
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    return bytes.reduce(into: "") { text, byte in
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
  }
}
