import OrderLogs
import Testing

/// Files that nobody meant to write: whatever the bytes, every record is a row or a problem.
@Suite struct OrderLogFuzzTests {
  /// A multiplicative congruential generator with Steele and Vigna's 64-bit multiplier
  /// ("Computationally easy, spectrally good multipliers", 2022); enough to spoil bytes.
  private struct Spoiler {
    var state: UInt64
    mutating func next(below limit: Int) -> Int {
      state = state &* 0xD134_2543_DE82_EF95 &+ 1
      return Int((state >> 33) % UInt64(limit))
    }
  }

  private static let records = """
    customer,date,amount,time,points used,refund,coupon
    ada,2026-01-05,"1,234.50",10:15,150,no,"the ""26"" one"
    bo,20260106,¥7,,,yes,
    cy,2026/1/7,-3.10,23:59:59,,,"two
    lines"

    """

  @Test(arguments: 1...400)
  func `spoiled files are read to their end`(_ seed: Int) throws {
    var spoiler = Spoiler(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    var bytes = Array(String(repeating: Self.records, count: 3).utf8)
    let spoilers = Array("\",;\t\n\r 09-./:¥|\0\u{7F}".utf8) + [0xFF, 0xC3]
    for _ in 0..<(1 + spoiler.next(below: 30)) {
      let position = spoiler.next(below: bytes.count)
      bytes[position] = spoilers[spoiler.next(below: spoilers.count)]
    }
    let lineCount = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).count
    try withFile(bytes) { path in
      guard let reader = try? OrderLogReader(path: path) else { return }
      var line = 0
      for entry in reader {
        let next =
          switch entry {
          case .row(let row): row.line
          case .problem(let problem): problem.line
          }
        #expect(next > line && next <= lineCount, "seed \(seed)")
        line = next
      }
    }
  }
}
