internal import Measurement

/// A metric as exact linear forms: numerator and denominator, the arm's and control's.
///
/// Each form says in columns what ``Measurement/Metric/definition`` says in words.
struct MetricForm: Sendable, Hashable {
  /// The arm's numerator.
  var arm: LinearForm
  /// Control's numerator, in this arm's pairing.
  var control: LinearForm
  /// The arm's denominator.
  var armBase: LinearForm
  /// Control's denominator.
  var controlBase: LinearForm
  /// What a zero denominator means.
  var emptyBase: Measured.Reason
  /// What the ratio is multiplied by to be in the metric's unit.
  var scale = 1.0

  /// Whether arm and control are divided by the same number.
  var hasCommonBase: Bool { armBase == controlBase }

  /// Columns of the arm per member at the horizon's start, against the same columns of control.
  static func perMember(_ columns: LinearForm) -> MetricForm {
    perMember(columns, control: columns.ofControl)
  }

  /// Control's members are the base of both: they are the arm's, too (a health check says so).
  static func perMember(_ arm: LinearForm, control: LinearForm) -> MetricForm {
    MetricForm(
      arm: arm, control: control, armBase: .control(.membersAtStart),
      controlBase: .control(.membersAtStart), emptyBase: .noMembersAtStart)
  }

  /// A ratio of two columns whose denominators may differ between arms.
  static func ratio(
    _ numerator: TallyColumn, of denominator: TallyColumn, emptyBase: Measured.Reason,
    scale: Double = 1
  ) -> MetricForm {
    MetricForm(
      arm: .arm(numerator), control: .control(numerator), armBase: .arm(denominator),
      controlBase: .control(denominator), emptyBase: emptyBase, scale: scale)
  }

  /// What only an arm set beside control has: control's value is none by definition.
  static func pairing(
    _ numerator: LinearForm, over base: LinearForm, emptyBase: Measured.Reason
  ) -> MetricForm {
    MetricForm(
      arm: numerator, control: .zero, armBase: base, controlBase: base, emptyBase: emptyBase)
  }

  /// What counts only where days after the horizon are simulated, per member.
  static func afterHorizon(_ arm: LinearForm, _ control: LinearForm) -> MetricForm {
    MetricForm(
      arm: arm, control: control, armBase: .control(.runOffMembers),
      controlBase: .control(.runOffMembers), emptyBase: .noRunOff)
  }

  /// Repurchase among the arm's always-buyers: control's value is of the same persons.
  static func repurchase(
    _ again: TallyColumn, _ controlAgain: TallyColumn, of alwaysBuyers: TallyColumn
  ) -> MetricForm {
    MetricForm(
      arm: .arm(again), control: .arm(controlAgain), armBase: .arm(alwaysBuyers),
      controlBase: .arm(alwaysBuyers), emptyBase: .nobodyBoughtInBoth)
  }
}

extension LinearForm {
  /// Prices below list: of tiers, promotions and coupons.
  static let discounts = LinearForm.arm(TallyColumn.discounts) - .arm(.undoneDiscountMinor)
  /// What orders took off: prices below list and points spent, those given back included.
  static let orderIncentives = LinearForm.arm(TallyColumn.discounts) + .arm(.redeemedMinor)
  /// What orders took off that control has, too.
  static let deadweight = orderIncentives - .arm(.gainedIncentiveMinor)
  /// What points paid, less what came back.
  static let redemptions = LinearForm.arm(.redeemedMinor) - .arm(.undoneRedeemedMinor)
  /// List value of what came back less the goods that can be sold again.
  static let returnedMargin = LinearForm.arm(.returnedListMinor) - .arm(.returnedGoodsMinor)
  /// What incentives cost, less what members paid for them.
  static let incentiveCost =
    LinearForm.arm(TallyColumn.incentiveCosts) - .arm(TallyColumn.incentiveReceipts)
  /// Margin of goods that were added to reach a threshold.
  static let topUpMargin = LinearForm.arm(.topUpListMinor) - .arm(.topUpGoodsMinor)
  /// Orders placed: those paid, those canceled, and those that are still open.
  static let placedOrders = LinearForm.arm(.orders, .unpaidOrders) - .arm(.laterPaidOrders)
  /// Points spent, less those given back.
  static let pointsSpent = LinearForm.arm(.pointsRedeemed) - .arm(.pointsRestored)
  /// What an arm is worth, with margins against control; control gains and loses nothing against itself.
  static let ownNetValue =
    LinearForm.arm(.gainedMarginMinor) - .arm(.lostMarginMinor) + topUpMargin - incentiveCost
    - returnedMargin
  /// The same with the days after the horizon.
  static let ownNetValueWithRunOff = ownNetValue + .arm(.runOffValueMinor)
  /// List value less the cost of goods, of what did not come back.
  static let grossMargin = LinearForm.arm(.listMinor) - .arm(.goodsMinor) - returnedMargin
}

