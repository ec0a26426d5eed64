public import IncentiveEngine
internal import PointsLedger
internal import Quantities
internal import Timeline

/// The journal of a replay as a table that sums to zero: two rows a transfer.
public enum ReplayJournal {
  /// The columns.
  public static let header =
    "time,customer,account,points,vintage,last_day,rule,reason"

  /// The table in CSV (RFC 4180), the header first.
  ///
  /// - Parameters:
  ///   - names: Customers' names, by their numbers.
  ///   - scheme: Whose rules are named.
  public static func csv(
    _ result: ReplayResult, names: [String], scheme: CompiledScheme
  ) -> String {
    var text = header + "\n"
    for transfer in result.journal {
      let holder = Int(transfer.holder)
      let name = names.indices.contains(holder) ? names[holder] : "\(holder)"
      let rows = [
        (transfer.source, -transfer.points.count), (transfer.target, transfer.points.count),
      ]
      for (account, points) in rows {
        let fields = [
          clock(transfer.minute), name, "\(account)", "\(points)", transfer.lot.vintage.text,
          transfer.lot.expiry >= .sliding ? "" : CivilDate(transfer.lot.expiry).text,
          scheme.ruleName(transfer.rule), "\(transfer.reason)",
        ]
        text += fields.map(field).joined(separator: ",") + "\n"
      }
    }
    return text + stampRows(result, names)
  }

  /// Two rows a movement of stamps: the customer's card, and what stands against it.
  private static func stampRows(_ result: ReplayResult, _ names: [String]) -> String {
    var text = ""
    for movement in result.stamps {
      let name = names.indices.contains(movement.customer) ? names[movement.customer] : ""
      for (account, stamps) in [
        ("stamps-\(movement.reason.rawValue)", -movement.change), ("stamp-card", movement.change),
      ] {
        let fields = [
          clock(movement.minute), name, account, "\(stamps)", "", "", "stamp-card",
          movement.reason.rawValue,
        ]
        text += fields.map(field).joined(separator: ",") + "\n"
      }
    }
    return text
  }

  private static func clock(_ minute: Minute) -> String {
    let (hours, minutes) = minute.minuteOfDay.quotientAndRemainder(dividingBy: 60)
    let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(CivilDate(minute.day).text) \(pad(hours)):\(pad(minutes))"
  }

  private static func field(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
