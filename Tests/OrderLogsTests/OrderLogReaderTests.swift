import OrderLogs
import Quantities
import Testing
import Timeline

@Suite struct OrderLogReaderTests {
  /// Reads a file into lines such as `2 ada 2026-01-05 1999`, problems as `3: reason`.
  private func read(
    _ text: String, _ options: OrderLogOptions = OrderLogOptions()
  ) throws -> [String] {
    try withFile(text) { path in try OrderLogReader(path: path, options: options).map(told) }
  }

  private func told(_ entry: OrderLogEntry) -> String {
    switch entry {
    case .problem(let problem): return "\(problem.line): \(problem.reason)"
    case .row(let row):
      let minute = row.minute.minuteOfDay
      var text = "\(row.line) \(row.customer) \(CivilDate(row.day).text)"
      if row.hasTime { text += " \(minute / 60):\(minute % 60)" }
      text += " \(row.amount.minor)"
      if row.kind == .refund { text += " refund" }
      if let order = row.order { text += " order=\(order)" }
      if let points = row.pointsRedeemed { text += " points=\(points.count)" }
      if let original = row.refundOf { text += " of=\(original)" }
      if let coupon = row.coupon { text += " coupon=\(coupon)" }
      return text
    }
  }

  @Test(arguments: [
    ("comma", "customer,date,amount\nada,2026-01-05,19.99\n"),
    ("tab", "customer\tdate\tamount\nada\t2026/01/05\t19.99\n"),
    ("semicolon", "Customer;Date;Amount\nada;2026-1-5;19.99"),
    ("bar", "amount|date|customer\n19.99|20260105|ada\n"),
    ("spaces", "customer date   amount\n  ada  20260105   19.990\n"),
    ("line ends of Windows", "customer,date,amount\r\nada,2026-01-05,19.99\r\n"),
    ("byte order mark", "\u{FEFF}customer,date,amount\nada,2026-01-05,19.99\n"),
    ("quotes", "\"customer\",\"date\",\"amount\"\n\"ada\",\"2026-01-05\", \"19.99\" \n"),
    ("other names", "Order Total,Purchase_Date,Member ID\n¥19.99,2026-01-05,ada\n"),
    ("Chinese names", "会员号,下单日期,实付金额\nada,2026-01-05,￥19.99\n"),
    ("other columns", "shop,customer,note,date,amount\nA,ada,\"a,b\",2026-01-05,19.99\n"),
    ("empty columns behind", "customer,date,amount\nada,2026-01-05,19.99,,\n"),
  ])
  func `an order reads the same in every dialect`(_ dialect: String, _ text: String) throws {
    #expect(try read(text) == ["2 ada 2026-01-05 1999"])
  }

