#if canImport(CXLSXWriter)
internal import CXLSXWriter

/// The looks of cells, each made once.
struct CellFormats {
  private struct Look: Hashable {
    var style: Sheet.RowStyle
    var code: String?
    var wraps: Bool
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var made: [Look: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  /// The look of a cell; none where it is the plain one.
  mutating func format(
    _ style: Sheet.RowStyle, _ number: NumberFormat?, wraps: Bool
  ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format>? {
    let code = number.flatMap { $0 == .general ? nil : $0.code }
    let look = Look(style: style, code: code, wraps: wraps || style == .header)
    if look == Look(style: .plain, code: nil, wraps: false) { return nil }
    if let format = made[look] { return format }
    guard let format = workbook_add_format(book) else { throw WorkbookWriter.outOfMemory }
    if let code { format_set_num_format(format, code) }
    if look.wraps {
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    Self.apply(style, to: format)
    made[look] = format
    return format
  }

  private static func apply(
    _ style: Sheet.RowStyle, to format: UnsafeMutablePointer<lxw_format>
  ) {
    switch style {
    case .plain: break
    case .heading:
      format_set_bold(format)
      format_set_font_size(format, 14)
    case .header:
      format_set_bold(format)
      format_set_font_color(format, 0xFFFFFF)
      // White on this blue has a contrast of 11.9 to 1 (WCAG 2.2 asks for 4.5).
      format_set_bg_color(format, 0x1F3864)
    case .total:
      format_set_bold(format)
      format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .note:
      format_set_italic(format)
      format_set_font_color(format, 0x595959)
    }
  }
}
#endif
