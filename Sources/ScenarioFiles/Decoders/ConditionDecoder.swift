internal import Measurement
internal import Quantities
internal import Scenarios

/// The keys of an expectation of which one says what should hold.
struct ConditionKeys {
  var metric: Metric
  var isUp: Bool?
  var atMost: LocatedNode?
  var atLeast: LocatedNode?
  var between: LocatedNode?
  var fail: LocatedNode?
  var warn: LocatedNode?

  /// What should hold; nothing after a problem.
  func condition(_ node: LocatedNode, _ reading: Reading) -> Expectation.Condition? {
    let one = ["direction", "at-most", "at-least", "between"].filter { node[$0] != nil }
    let isChange = fail != nil || warn != nil
    guard one.count + (isChange ? 1 : 0) == 1 else {
      let second = one.count > 1 ? one[1] : isChange && one.count == 1 ? one[0] : ""
      reading.report(
        node.place(of: second),
        one.isEmpty ? "the line does not say what should hold" : "the line says two things at once",
        hint: "give one of direction, at-most, at-least, between, or fail and warn")
      return nil
    }
    if let isUp { return isUp ? .up : .down }
    if let atMost { return value(atMost, reading).map { .atMost($0) } }
    if let atLeast { return value(atLeast, reading).map { .atLeast($0) } }
    if let between { return range(between, reading) }
    return change(reading)
  }

  private func range(_ node: LocatedNode, _ reading: Reading) -> Expectation.Condition? {
    let bounds = node.elements.map { value($0, reading) }
    guard bounds.count == 2, let low = bounds[0], let high = bounds[1] else {
      if bounds.count != 2 {
        reading.report(node.place, "expected two values", hint: "write between: [lowest, highest]")
      }
      return nil
    }
    guard low <= high else {
      reading.report(node.place, "the lowest value is above the highest")
      return nil
    }
    return .between(low, high)
  }

  /// A value in the metric's own unit: minor units of money, a share, or a number.
  private func value(_ node: LocatedNode, _ reading: Reading) -> Double? {
    signed(node, reading) { (text: String) throws(ScalarFailure) in
      switch metric.unit {
      case .money: Double(try MoneyText.read(text, in: reading.currency).minor)
      case .share: try Percent.read(text).value
      case .count: try DecimalText(text).value
      }
    }
  }

  /// A value that may have a minus sign before it.
  private func signed(
    _ node: LocatedNode, _ reading: Reading, read: (String) throws(ScalarFailure) -> Double
  ) -> Double? {
    guard let text = node.text?.trimmed else {
      reading.report(node.place, "expected one value, found \(node.kind)")
      return nil
    }
    let isNegative = text.hasPrefix("-")
    do throws(ScalarFailure) {
      let value = try read(isNegative ? String(text.dropFirst()) : text)
      return isNegative ? -value : value
    } catch {
      reading.report(
        node.place, error.message, hint: error.hint ?? "\(metric.rawValue) is \(unitText(reading))")
      return nil
    }
  }

  private func unitText(_ reading: Reading) -> String {
    switch metric.unit {
    case .money: "an amount of money, such as \(reading.currency.sign)1.20"
    case .share: "a share, such as 2%"
    case .count: "a number, such as 1.5"
    }
  }

  private func change(_ reading: Reading) -> Expectation.Condition? {
    let failLimits = limits(fail, reading)
    let warnLimits = limits(warn, reading)
    guard let failLimits, let warnLimits else { return nil }
    return .change(fail: failLimits, warn: warnLimits)
  }

  private func limits(
    _ node: LocatedNode?, _ reading: Reading
  ) -> Expectation.ChangeLimits? {
    guard let node else { return .init() }
    var limits = Expectation.ChangeLimits()
    var isRight = true
    if let increase = node["increase"] {
      limits.increase = tolerance(increase, reading)
      isRight = limits.increase != nil
    }
    if let decrease = node["decrease"] {
      limits.decrease = tolerance(decrease, reading)
      isRight = isRight && limits.decrease != nil
    }
    return isRight ? limits : nil
  }

