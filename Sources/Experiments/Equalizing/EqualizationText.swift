internal import Measurement
public import Quantities
public import Scenarios

extension Equalization {
  /// A value of the metric: money in the currency, numbers with four digits after the point.
  public func figure(_ value: Double, _ currency: Currency) -> String {
    guard abs(value) < 0x1p52 else { return "\(value)" }
    if metric.unit == .money {
      return currency.text(Money(minor: Int64(value.rounded(.toNearestOrAwayFromZero))))
    }
    return "\((value * 10_000).rounded(.toNearestOrAwayFromZero) / 10_000)"
  }

  /// What was found, in a sentence; nothing before the search.
  public func sentence(_ currency: Currency) -> String? {
    guard let found else { return nil }
    var runs = "\(found.fullRuns) of all members"
    if let members = found.smallMembers {
      runs = "\(found.smallRuns) of \(members) members, " + runs
    }
    let neighbor = found.neighbor.map {
      "; no value is nearer: at \($0.text) it is \(figure($0.value, currency))"
    }
    return "equalized: \(arm): \(path) = \(found.text) after "
      + "\(found.smallRuns + found.fullRuns) runs (\(runs)); \(metric.rawValue) "
      + "\(figure(found.value, currency)) against \(figure(found.reference, currency)) of \(target) "
      + "(\(Self.percent(found.difference)))" + (neighbor ?? "")
  }

  /// What a run would look for, in a sentence.
  public func plan(_ people: People) -> String {
    let small = smallMembers(of: people).map { "first with \($0) members, then with all" }
    return "arm \(arm): looks for \(path) between \(grid.lowestText) and \(grid.highestText) "
      + "(\(Currency.grouped(UInt64(grid.count))) values) at which \(metric.rawValue) is that of "
      + "\(target) within \(Self.percent(within, signed: false)), by runs of control and these arms, "
      + (small ?? "with all members")
  }

  /// A share in percent with two digits.
  private static func percent(_ share: Double, signed: Bool = true) -> String {
    let hundredths = (abs(share) * 10_000).rounded(.toNearestOrAwayFromZero)
    guard hundredths < 0x1p52 else { return "\(share * 100)%" }
    let number = Int64(hundredths)
    let fraction = String(number % 100)
    let padded = String(repeating: "0", count: 2 - fraction.count) + fraction
    let sign = number == 0 || !signed ? "" : share < 0 ? "−" : "+"
    return "\(sign)\(number / 100).\(padded)%"
  }
}

extension Equalization.Found {
  /// The arm's metric less the other's, as a share of the other's; as it is where that is zero.
  public var difference: Double { (value - reference) / (reference == 0 ? 1 : abs(reference)) }
}