extension Metric {
  /// The metric in columns of the tally.
  var form: MetricForm {
    switch self {
    case .ordersPerMember: .perMember(.arm(.orders))
    case .repurchaseShare:
      MetricForm(
        arm: .arm(.repeaters), control: .control(.repeaters),
        armBase: .control(.enrolledAtStart), controlBase: .control(.enrolledAtStart),
        emptyBase: .noMembersAtStart)
    case .repurchase30: .repurchase(.again30, .controlAgain30, of: .alwaysBuyers30)
    case .repurchase60: .repurchase(.again60, .controlAgain60, of: .alwaysBuyers60)
    case .repurchase90: .repurchase(.again90, .controlAgain90, of: .alwaysBuyers90)
    case .repurchaseAmongBuyers30: .ratio(.buyersAgain30, of: .buyers30, emptyBase: .noBuyers)
    case .repurchaseAmongBuyers60: .ratio(.buyersAgain60, of: .buyers60, emptyBase: .noBuyers)
    case .repurchaseAmongBuyers90: .ratio(.buyersAgain90, of: .buyers90, emptyBase: .noBuyers)
    case .pointsUseRate:
      MetricForm(
        arm: .pointsSpent, control: LinearForm.pointsSpent.ofControl, armBase: .arm(.pointsIssued),
        controlBase: .control(.pointsIssued), emptyBase: .noPointsIssued)
    case .paymentRate:
      MetricForm(
        arm: .arm(.orders), control: .control(.orders), armBase: .placedOrders,
        controlBase: LinearForm.placedOrders.ofControl, emptyBase: .noBuyers)
    case .returnRate: .ratio(.returnedOrders, of: .orders, emptyBase: .noBuyers)
    case .runOffOrdersPerMember: .afterHorizon(.arm(.runOffOrders), .control(.runOffOrders))
    case .netValueWithRunOffPerMember:
      .afterHorizon(
        .ownNetValueWithRunOff - LinearForm.ownNetValueWithRunOff.ofControl, .zero)
    case .costPerGainedOrder:
      .pairing(
        .incentiveCost - LinearForm.incentiveCost.ofControl,
        over: .arm(.gainedOrders, .gainedLapsedOrders), emptyBase: .nothingGained)
    case .deadweightShare:
      MetricForm(
        arm: .deadweight, control: LinearForm.deadweight.ofControl, armBase: .orderIncentives,
        controlBase: LinearForm.orderIncentives.ofControl, emptyBase: .nothingOff)
    case .couponRedemptionRate:
      .ratio(.couponsUsed, of: .couponsGranted, emptyBase: .noCouponsGranted)
    case .optOutRate: .ratio(.optOuts, of: .messagedPersons, emptyBase: .nobodyMessaged)
    case .nonredeemerShareOfGain:
      .ratio(
        .nonredeemersGainedListMinor, of: .recipientsGainedListMinor,
        emptyBase: .noCouponsGranted)
    case .wearAtExposure:
      .ratio(.wearMicro, of: .messages, emptyBase: .nobodyMessaged, scale: 1e-6)
    case .messageOpenRate: .ratio(.openedMessages, of: .messages, emptyBase: .nobodyMessaged)
    case .messageVisitRate:
      .ratio(.messageVisits, of: .openedMessages, emptyBase: .noMessageOpened)
    case .messageOrderRate:
      .ratio(.visitOrdersPlaced, of: .visitQuotes, emptyBase: .noMessageVisits)
    case .messagePaymentRate:
      .ratio(.visitOrdersPaid, of: .visitOrdersPlaced, emptyBase: .noMessageOrders)
    case .referralCostPerJoiner:
      .ratio(.referralRewardMinor, of: .invitedJoined, emptyBase: .nobodyInvited)
    case .selfReferralCaughtRate:
      .ratio(.selfInvitationsCaught, of: .selfInvitations, emptyBase: .nobodyInvitedOneself)
    case .honestRefusedRate:
      MetricForm(
        arm: .arm(.honestRefused), control: .control(.honestRefused),
        armBase: .arm(.honestRefused, .invitedJoined),
        controlBase: LinearForm.arm(.honestRefused, .invitedJoined).ofControl,
        emptyBase: .nobodyInvited)
    case .abusersCaughtRate: .ratio(.abusersHit, of: .abusers, emptyBase: .noAbusers)
    case .honestHurtRate: .ratio(.honestHit, of: .honestMembers, emptyBase: .nobodyWatched)
    default: .perMember(perMemberColumns, control: controlColumns)
    }
  }

