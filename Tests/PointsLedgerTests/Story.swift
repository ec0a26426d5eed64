import PointsLedger
import Quantities
import Testing
import Timeline

/// Plays a table of what happens to one account and holds every row against the ledger.
///
/// Columns: date | what happens | outcome | active | pending | transfers. A lot is written
/// `vintage/last day`, such as `2026-01/2026-12-31`, with `/promotional`, `/partner` or `/rule 2`
/// after it where that matters. The transfers are all that the row caused.
struct Story {
  private(set) var ledger = PointsLedger(holderCount: 1, lotsPerHolder: 1)
  private(set) var journal = Journal()

  init(_ table: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for line in table.split(separator: "\n") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(Self.trimmed)
      if cells.count < 6 || cells[0] == "date" { continue }
      try play(cells, line: String(line), sourceLocation)
    }
    #expect(LedgerInvariants.faults(of: ledger) == [], sourceLocation: sourceLocation)
  }

  private mutating func play(
    _ cells: [String], line: String, _ sourceLocation: SourceLocation
  ) throws {
    let day = try Self.day(cells[0])
    let before = journal.transfers.count
    let status = try perform(cells[1].split(separator: " ").map(String.init), at: day.at(hour: 12))
    let moved = journal.transfers.dropFirst(before).map(Self.text).joined(separator: "; ")
    let comment = Comment(rawValue: line)
    #expect("\(status)" == cells[2], comment, sourceLocation: sourceLocation)
    #expect("\(ledger.active(0).count)" == cells[3], comment, sourceLocation: sourceLocation)
    #expect("\(ledger.pending(0).count)" == cells[4], comment, sourceLocation: sourceLocation)
    #expect(moved == cells[5], comment, sourceLocation: sourceLocation)
  }

  private mutating func perform(_ words: [String], at minute: Minute) throws -> TransferStatus {
    let points = Points(Int64(words.count > 1 ? words[1] : "") ?? 0)
    let lot = words.count > 2 ? try Self.lot(words[2...].joined(separator: " ")) : nil
    switch (words[0], lot) {
    case ("earn", let lot?):
      return ledger.issue(points, to: 0, lot: lot, at: minute, reason: .purchase, into: &journal)
    case ("promise", let lot?):
      return ledger.issue(
        points, to: 0, lot: lot, at: minute, reason: .purchase, isPending: true, into: &journal)
    case ("activate", let lot?):
      return ledger.activate(points, of: 0, lot: lot, at: minute, into: &journal)
    case ("cancel", let lot?):
      return ledger.cancelPending(points, of: 0, lot: lot, at: minute, into: &journal)
    case ("claw-back", let lot?):
      return ledger.clawBack(
        points, from: 0, lot: lot, at: minute, rule: RuleID(8), into: &journal)
    case ("restore", let lot?):
      return ledger.restore(points, to: 0, lot: lot, at: minute, rule: RuleID(9), into: &journal)
    case ("adjust", let lot?):
      return ledger.adjust(points, of: 0, lot: lot, at: minute, into: &journal)
    case ("spend", nil):
      return ledger.redeem(
        points, from: 0, at: minute, rule: RuleID(9), reason: .checkout, into: &journal)
    case ("owe", let lot?):
      return ledger.owe(points, by: 0, lot: lot, at: minute, rule: RuleID(8), into: &journal)
    case ("look", nil):
      ledger.settleExpiry(of: 0, asOf: minute.day, into: &journal)
      return .posted
    case ("extend", let lot?):
      // `extend 2026-12-31 LOT`: the new last day stands where other rows have points.
      return ledger.extend(
        of: 0, lot: lot, to: try Self.day(words[1]), at: minute, rule: RuleID(7), into: &journal)
    default:
      throw StoryError(text: words.joined(separator: " "))
    }
  }

  /// A transfer as the table writes it: points, lot, what became of them, and the date of an expiry.
  static func text(_ transfer: Transfer) -> String {
    let lot = text(transfer.lot)
    let points = transfer.points.count
    switch (transfer.source, transfer.target) {
    case (_, .breakage): return "\(points) of \(lot) expired \(CivilDate(transfer.minute.day).text)"
    case (_, .redemption): return "\(points) of \(lot) spent"
    case (.arrears, _): return "\(points) of \(lot) owed"
    case (_, .arrears): return "\(points) of \(lot) paid on the debt"
    case (_, .clawback): return "\(points) of \(lot) taken back"
    case (.redemption, _): return "\(points) of \(lot) given back"
    case (.memberPending, .memberActive): return "\(points) of \(lot) activated"
    case (_, .adjustment): return "\(points) of \(lot) adjusted out"
    case (.adjustment, _): return "\(points) of \(lot) adjusted in"
    case (_, .memberPending): return "\(points) of \(lot) promised"
    default: return "\(points) of \(lot) issued"
    }
  }

  static func text(_ lot: LotKey) -> String {
    let expiry = lot.expiry == .never ? "never" : CivilDate(lot.expiry).text
    let funding = lot.funding == .purchase ? "" : "/\(lot.funding)"
    let rule = lot.rule == .none ? "" : "/rule \(lot.rule.index)"
    return "\(lot.vintage.text)/\(expiry)\(funding)\(rule)"
  }

  static func lot(_ text: String) throws -> LotKey {
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count >= 2 else { throw StoryError(text: text) }
    var lot = LotKey(
      vintage: Month(try day(parts[0] + "-01")),
      expiry: parts[1] == "never" ? .never : try day(parts[1]), funding: .purchase, rule: .none)
    for part in parts.dropFirst(2) {
      switch part {
      case "promotional": lot.funding = .promotional
      case "partner": lot.funding = .partner
      case let rule where rule.hasPrefix("rule "):
        lot.rule = RuleID(UInt16(rule.dropFirst(5)) ?? 0)
      default: throw StoryError(text: text)
      }
    }
    return lot
  }

  static func day(_ text: String) throws -> Day {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3,
      let date = CivilDate(year: parts[0], month: parts[1], day: parts[2])
    else { throw StoryError(text: text) }
    return date.dayIndex
  }

  private static func trimmed(_ cell: Substring) -> String {
    cell.split(separator: " ").joined(separator: " ")
  }
}

/// A row of a story that cannot be read.
struct StoryError: Error { let text: String }
