/// A record of an order file that could not be read: where it is, what it says, what is wrong.
public struct OrderLogProblem: Sendable, Hashable, CustomStringConvertible {
  /// The line of the file, counted from 1.
  public var line: Int
  /// The start of the record, with invisible characters made visible.
  public var excerpt: String
  /// What is wrong, and where it helps, what would be right.
  public var reason: String

  /// Creates a problem; the excerpt is shortened and cleaned.
  init(line: Int, record: some Collection<UInt8>, reason: String) {
    self.line = line
    self.excerpt = Self.visible(record)
    self.reason = reason
  }

  /// Line, reason and excerpt, such as `line 7: "x" is no date: ‹1,x,2›`.
  public var description: String { "line \(line): \(reason): ‹\(excerpt)›" }

  /// The start of some bytes as text that is safe to print.
  static func visible(_ bytes: some Collection<UInt8>, limit: Int = 60) -> String {
    let text = String(decoding: bytes.prefix(limit * 4), as: UTF8.self)
    let shown = text.prefix(limit).map { character in
      character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        ? "·" : String(character)
    }.joined()
    return text.count > limit ? shown + "…" : shown
  }
}

/// A reason why an order file cannot be read at all.
public enum OrderLogError: Error, Hashable, CustomStringConvertible {
  /// The file cannot be opened or read.
  case unreadable(path: String, reason: String)
  /// The file holds no record.
  case empty(path: String)
  /// The file is not plain text in an encoding that is read.
  case notText(path: String, reason: String)
  /// No column was found for something every order needs, or that was asked for.
  case missingColumn(path: String, column: OrderColumn, reason: String)

  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .empty(let path): "\(path): the file holds no orders"
    case .notText(let path, let reason): "\(path): \(reason)"
    case .missingColumn(let path, let column, let reason):
      "\(path): no column found for the \(column.rawValue): \(reason)"
    }
  }
}
