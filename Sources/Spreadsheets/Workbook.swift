/// A workbook for planners, as a plain value.
///
/// The same value gives the same bytes, whenever and wherever it is written with the same libraries.
public struct Workbook: Equatable, Sendable {
  /// The document's title.
  public var title: String
  /// What the document is about.
  public var subject: String
  /// When it was made and last changed: seconds since the start of 1970, UTC; 1 or more.
  public var createdSecondsSince1970: Int
  /// The sheets, in order; the first is shown first.
  public var sheets: [Sheet]

  /// Makes a workbook.
  public init(
    sheets: [Sheet], title: String = "", subject: String = "", createdSecondsSince1970: Int
  ) {
    self.sheets = sheets
    self.title = title
    self.subject = subject
    self.createdSecondsSince1970 = createdSecondsSince1970
  }

  /// Whether this program was built with the library that writes workbooks.
  public static var canBeWritten: Bool {
    #if canImport(CXLSXWriter)
    true
    #else
    false
    #endif
  }

  /// Writes the workbook to `path`, replacing what is there.
  ///
  /// Nothing is renamed or synced: the caller hands a temporary path and puts the file where it
  /// belongs. Nothing but that file is left behind; unnamed files beside it are used meanwhile. After
  /// an error what is at the path is no workbook. When the library itself fails, it says so on
  /// standard error as well.
  public func write(to path: String) throws(WorkbookError) {
    let needed = try WorkbookCheck.largestSize(self)
    #if canImport(CXLSXWriter)
    try OutputPlace(path: path).prepare(neededBytes: needed)
    try WorkbookWriter.write(self, to: path)
    #else
    _ = needed
    throw .notBuilt
    #endif
  }
}
