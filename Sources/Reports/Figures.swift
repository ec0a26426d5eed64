import Experiments
import Measurement
import Quantities
import Statistics

/// Numbers as text: thousands in groups, a true minus sign, as many digits as make sense.
struct Figures: Sendable {
  let currency: Currency

  /// A whole number.
  static func whole(_ number: Int64) -> String {
    (number < 0 ? "−" : "") + Currency.grouped(number.magnitude)
  }

  /// A number with fixed decimals; halves away from zero.
  static func fixed(_ value: Double, _ decimals: Int, signed: Bool = false) -> String {
    let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 0x1p63 else { return "\(value)" }
    let digits = String(UInt64(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let major = UInt64(padded.dropLast(decimals)) ?? 0
    let text = Currency.grouped(major) + (decimals > 0 ? "." + padded.suffix(decimals) : "")
    guard scaled > 0 else { return text }
    return (value < 0 ? "−" : signed ? "+" : "") + text
  }

  /// The part of a whole in percent.
  static func percent(_ share: Double, _ decimals: Int = 1, signed: Bool = false) -> String {
    fixed(share * 100, decimals, signed: signed) + "%"
  }

  /// An exact rate in percent; a dash when there is none.
  static func percent(_ rate: Rate?, _ decimals: Int = 1) -> String {
    rate.map { percent($0.value, decimals) } ?? "–"
  }

  /// A parameter of a model: up to four significant digits, no grouping lost.
  static func parameter(_ value: Double) -> String {
    let text = fixed(value, decimals(showing: abs(value), significant: 4))
    guard text.contains(".") else { return text }
    let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(trimmed.reversed())
  }

  /// An amount of money.
  func money(_ money: Money, signed: Bool = false) -> String {
    let text = currency.text(Money(minor: abs(money.minor)))
    return (money.minor < 0 ? "−" : signed && money.minor > 0 ? "+" : "") + text
  }

  /// A mean amount of money in minor units, rounded to the minor unit.
  func money(_ minor: Double, signed: Bool = false) -> String {
    guard abs(minor) < 0x1p62 else { return "\(minor)" }
    return money(Money(minor: Int64(minor.rounded(.toNearestOrAwayFromZero))), signed: signed)
  }

  /// A number of replications; nobody runs a billion.
  static func replications(_ count: Int) -> String {
    count < 1_000_000_000 ? whole(Int64(count)) : "> 10⁹"
  }

  /// A total of all replications as the mean of one.
  func perReplication(_ minor: Int64, _ replications: Int, signed: Bool = false) -> String {
    let mean = Rate(1, over: Int64(replications)).of(minor, rounding: .halfUp)
    return money(Money(minor: mean), signed: signed)
  }

  /// A metric's value.
  func value(_ measured: Measured, of metric: Metric) -> String {
    measured.value.map { value($0, of: metric) } ?? "–"
  }

  /// A number in a metric's unit.
  func value(_ value: Double, of metric: Metric) -> String {
    switch metric.unit {
    case .money: money(value)
    case .share: Self.percent(value, 2)
    case .count:
      Self.fixed(value, min(4, Self.decimals(showing: abs(value), significant: 4)))
    }
  }

  /// A metric's difference to control.
  func difference(_ measured: Measured, of metric: Metric) -> String {
    guard let estimate = measured.estimate else { return "–" }
    let text = signed(estimate.value, of: metric, finest: Self.finest(measured))
    return metric.unit == .share ? text + " pp" : text
  }

  /// The interval of a difference.
  func interval(_ measured: Measured, of metric: Metric, _ words: Words) -> String {
    guard let estimate = measured.estimate else { return "–" }
    let finest = Self.finest(measured)
    switch estimate.confidence {
    case .bounded(let interval):
      return signed(interval.lower, of: metric, finest: finest) + " \(words(.to)) "
        + signed(interval.upper, of: metric, finest: finest)
    case .exterior, .unbounded: return words(.notBounded)
    case .unknown: return "–"
    }
  }

  /// A relative difference in percent.
  func relative(_ measured: Measured) -> String {
    guard let estimate = measured.estimate else { return "–" }
    let size = (estimate.interval?.halfWidth ?? abs(estimate.value)) * 100
    return Self.percent(
      estimate.value, min(3, Self.decimals(showing: size, significant: 2)), signed: true)
  }

  /// A spread in the metric's unit.
  func spread(_ value: Double?, of metric: Metric) -> String {
    guard let value else { return "–" }
    switch metric.unit {
    case .money: return Self.majorText(value, currency, significant: 2)
    case .share:
      return Self.fixed(value * 100, Self.decimals(showing: value * 100, significant: 2)) + " pp"
    case .count: return Self.fixed(value, Self.decimals(showing: value, significant: 2))
    }
  }

  /// A difference in a metric's unit, without the unit of percentage points.
  func signed(_ value: Double, of metric: Metric, finest: Double) -> String {
    switch metric.unit {
    case .money: return money(value, signed: true)
    case .share:
      let decimals = min(4, max(1, Self.decimals(showing: finest * 100, significant: 2)))
      return Self.fixed(value * 100, decimals, signed: true)
    case .count:
      return Self.fixed(
        value, Self.decimals(showing: finest, significant: 2), signed: true)
    }
  }

  /// The size that decides how many digits a difference shows: its half-width, else itself.
  private static func finest(_ measured: Measured) -> Double {
    guard let estimate = measured.estimate else { return 0 }
    let halfWidth = estimate.interval?.halfWidth ?? 0
    return halfWidth > 0 ? halfWidth : abs(estimate.value)
  }

  /// Money with more digits than its minor unit has, for spreads smaller than that.
  private static func majorText(_ minor: Double, _ currency: Currency, significant: Int) -> String {
    let major = minor / Double(currency.minorPerMajor)
    let decimals = max(currency.minorDigits, decimals(showing: major, significant: significant))
    return currency.sign + fixed(major, decimals)
  }

  /// Decimals that show so many significant digits of a size; none for large numbers, at most six.
  static func decimals(showing size: Double, significant: Int) -> Int {
    guard size.isFinite, size > 0 else { return 0 }
    var decimals = significant - 1
    var power = 1.0
    while size >= power * 10, decimals > 0 {
      decimals -= 1
      power *= 10
    }
    var small = size
    while small < 1, decimals < 6 {
      small *= 10
      decimals += 1
    }
    return decimals
  }
}
