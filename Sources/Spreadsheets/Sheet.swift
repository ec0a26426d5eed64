/// One sheet: columns, rows and how it is shown and printed.
public struct Sheet: Equatable, Sendable {
  /// A column's look.
  public struct Column: Equatable, Hashable, Sendable {
    /// The width in digits of the standard font, up to 255.
    public var width: Double
    /// The format of numbers that have none of their own.
    public var format: NumberFormat?
    /// Whether long text goes on in a second line.
    public var wraps: Bool

    /// Makes a column's look.
    public init(width: Double, format: NumberFormat? = nil, wraps: Bool = false) {
      self.width = width
      self.format = format
      self.wraps = wraps
    }
  }

  /// A row: its cells from the first column on, and its look.
  public struct Row: Equatable, Hashable, Sendable, ExpressibleByArrayLiteral {
    /// The cells from the first column on.
    public var cells: [Cell]
    /// How the row looks.
    public var style: RowStyle

    /// Makes a row.
    public init(_ cells: [Cell], style: RowStyle = .plain) {
      self.cells = cells
      self.style = style
    }

    /// A plain row of these cells.
    public init(arrayLiteral elements: Cell...) { self.init(elements) }
  }

  /// How a row looks; never by color alone.
  public enum RowStyle: Equatable, Hashable, Sendable {
    /// As it is.
    case plain
    /// Large and bold: what the sheet, or a part of it, is about.
    case heading
    /// Titles of columns: bold on a dark ground, wrapped.
    case header
    /// A sum: bold under a line.
    case total
    /// A remark: gray, in italics.
    case note
  }

  /// How a sheet is printed, on A4.
  public struct Page: Equatable, Hashable, Sendable {
    /// Broad rather than high.
    public var isLandscape: Bool
    /// All columns on one page, however many pages long.
    public var fitsWidth: Bool
    /// The header on every page.
    public var repeatsHeader: Bool

    /// Makes print settings.
    public init(isLandscape: Bool = true, fitsWidth: Bool = true, repeatsHeader: Bool = true) {
      self.isLandscape = isLandscape
      self.fitsWidth = fitsWidth
      self.repeatsHeader = repeatsHeader
    }
  }

  /// The name as wished; the file has it as `SheetName.safe` makes it.
  public var name: String
  /// The columns from the first on; more cells than these have a standard look.
  public var columns: [Column]
  /// The rows from the first on.
  public var rows: [Row]
  /// The row of titles, from 0: styled as header, repeated when printed; none if nil.
  public var headerRow: Int?
  /// Rows at the top that stay when the sheet is scrolled.
  public var frozenRows: Int
  /// Columns at the left that stay.
  public var frozenColumns: Int
  /// Whether the rows below the header can be filtered by its titles.
  public var isFiltered: Bool
  /// How it is printed.
  public var page: Page

  /// Makes a sheet; by default everything down to the header stays when it is scrolled.
  public init(
    name: String, columns: [Column] = [], rows: [Row], headerRow: Int? = nil,
    frozenRows: Int? = nil, frozenColumns: Int = 0, isFiltered: Bool = false, page: Page = Page()
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.headerRow = headerRow
    self.frozenRows = frozenRows ?? headerRow.map { $0 + 1 } ?? 0
    self.frozenColumns = frozenColumns
    self.isFiltered = isFiltered
    self.page = page
  }
}
