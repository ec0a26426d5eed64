extension Scheme {
  /// What is wrong with how refunds are settled.
  var refundProblems: [SchemeProblem] {
    guard let refunds else { return [] }
    var list = ProblemList()
    if let days = refunds.windowDays {
      list.require((0...3650).contains(days), "refunds.window", "must be 0 to 3650 days")
    }
    if case .grace(let days) = refunds.expired {
      list.require((1...7300).contains(days), "refunds.spent", "a grace has 1 to 7300 days")
    }
    return list.problems
  }
}
