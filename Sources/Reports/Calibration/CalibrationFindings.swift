import Calibration
import MemberPopulation
import Timeline

/// What was read and found, in a few sentences.
extension CalibrationReport {
  func findingSection() -> [Block] {
    [.facts(readFacts), .paragraph(finding), .list(warnings)]
  }

  private var readFacts: [Fact] {
    let first = CivilDate(summary.days.start ?? summary.windowEnd).text
    let end = CivilDate(summary.windowEnd).text
    let last = CivilDate(summary.lastDay).text
    var facts = [
      Fact(say("Orders", "订单"), input.fileName),
      Fact(say("Rows", "行数"), rows),
      Fact(say("Customers", "顾客"), whole(summary.table.customerCount)),
      Fact(
        say("Bought again", "再次购买"),
        say(
          "\(whole(summary.table.repeaterCount)) customers, \(whole(summary.table.repeatCount)) times",
          "\(whole(summary.table.repeaterCount)) 位顾客，共 \(whole(summary.table.repeatCount)) 次")),
      Fact(say("First order", "首笔订单"), first), Fact(say("Fitted to", "拟合至"), end),
    ]
    if hasHoldout {
      facts.append(
        Fact(
          say("Tested to", "检验至"),
          say(
            "\(last), \(number(summary.holdoutWeeks)) weeks",
            "\(last)，\(number(summary.holdoutWeeks)) 周")))
    }
    if summary.laterCustomerCount > 0 {
      facts.append(
        Fact(
          say("Joined later, left out", "之后加入，未计入"), whole(Double(summary.laterCustomerCount))))
    }
    return facts
  }

  private var rows: String {
    let orders = whole(Double(summary.orderCount))
    let refunds = whole(Double(summary.refundCount))
    let bad = whole(Double(summary.badRowCount))
    return say(
      "\(orders) orders, \(refunds) refunds, \(bad) that cannot be used",
      "订单 \(orders) 行，退款 \(refunds) 行，无法使用 \(bad) 行")
  }

  private var finding: String {
    let alive = whole(input.evidence.aliveCustomers)
    let share = Figures.percent(input.evidence.aliveCustomers / summary.table.customerCount)
    var text =
      choice
      + say(
        "It expects that \(alive) of the customers (\(share)) will still buy. ",
        "据它估计，\(alive) 位顾客（\(share)）仍会购买。")
    if let holdout = input.evidence.holdout.first, let error = holdout.relativeError {
      let percent = Figures.percent(abs(error))
      let direction = say(error < 0 ? "too few" : "too many", error < 0 ? "少" : "多")
      text += say(
        "Of the \(whole(holdout.actual)) purchases after the window it forecast \(whole(holdout.predicted)): \(percent) \(direction).",
        "区间之后实际购买 \(whole(holdout.actual)) 次，它预测 \(whole(holdout.predicted)) 次，\(direction)了 \(percent)。"
      )
    } else {
      text += say(
        "Nothing tests this forecast, since the fit looks at all orders: --until leaves some aside.",
        "拟合用了全部订单，因此没有数据检验这一预测；用 --until 可以留出一部分。")
    }
    return text
  }

  /// The model that is taken, and how far ahead of the next one it is.
  private var choice: String {
    let timings = input.result.timings
    let model = timings[0].model.name
    guard timings.count > 1 else {
      return say("\(model) was fitted. ", "拟合的模型是 \(model)。")
    }
    let next = timings[1].model.name
    let lead = Figures.fixed(timings[0].logLikelihood - timings[1].logLikelihood, 1)
    // assumption: a likelihood ratio below e² is weak evidence (Kass & Raftery 1995 call it so
    // below 3 to 1 for Bayes factors).
    let isClose = timings[0].logLikelihood - timings[1].logLikelihood < 2
    return isClose
      ? say(
        "\(model) is the likeliest model, but only by \(lead) before \(next): the orders hardly tell the two apart. ",
        "\(model) 的似然最高，但只比 \(next) 高 \(lead)：这些订单几乎无法区分二者。")
      : say(
        "\(model) is the likeliest of the models that were fitted, by \(lead) before \(next). ",
        "在拟合过的模型中 \(model) 的似然最高，比 \(next) 高 \(lead)。")
  }

  /// What the data cannot tell, first; that everything can be told, otherwise.
  private var warnings: [Cell] {
    var cells = input.result.timing.warnings.map { Cell(sentence($0), tone: .caution) }
    if case .failure(let refusal) = input.result.gammaGamma {
      cells.append(
        Cell(
          say("Gamma-Gamma spend: \(refusal)", "Gamma-Gamma 消费模型未能拟合：\(chinese(refusal))"),
          tone: .caution))
    }
    if summary.unorderedCustomerCount > 0 {
      let count = whole(Double(summary.unorderedCustomerCount))
      cells.append(
        Cell(
          say(
            "Rows of \(count) customers do not stand in the order of time; the file was read again for them.",
            "有 \(count) 位顾客的记录未按时间排列，已为其重新读取文件。")))
    }
    guard cells.isEmpty else { return cells }
    return [Cell(say("✓ The data tell every parameter.", "✓ 数据足以确定每个参数。"), tone: .good)]
  }

  private func sentence(_ warning: TimingWarning) -> String {
    switch warning {
    case .atEdge(let parameter):
      return say(
        "⚑ \(parameter.rawValue) ended at the edge of what a population may have: the data do not tell it, only that it is extreme.",
        "⚑ \(parameter.rawValue) 落在取值范围的边界上：数据无法确定它，只说明它很极端。")
    case .flat:
      return say(
        "⚑ The likelihood is flat in some direction: no standard errors can be given.",
        "⚑ 似然函数在某个方向上是平的：无法给出标准误。")
    case .hardlyKnown(let parameter, let error):
      let percent = Figures.percent(error, 0)
      return say(
        "⚑ \(parameter.rawValue) is hardly known (standard error of \(percent)): look at its profile interval.",
        "⚑ \(parameter.rawValue) 难以确定（标准误 \(percent)）：请看其剖面似然区间。")
    case .weaklyIdentified(let first, let second, let errors, let ratio):
      let (one, other) = (Figures.percent(errors[0], 0), Figures.percent(errors[1], 0))
      let both = Figures.percent(ratio, 0)
      return say(
        "⚑ \(first.rawValue) and \(second.rawValue) are hardly known apart (standard errors of \(one) and \(other)), their ratio is (\(both)): read them together, as the covariance in the preset does.",
        "⚑ \(first.rawValue) 与 \(second.rawValue) 单独来看几乎无法确定（标准误 \(one) 和 \(other)），但两者之比可以（\(both)）：请结合起来看，预设中的协方差正是如此。"
      )
    }
  }
}
