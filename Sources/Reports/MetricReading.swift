import Experiments
import Measurement
import Statistics

extension Metric {
  /// Which side of zero is good news.
  enum Favorable: Sendable {
    case higher
    case lower
    case neither
  }

  /// The metrics that a reader looks at first, in reading order.
  static let leading: [Metric] = [
    .ordersPerMember, .repurchaseShare, .repurchase90, .revenuePerMember, .incentiveCostPerMember,
    .netValuePerMember, .outstandingPointsPerMember, .wearAtExposure, .optOutRate,
  ]

  /// Which side of zero is good news for the merchant.
  var favorable: Favorable {
    switch self {
    case .ordersPerMember, .repurchaseShare, .repurchase30, .repurchase60, .repurchase90,
      .revenuePerMember, .grossMarginPerMember, .netValuePerMember, .gainedOrdersPerMember,
      .netValueWithRunOffPerMember, .runOffOrdersPerMember,
      .joinedPerMember, .paymentRate, .messageOpenRate, .messageVisitRate, .messageOrderRate,
      .messagePaymentRate, .abusersCaughtRate:
      .higher
    case .incentiveCostPerMember, .discountPerMember, .redemptionCostPerMember,
      .messageCostPerMember, .lostOrdersPerMember, .optOutRate, .wearAtExposure,
      .returnRate, .refundedPerMember, .canceledOrdersPerMember, .ordersLostToWearPerMember,
      .marginLostToWearPerMember, .abuseLossPerMember, .honestHurtRate, .honestHurtPerMember,
      .reviewCostPerMember, .costPerGainedOrder, .deadweightShare,
      .pulledForwardOrdersPerMember:
      .lower
    default: .neither
    }
  }
}

extension MetricComparison {
  /// What the difference says: a word and a mark, never a color alone.
  func reading(_ words: Words) -> Cell { metric.reading(difference.estimate, words) }
}

extension Metric {
  /// What a difference of the metric says: a word and a mark, never a color alone.
  func reading(_ estimate: Estimate?, _ words: Words) -> Cell {
    guard let estimate else { return Cell("–") }
    if estimate.value == 0, estimate.standardError ?? 0 == 0 { return Cell(words(.noChange)) }
    guard estimate.confidence.excludes(0) else { return Cell(words(.unclear)) }
    let isUp = estimate.value > 0
    let mark = isUp ? "▲ " : "▼ "
    switch favorable {
    case .neither: return Cell(mark + words(isUp ? .higher : .lower))
    case .higher: return Self.cell(mark, isUp, words)
    case .lower: return Self.cell(mark, !isUp, words)
    }
  }

  private static func cell(_ mark: String, _ isGood: Bool, _ words: Words) -> Cell {
    Cell(mark + words(isGood ? .better : .worse), tone: isGood ? .good : .bad)
  }
}