  /// What is divided by members.
  private var perMemberColumns: LinearForm {
    switch self {
    case .revenuePerMember: .arm(.paidMinor, .depositsMinor) - .arm(.refundedMinor)
    case .refundedPerMember: .arm(.refundedMinor)
    case .placedOrdersPerMember: .placedOrders
    case .canceledOrdersPerMember: .arm(.canceledOrders)
    case .grossMarginPerMember: .grossMargin
    case .incentiveCostPerMember: .incentiveCost
    case .discountPerMember: .discounts
    case .redemptionCostPerMember: .redemptions
    case .messageCostPerMember: .arm(.messageCostMinor)
    case .rewardCostPerMember: .arm(.rewardCostMinor)
    case .mergedAccountsPerMember: .arm(.mergedAccounts)
    case .claimsPerMember: .arm(.claims)
    case .rewardsPerMember: .arm(.rewards)
    case .pointsToPartnersPerMember: .arm(.pointsToPartners)
    case .pointsFromPartnersPerMember: .arm(.pointsFromPartners)
    case .partnerSettlementPerMember: .arm(.partnerPaymentsMinor) - .arm(.partnerReceiptsMinor)
    case .netValuePerMember: .ownNetValue - LinearForm.ownNetValue.ofControl
    case .gainedOrdersPerMember: .arm(.gainedOrders, .gainedLapsedOrders)
    case .lostOrdersPerMember: .arm(.lostOrders)
    case .pulledForwardOrdersPerMember: .arm(.pulledForwardOrders)
    case .sharedOrdersPerMember: .arm(.sharedOrders)
    case .pointsIssuedPerMember: .arm(.pointsIssued)
    case .pointsRedeemedPerMember: .pointsSpent
    case .pointsExpiredPerMember: .arm(.pointsExpired)
    case .outstandingPointsPerMember: .arm(.pointsOutstanding)
    case .liabilityPerMember: .arm(.outstandingMinor)
    case .joinedPerMember: .arm(.joined)
    case .topUpPerMember: .arm(.topUpListMinor)
    case .needsFromStockPerMember: .arm(.needsFromStock)
    case .ordersLostToWearPerMember: .arm(.ordersLostToWear)
    case .marginLostToWearPerMember: .arm(.marginLostToWearMinor)
    case .invitationsPerMember: .arm(.invitations)
    case .invitedJoinersPerMember: .arm(.invitedJoined)
    case .validInvitationsPerMember: .arm(.validInvitations)
    case .selfReferralLossPerMember: .arm(.selfReferralMinor)
    case .abuseLossPerMember: .arm(.abuseCostMinor)
    case .abusersPerMember: .arm(.abusers)
    case .honestHurtPerMember: .arm(.honestHit)
    case .reviewsPerMember: .arm(.reviews)
    case .reviewCostPerMember: .arm(.reviewCostMinor)
    default: .arm(.orders)
    }
  }

  /// Control against itself gains nothing, so its net value is zero by definition.
  private var controlColumns: LinearForm {
    self == .netValuePerMember ? .zero : perMemberColumns.ofControl
  }
}
