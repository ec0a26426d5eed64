/// What the script of a page says, by name; see ``Word``.
enum PageWord: String, CaseIterable, ReportWord {
  case arms = "Arms shown"
  case arrows = "left and right arrow keys read its values"

  /// The Chinese text.
  var chinese: String {
    switch self {
    case .arms: "显示的方案"
    case .arrows: "用左右方向键读取数值"
    }
  }
}
