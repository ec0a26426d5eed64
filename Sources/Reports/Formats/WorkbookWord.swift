/// The fixed words of workbooks, by name; see ``Word``.
enum WorkbookWord: String, CaseIterable, ReportWord {
  case summary = "Summary"
  case metrics = "Metrics"
  case segments = "Segments"
  case daily = "Daily"
  case assumptions = "Assumptions"
  case lower = "Lower end"
  case upper = "Upper end"
  case dimension = "Dimension"
  case date = "Date"
  case code = "Name in scenarios"
  case unit = "Unit"
  case isAssumption = "Assumption"
  case rule = "Rule"

  /// The Chinese text.
  var chinese: String {
    switch self {
    case .summary: "概要"
    case .metrics: "指标"
    case .segments: "人群"
    case .daily: "逐日"
    case .assumptions: "假设"
    case .lower: "下限"
    case .upper: "上限"
    case .dimension: "维度"
    case .date: "日期"
    case .code: "场景中的名称"
    case .unit: "单位"
    case .isAssumption: "是否假设"
    case .rule: "规则"
    }
  }
}
