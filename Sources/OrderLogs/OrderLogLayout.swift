/// How an order file is laid out: what separates fields, and what the columns mean.
public struct OrderLogLayout: Sendable, Hashable {
  /// What stands between fields.
  public let separator: FieldSeparator
  /// The line of the record that names the columns, if there is one.
  public let headerLine: Int?
  /// The number of fields in every record.
  public let columnCount: Int
  /// Where each meaning stands, counted from 1.
  public let columns: [OrderColumn: Int]
}

/// Finds the layout of a file from its first lines and what the user said.
struct LayoutDetector {
  let path: String
  let options: OrderLogOptions
  /// The first lines of the file that are not blank.
  let sample: [Line]

  func layout() throws(OrderLogError) -> OrderLogLayout {
    let separator = options.separator ?? detectedSeparator()
    let lines = sample.filter { fields($0, separator) != nil }
    let records = lines.compactMap { fields($0, separator) }
    guard let first = records.first else { throw .empty(path: path) }
    let hasHeader = options.hasHeader ?? looksLikeHeader(first)
    let names = hasHeader ? first.map { String(decoding: $0, as: UTF8.self) } : nil
    var found = try chosenColumns(names, count: first.count)
    if let names {
      addByName(names, to: &found)
    } else {
      addByContent(records, to: &found)
    }
    for column in OrderColumn.required where found[column] == nil {
      throw missing(column, names: names, count: first.count)
    }
    return OrderLogLayout(
      separator: separator, headerLine: hasHeader ? lines[0].number : nil,
      columnCount: first.count, columns: found)
  }

  // MARK: Separator and header

  /// The sign that makes most fields; white space if no sign makes three, as orders need.
  private func detectedSeparator() -> FieldSeparator {
    var best = (separator: FieldSeparator.whitespace, count: fieldCount(.whitespace) >= 3 ? 2 : 1)
    for candidate in FieldSeparator.allCases where candidate != .whitespace {
      let count = fieldCount(candidate)
      if count > best.count { best = (candidate, count) }
    }
    return best.separator
  }

  /// The fields of the first record, if most others have at least as many; else none.
  private func fieldCount(_ separator: FieldSeparator) -> Int {
    let counts = sample.compactMap { fields($0, separator)?.count }
    guard let first = counts.first else { return 0 }
    return counts.filter { $0 >= first }.count * 2 > counts.count ? first : 0
  }

  private func fields(_ line: Line, _ separator: FieldSeparator) -> [Field]? {
    guard case .fields(let fields) = separator.split(line.bytes) else { return nil }
    return fields
  }

  /// A header holds no date, and either a name that is known or no digit at all.
  private func looksLikeHeader(_ record: [Field]) -> Bool {
    guard !record.contains(where: isDate) else { return false }
    let known = Set(OrderColumn.allCases.flatMap(\.names) + userNames)
    let names = record.map { OrderColumn.normalized(String(decoding: $0, as: UTF8.self)) }
    return names.contains(where: known.contains)
      || !record.joined().contains { $0.digit != nil }
  }

  private var userNames: [String] {
    OrderColumn.allCases.compactMap { column in
      guard case .name(let name) = options.columns[column] else { return nil }
      return OrderColumn.normalized(name)
    }
  }

  // MARK: Columns

  private func chosenColumns(
    _ names: [String]?, count: Int
  ) throws(OrderLogError) -> [OrderColumn: Int] {
    var found: [OrderColumn: Int] = [:]
    for column in OrderColumn.allCases {
      switch options.columns[column] {
      case nil: continue
      case .number(let number) where (1...count).contains(number): found[column] = number
      case .name(let name):
        let wanted = OrderColumn.normalized(name)
        let index = names?.firstIndex { OrderColumn.normalized($0) == wanted }
        guard let index else { throw missing(column, names: names, count: count) }
        found[column] = index + 1
      case .number: throw missing(column, names: names, count: count)
      }
    }
    return found
  }

  private func addByName(_ names: [String], to found: inout [OrderColumn: Int]) {
    let normalized = names.map { OrderColumn.normalized($0) }
    for column in OrderColumn.allCases where found[column] == nil {
      let index = column.names.lazy.compactMap(normalized.firstIndex).first
      if let index, !found.values.contains(index + 1) { found[column] = index + 1 }
    }
  }

  /// Without a header: the date is the first column of dates, the customer the first other column,
  /// the amount the first column of decimal numbers, or else the last column of numbers.
  private func addByContent(_ records: [[Field]], to found: inout [OrderColumn: Int]) {
    let count = records[0].count
    func firstFree(_ numbers: some Sequence<Int>, _ isRight: (Field) -> Bool) -> Int? {
      numbers.first { number in
        let right = records.filter { $0.count == count && isRight($0[number - 1]) }.count
        return !found.values.contains(number) && right * 2 > records.count
      }
    }
    if found[.date] == nil { found[.date] = firstFree(1...count, isDate) }
    if found[.customer] == nil { found[.customer] = firstFree(1...count) { !$0.isEmpty } }
    guard found[.amount] == nil else { return }
    let mark = options.decimalMark == .point ? UInt8(ascii: ".") : UInt8(ascii: ",")
    found[.amount] =
      firstFree(1...count) { isAmount($0) && $0.contains(mark) }
      ?? firstFree((1...count).reversed(), isAmount)
  }

  private func isDate(_ field: Field) -> Bool { (try? DateParser.parse(field)) != nil }

  private func isAmount(_ field: Field) -> Bool {
    let decimals = options.minorDigits
    return (try? AmountParser.parse(field, decimals: decimals, mark: options.decimalMark)) != nil
  }

  private func missing(
    _ column: OrderColumn, names: [String]?, count: Int
  ) -> OrderLogError {
    let present =
      names.map { names in
        "the columns are " + names.map { OrderLogProblem.visible($0.utf8) }.joined(separator: ", ")
      } ?? "the file has \(count) columns and no header"
    return .missingColumn(
      path: path, column: column, reason: "\(present); say which one it is, by name or number")
  }
}
