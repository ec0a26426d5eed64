/// One field of a record: its bytes without quotes and surrounding blanks.
typealias Field = ArraySlice<UInt8>

/// What became of splitting a record.
enum SplitRecord: Equatable {
  case fields([Field])
  /// A quoted field goes on behind the end of the line.
  case openQuote
  /// Text stands between a closing quote and the next separator.
  case textAfterQuote
}

extension FieldSeparator {
  /// Splits a record into fields.
  ///
  /// Fields may be quoted as in RFC 4180: `"` around the field, `""` for a quote inside.
  func split(_ record: [UInt8]) -> SplitRecord {
    var fields: [Field] = []
    var position = record.startIndex
    if self == .whitespace { skipBlanks(record, &position) }
    while true {
      if self == .whitespace, position == record.endIndex { return .fields(fields) }
      let start = position
      skipBlanksOfField(record, &position)
      if position < record.endIndex, record[position] == UInt8(ascii: "\"") {
        guard let field = quoted(record, &position) else { return .openQuote }
        fields.append(field)
        skipBlanksOfField(record, &position)
        guard position == record.endIndex || isSeparator(record[position]) else {
          return .textAfterQuote
        }
      } else {
        position = record[start...].firstIndex(where: isSeparator) ?? record.endIndex
        fields.append(Self.trimmed(record[start..<position]))
      }
      guard position < record.endIndex else { return .fields(fields) }
      position += 1
      if self == .whitespace { skipBlanks(record, &position) }
    }
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    self == .whitespace ? byte.isBlank : byte == self.byte
  }

  private func skipBlanks(_ record: [UInt8], _ position: inout Int) {
    while position < record.endIndex, record[position].isBlank { position += 1 }
  }

  private func skipBlanksOfField(_ record: [UInt8], _ position: inout Int) {
    while position < record.endIndex, record[position].isBlank, !isSeparator(record[position]) {
      position += 1
    }
  }

  /// The field behind the quote at `position`, which moves behind the closing quote.
  private func quoted(_ record: [UInt8], _ position: inout Int) -> Field? {
    var field: [UInt8] = []
    position += 1
    while position < record.endIndex {
      if record[position] == UInt8(ascii: "\"") {
        position += 1
        guard position < record.endIndex, record[position] == UInt8(ascii: "\"") else {
          return Self.trimmed(field[...])
        }
      }
      field.append(record[position])
      position += 1
    }
    return nil
  }

  private static func trimmed(_ field: Field) -> Field {
    guard let first = field.firstIndex(where: { !$0.isBlank }),
      let last = field.lastIndex(where: { !$0.isBlank })
    else { return [] }
    return field[first...last]
  }
}