  @Test func `a file without a header is read by what its columns hold`() throws {
    #expect(
      try read("7 0001 19970101 2 29.33\n7 0001 19970118 1 4.00\n")
        == ["1 7 1997-01-01 2933", "2 7 1997-01-18 400"])
    #expect(
      try read("2026-01-05,ada,3\n2026-01-06,bo,4\n") == [
        "1 ada 2026-01-05 300", "2 bo 2026-01-06 400",
      ])
  }

  @Test func `every optional column is read`() throws {
    let text = """
      order id,customer,date,time,amount,points redeemed,refund,refund of,coupon
      A1,ada,2026-01-05,09:30,20.00,150,no,,SPRING
      A2,ada,2026-01-06,23:59:59,5.00,,yes,A1,
      A3,ada,2026-01-07,,-1.50,,,,
      A4,ada,2026-01-08,7:05,2.00,"1,000",0,,
      """
    #expect(
      try read(text) == [
        "2 ada 2026-01-05 9:30 2000 order=A1 points=150 coupon=SPRING",
        "3 ada 2026-01-06 23:59 500 refund order=A2 of=A1",
        "4 ada 2026-01-07 150 refund order=A3",
        "5 ada 2026-01-08 7:5 200 order=A4 points=1000",
      ])
  }

  @Test func `the user may say which column is which`() throws {
    let text = "who,id,when,paid,list\nx,ada,2026-01-05 10:15,5.00,9.00\n"
    let options = OrderLogOptions(columns: [
      .customer: .number(2), .date: .name("When"), .amount: .name("paid"),
    ])
    #expect(try read(text, options) == ["2 ada 2026-01-05 10:15 500"])
  }

  @Test func `amounts follow the currency and the decimal mark`() throws {
    let comma = OrderLogOptions(decimalMark: .comma)
    #expect(try read("ada;2026-01-05;1.234,5\n", comma) == ["1 ada 2026-01-05 123450"])
    let yen = OrderLogOptions(minorDigits: 0)
    #expect(
      try read("customer,date,amount\nada,2026-01-05,1200\n", yen) == ["2 ada 2026-01-05 1200"])
  }

  @Test func `a quoted field may go on in the next line`() throws {
    let text =
      "customer,date,amount,note\nada,2026-01-05,1.00,\"two\nlines\"\nbo,2026-01-06,2.00,\n"
    #expect(try read(text) == ["2 ada 2026-01-05 100", "4 bo 2026-01-06 200"])
  }

  @Test(arguments: [
    ("ada,2026-02-30,1.00", "\"2026-02-30\" is no date (yyyy-mm-dd, yyyy/mm/dd or yyyymmdd)"),
    ("ada,05/01/2026,1.00", "\"05/01/2026\" is no date (yyyy-mm-dd, yyyy/mm/dd or yyyymmdd)"),
    ("ada,,1.00", "\"\" is no date (yyyy-mm-dd, yyyy/mm/dd or yyyymmdd)"),
    (
      "ada,2026-01-05 25:00,1.00",
      "\"2026-01-05 25:00\" has no time of day of the form HH:MM or HH:MM:SS"
    ),
    (
      "ada,2026-01-05T10:00Z,1.00",
      "\"2026-01-05T10:00Z\" names a time zone; give times on the program's own clock"
    ),
    ("ada,2026-01-05,", "\"\" is no number"),
    ("ada,2026-01-05,free", "\"free\" is no number"),
    ("ada,2026-01-05,1.005", "\"1.005\" has more than 2 decimals"),
    ("ada,2026-01-05,1.0x", "\"1.0x\" is no number"),
    ("ada,2026-01-05,1e3", "\"1e3\" is no number"),
    ("ada,2026-01-05,--5", "\"--5\" is no number"),
    ("ada,2026-01-05,\"12,34\"", "\"12,34\" is no number"),
    ("ada,2026-01-05,nan", "\"nan\" is no number"),
    (
      "ada,2026-01-05,123456789012345678901234567890",
      "\"123456789012345678901234…\" is too large"
    ),
    (",2026-01-05,1.00", "the customer is empty"),
    ("ada,2026-01-05", "2 fields where the first record has 3"),
    ("ada,2026-01-05,1,00", "4 fields where the first record has 3"),
    ("\"ada\"x,2026-01-05,1.00", "text stands behind a closing quote"),
    ("ada,2026-01-05,\"1.00", "a quoted field is not closed"),
    ("ada\0,2026-01-05,1.00", "the line holds a NUL byte"),
  ])
  func `a bad record is a located problem and the next one is read`(
    _ record: String, _ reason: String
  ) throws {
    let text = "customer,date,amount\n\n\(record)\nbo,2026-01-06,2.00\n"
    #expect(try read(text) == ["3: \(reason)", "4 bo 2026-01-06 200"])
  }

  @Test func `a problem shows the record without its invisible characters`() throws {
    let entries = try withFile("customer,date,amount\na\u{1B}[31m,x,1\n") { path in
      Array(try OrderLogReader(path: path))
    }
    guard case .problem(let problem)? = entries.first else {
      Issue.record("no problem in \(entries)")
      return
    }
    #expect(problem.excerpt == "a·[31m,x,1")
    #expect(problem.description.hasPrefix("line 2: \"x\" is no date"))
  }

  @Test func `text that is not UTF-8 is a problem, not a question mark`() throws {
    let bytes = Array("customer,date,amount\n".utf8) + [0xC4, 0xE3] + Array(",20260105,1\n".utf8)
    let lines = try withFile(bytes) { path in try OrderLogReader(path: path).map(told) }
    #expect(lines == ["2: the text is not UTF-8"])
  }

  @Test func `long files and long lines are read in chunks`() throws {
    let good = "ada,2026-01-05,0.01\n"
    let tooLong = String(repeating: "x", count: 1 << 21) + "\n"
    let half = String(repeating: good, count: 10_000)
    let lines = try read("customer,date,amount\n" + half + tooLong + half)
    #expect(lines.count == 20_001)
    #expect(lines[10_000] == "10002: the line is longer than 1048576 bytes")
    #expect(lines.last == "20002 ada 2026-01-05 1")
  }

  @Test func `files that hold no orders say why`() throws {
    func failure(_ text: String, _ options: OrderLogOptions = .init()) throws -> OrderLogError? {
      try withFile(text) { path in
        do throws(OrderLogError) {
          _ = try OrderLogReader(path: path, options: options)
          return nil
        } catch {
          return error
        }
      }
    }
    guard case .empty = try failure("") else { throw Missing() }
    guard case .empty = try failure("\n \r\n\n") else { throw Missing() }
    guard case .notText = try failure("PK\u{3}\u{4}") else { throw Missing() }
    guard
      case .missingColumn(_, .amount, let reason) = try failure("customer,date\nada,2026-01-05\n")
    else { throw Missing() }
    #expect(reason == "the columns are customer, date; say which one it is, by name or number")
    let far = OrderLogOptions(columns: [.coupon: .number(9)])
    guard case .missingColumn(_, .coupon, _) = try failure("ada,20260105,1.00\n", far)
    else { throw Missing() }
  }

  private struct Missing: Error {}

  @Test func `a file that is not there, or a folder, is an error`() {
    func failure(_ path: String) -> String? {
      do throws(OrderLogError) {
        _ = try OrderLogReader(path: path)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(
      failure("/nowhere/a.csv") == "/nowhere/a.csv: cannot be read: No such file or directory")
    #expect(failure("/tmp") == "/tmp: cannot be read: Is a directory")
  }
}
