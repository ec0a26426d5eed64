/// Reads an order file record by record, in the order of the file.
///
/// Every record becomes a row or a located problem; blank lines are skipped. Memory does not grow
/// with the file.
///
/// ```swift
/// for entry in try OrderLogReader(path: "orders.csv") {
///   switch entry {
///   case .row(let row): total += row.amount
///   case .problem(let problem): problems.append(problem)
///   }
/// }
/// ```
public struct OrderLogReader: Sequence, IteratorProtocol {
  /// A quoted field may go on for so many lines (`assumption:`); a lone quote costs one record.
  private static let maximumRecordLines = 50
  /// Lines that the layout is detected from (`assumption:`).
  private static let sampleLines = 20

  /// How the file is laid out, as detected or told.
  public let layout: OrderLogLayout

  private var lines: LineReader
  /// Lines that were looked at ahead of their turn, the next one last.
  private var ahead: [Line] = []
  private var lastLine = 0
  private var hasReportedFailure = false
  private let parser: RecordParser

  /// Opens a file and finds its layout.
  public init(path: String, options: OrderLogOptions = OrderLogOptions()) throws(OrderLogError) {
    lines = try LineReader(path: path)
    var sample: [Line] = []
    while sample.count < Self.sampleLines, let line = lines.next() {
      if !line.isBlank { sample.append(line) }
    }
    let readable = sample.filter { !$0.isTooLong }
    layout = try LayoutDetector(path: path, options: options, sample: readable).layout()
    parser = RecordParser(layout: layout, options: options)
    let headerLine = layout.headerLine
    ahead = sample.reversed().filter { $0.number != headerLine }
  }

  /// The next record, or nothing at the end of the file.
  public mutating func next() -> OrderLogEntry? {
    while let line = nextLine() {
      if !line.isBlank { return entry(line) }
    }
    guard let failure = lines.failure, !hasReportedFailure else { return nil }
    hasReportedFailure = true
    return problem(Line(number: lastLine + 1, bytes: []), "reading stopped: \(failure)")
  }

  private mutating func nextLine() -> Line? {
    guard let line = ahead.popLast() ?? lines.next() else { return nil }
    lastLine = line.number
    return line
  }

  private mutating func entry(_ line: Line) -> OrderLogEntry {
    if line.isTooLong {
      return problem(line, "the line is longer than \(Line.maximumByteCount) bytes")
    }
    if line.bytes.contains(0) { return problem(line, "the line holds a NUL byte") }
    switch layout.separator.split(line.bytes) {
    case .fields(let fields): return row(fields, of: line)
    case .textAfterQuote: return problem(line, "text stands behind a closing quote")
    case .openQuote: return continued(line)
    }
  }

  /// A record whose quoted field goes on in the lines below.
  private mutating func continued(_ line: Line) -> OrderLogEntry {
    var whole = line
    var taken: [Line] = []
    while taken.count < Self.maximumRecordLines, let below = nextLine(), !below.isTooLong {
      taken.append(below)
      whole.bytes += [UInt8(ascii: "\n")] + below.bytes
      if case .fields(let fields) = layout.separator.split(whole.bytes), !whole.bytes.contains(0) {
        return row(fields, of: whole)
      }
    }
    ahead += taken.reversed()
    return problem(line, "a quoted field is not closed")
  }

  private func row(_ fields: [Field], of line: Line) -> OrderLogEntry {
    do throws(FieldFailure) {
      return .row(try parser.row(fields, line: line.number))
    } catch {
      return problem(line, error.reason)
    }
  }

  private func problem(_ line: Line, _ reason: String) -> OrderLogEntry {
    .problem(OrderLogProblem(line: line.number, record: line.bytes, reason: reason))
  }
}
