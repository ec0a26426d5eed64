public import Scenarios

extension ScalingNote: ReportWord {
  var english: String { description }

  var chinese: String {
    switch self {
    case .prospects(let before, let after): "潜客数按比例由 \(before) 调为 \(after)"
    case .arrivals(let before, let after): "每月新增潜客数按比例由 \(before) 调为 \(after)"
    case .budgets(let count): "\(count) 项全项目预算同比缩放"
    case .limits(let count): "\(count) 条全项目要求同比缩放"
    }
  }
}

extension Report {
  /// What another number of members changed in the scenario, a line each.
  public func lines(_ notes: [ScalingNote]) -> [String] {
    notes.map { words.language("note: ", "注：") + words.name($0) }
  }
}
