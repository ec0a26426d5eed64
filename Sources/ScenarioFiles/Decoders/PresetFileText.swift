public import MemberPopulation

extension PresetFile {
  /// The text of a preset file.
  ///
  /// - Parameters:
  ///   - name: The preset's name.
  ///   - about: What kind of members it describes, in one line.
  ///   - base: The preset that says how they react.
  ///   - population: Who they are; numbers are written with six digits.
  ///   - comments: Lines that stand before all, without their signs.
  public static func text(
    name: String, about: String, base: String, population: PopulationProfile, comments: [String]
  ) -> String {
    var lines = comments.map { "# \($0)" }
    lines += [
      "preset: \(name)", "about: \(quoted(about))", "use: \(base)",
      "timing: \(population.timing.rawValue)", "spend: \(population.spend.rawValue)",
    ]
    let rhythm = population.rhythm
    for (key, factors) in [("weekdays", rhythm.weekdays), ("season", rhythm.months)]
    where !factors.isEmpty {
      lines.append("\(key): [\(factors.map { number($0, digits: 3) }.joined(separator: ", "))]")
    }
    for parameter in population.needed {
      guard let stated = population.parameters[parameter] else { continue }
      lines.append("\(parameter.rawValue): \(text(stated))")
    }
    if !population.covariances.isEmpty {
      lines.append("# covariance of the logarithms: what the data tell only of several together")
      lines.append("covariance:")
      for covariance in population.covariances {
        let names = covariance.parameters.map(\.rawValue).joined(separator: ", ")
        lines.append("  - of: [\(names)]")
        lines.append("    rows:")
        for row in covariance.rows {
          let numbers = row.map { number($0, digits: 8) }.joined(separator: ", ")
          lines.append("      - [\(numbers)]")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ parameter: Parameter) -> String {
    let value = "value: \(number(parameter.value, digits: 6))"
    let source = "source: \(quoted(parameter.source))"
    switch parameter.uncertainty {
    case .standardError(let error):
      return "{ \(value), standard-error: \(number(error, digits: 4)), \(source) }"
    case .range(let low, let high):
      let range = "[\(number(low, digits: 6)), \(number(high, digits: 6))]"
      return "{ \(value), range: \(range), \(source) }"
    case .notStated: return "{ \(value), \(source) }"
    }
  }

  private static func quoted(_ text: String) -> String {
    let plain = text.map {
      $0.isNewline ? " " : $0 == "\\" ? "\\\\" : $0 == "\"" ? "\\\"" : "\($0)"
    }
    return "\"\(plain.joined())\""
  }

  /// A number with so many digits that count, without an exponent.
  static func number(_ value: Double, digits: Int) -> String {
    guard value.isFinite, value != 0 else { return "0" }
    var magnitude = abs(value)
    var decimals = digits - 1
    while magnitude >= 10, decimals > 0 { (magnitude, decimals) = (magnitude / 10, decimals - 1) }
    while magnitude < 1, decimals < 15 { (magnitude, decimals) = (magnitude * 10, decimals + 1) }
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let whole = (abs(value) * scale).rounded()
    guard whole < 0x1p62 else { return "\(value)" }
    var text = String(Int64(whole))
    text = String(repeating: "0", count: max(0, decimals + 1 - text.count)) + text
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard decimals > 0 else { return sign + text }
    let fraction = text.suffix(decimals)
    let kept = String(fraction.reversed().drop { $0 == "0" }.reversed())
    return sign + text.dropLast(decimals) + (kept.isEmpty ? "" : "." + kept)
  }
}