  /// `3%`, `¥0.05`, or `{ any: [3%, ¥0.05] }`, `{ all: [3%, ¥0.05] }`.
  private func tolerance(
    _ node: LocatedNode, _ reading: Reading
  ) -> Expectation.Tolerance? {
    if node.text != nil { return part(node, reading) }
    guard case .map(let entries) = node.content, entries.count == 1,
      let entry = entries.first, ["any", "all"].contains(entry.key),
      entry.value.elements.count == 2
    else {
      reading.report(
        node.place, "expected one limit, or two under any: or all:",
        hint: "write 3%, or { any: [3%, \(reading.currency.sign)0.05] }")
      return nil
    }
    let parts = entry.value.elements.compactMap { part($0, reading) }
    guard parts.count == 2 else { return nil }
    let share = parts.compactMap(\.share)
    let amount = parts.compactMap(\.amount)
    guard share.count == 1, amount.count == 1 else {
      reading.report(
        entry.value.place, "of two limits, one is a percentage and the other an amount")
      return nil
    }
    return .init(share: share[0], amount: amount[0], needsBoth: entry.key == "all")
  }

  private func part(_ node: LocatedNode, _ reading: Reading) -> Expectation.Tolerance? {
    guard let text = node.text?.trimmed else {
      reading.report(node.place, "expected one limit, found \(node.kind)")
      return nil
    }
    do throws(ScalarFailure) {
      if let points = text.hasSuffix(" pp") ? String(text.dropLast(3)) : nil {
        guard metric.unit == .share else {
          throw ScalarFailure("only a share changes by percentage points (pp)")
        }
        return .init(amount: try Self.positive(DecimalText(points).value / 100))
      }
      if text.hasSuffix("%") { return .init(share: try Self.positive(Percent.read(text).value)) }
      if metric.unit == .money, (try? DecimalText(text)) != nil {
        throw ScalarFailure(
          "\"\(text)\" is neither a percentage nor an amount of money",
          hint: "write \(text)% or \(reading.currency.sign)\(text)")
      }
      switch metric.unit {
      case .money:
        return .init(amount: Double(try MoneyText.read(text, in: reading.currency).minor))
      case .count: return .init(amount: try Self.positive(DecimalText(text).value))
      case .share: throw ScalarFailure("\"\(text.shortened)\" is neither 3% nor 0.5 pp")
      }
    } catch {
      reading.report(
        node.place, error.message,
        hint: error.hint ?? "write a percentage of the reference, such as 3%")
      return nil
    }
  }

  private static func positive(_ value: Double) throws(ScalarFailure) -> Double {
    guard value >= 0 else { throw ScalarFailure("a limit is never negative; use decrease:") }
    return value
  }
}

extension Form where Value == LocatedNode {
  /// A value whose unit the metric decides.
  static var limit: Form {
    let shape = ScalarShape(
      "a value in the metric's unit", resolved: .anything, examples: ["2%", "¥1.20", "1.5"])
    return Form(.scalar(shape)) { node, _ in node }
  }

  /// The least and the most.
  static var limits: Form {
    Form(.list(limit.shape, minimumCount: 2)) { node, _ in node }
  }

  /// How far a metric may rise and fall; its values are read once the metric is known.
  static var change: Form {
    let object = ObjectForm<Bool, LocatedNode?, LocatedNode?>(
      "a change", "How far a metric may rise and fall.",
      keys: .optional("increase", .tolerance, "The largest rise.", fallback: "no limit"),
      .optional("decrease", .tolerance, "The largest fall.", fallback: "no limit")
    ) { node, reading, increase, decrease in
      if increase != nil || decrease != nil { return true }
      reading.report(
        node.place, "the change has no limit", hint: "write { increase: 3% }")
      return nil
    }.form
    return Form(object.shape) { node, reading in
      object.read(node, reading) == nil ? nil : node
    }
  }

  private static var tolerance: Form {
    let pair = Shape.object(
      ObjectShape(
        name: "two limits", summary: "A percentage and an amount, of which either or both hold.",
        keys: ["any", "all"].map { word in
          KeyShape(
            name: word, summary: word == "any" ? "Either is enough." : "Both must be exceeded.",
            shape: .list(limit.shape, minimumCount: 2), isRequired: false, fallback: "not used")
        }, planned: []))
    return Form(.either([limit.shape, pair])) { node, _ in node }
  }
}
