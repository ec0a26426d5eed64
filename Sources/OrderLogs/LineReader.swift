import Foundation

/// One line of a file, without its end.
struct Line: Hashable {
  /// Longer lines are no orders; they are skipped without being kept (`assumption:` 1 MiB).
  static let maximumByteCount = 1 << 20

  /// Counted from 1.
  var number: Int
  var bytes: [UInt8]
  var isTooLong = false

  var isBlank: Bool { !isTooLong && bytes.allSatisfy(\.isBlank) }
}

extension UInt8 {
  /// Whether the byte is a space, a tab or a carriage return.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }

  /// The value of a decimal digit, if it is one.
  var digit: Int? { (0x30...0x39).contains(self) ? Int(self) - 0x30 : nil }
}

/// Reads a file line by line in chunks: memory does not grow with the file.
struct LineReader {
  private static let chunkByteCount = 1 << 16

  private let handle: FileHandle
  private var chunk: [UInt8] = []
  private var position = 0
  private var number = 0
  /// Why reading ended before the end of the file, if it did.
  private(set) var failure: String?

  init(path: String) throws(OrderLogError) {
    do {
      handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    } catch {
      throw .unreadable(path: path, reason: Self.reason(error))
    }
    fill()
    if let failure { throw .unreadable(path: path, reason: failure) }
    try checkEncoding(path)
  }

  /// The next line, or nothing at the end of the file or where reading failed.
  mutating func next() -> Line? {
    var line = Line(number: number + 1, bytes: [])
    var hasBytes = false
    while position < chunk.count || fill() {
      hasBytes = true
      let rest = chunk[position...]
      let end = rest.firstIndex(of: 0x0A)
      append(rest[..<(end ?? rest.endIndex)], to: &line)
      position = end.map { $0 + 1 } ?? rest.endIndex
      if end != nil { break }
    }
    guard hasBytes else { return nil }
    if line.bytes.last == 0x0D { line.bytes.removeLast() }
    number += 1
    return line
  }

  private func append(_ part: ArraySlice<UInt8>, to line: inout Line) {
    if line.bytes.count + part.count > Line.maximumByteCount {
      line.isTooLong = true
    } else if !line.isTooLong {
      line.bytes.append(contentsOf: part)
    }
  }

  @discardableResult private mutating func fill() -> Bool {
    guard failure == nil else { return false }
    do {
      chunk = Array(try handle.read(upToCount: Self.chunkByteCount) ?? Data())
    } catch {
      failure = Self.reason(error)
      chunk = []
    }
    position = 0
    return !chunk.isEmpty
  }

  private mutating func checkEncoding(_ path: String) throws(OrderLogError) {
    if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    if chunk.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw .notText(path: path, reason: "the file is a workbook or archive; save it as CSV")
    }
    guard chunk.starts(with: [0xFF, 0xFE]) || chunk.starts(with: [0xFE, 0xFF]) else { return }
    throw .notText(path: path, reason: "the file is UTF-16; save it as UTF-8")
  }

  private static func reason(_ error: any Error) -> String {
    let error = error as NSError
    let system = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    guard system.domain == NSPOSIXErrorDomain else { return system.localizedDescription }
    return String(cString: strerror(Int32(system.code)))
  }
}
