/// The integer totals that a community adds up to, per arm; raw values are part of the digest.
///
/// "Again" columns count persons; "before" and "after" count orders of members at the start in as many
/// days of history and horizon; money is in minor units; "Micro" is millionths. Gifts and their
/// cost are part of the rewards and theirs.
public enum TallyColumn: Int, Sendable, CaseIterable {
  case membersAtStart, membersAtEnd, joined
  case needs, impulses
  case orders, memberOrders, needOrders, impulseOrders, messageOrders, lapsedOrders
  case listMinor, goodsMinor
  case tierDiscountMinor, promotionDiscountMinor, couponDiscountMinor, redeemedMinor, paidMinor
  case messages, messageCostMinor, messagedPersons, optOuts, wearMicro
  case couponsHeldAtStart, couponsGranted, couponsUsed
  case pointsIssued, pointsRedeemed, pointsExpired, pointsOutstanding, outstandingMinor
  case winBacks
  case sharedOrders, gainedOrders, gainedLapsedOrders, lostOrders
  case gainedMarginMinor, lostMarginMinor
  case enrolledAtStart, repeaters
  case alwaysBuyers30, again30, controlAgain30
  case alwaysBuyers60, again60, controlAgain60
  case alwaysBuyers90, again90, controlAgain90
  case buyers30, buyersAgain30, buyers60, buyersAgain60, buyers90, buyersAgain90
  case personsWithMoreOrders, personsWithFewerOrders
  case rewards, rewardCostMinor
  case toppedUpOrders, topUpListMinor, topUpGoodsMinor, needsFromStock
  case recipientsGainedListMinor, nonredeemersGainedListMinor
  case depositsMinor
  case mergedAccounts
  case returnedOrders, refusedReturns, refundedMinor, returnedListMinor, returnedGoodsMinor
  case undoneDiscountMinor, undoneRedeemedMinor, couponsReturned
  case pointsRestored, pointsClawedBack, pointsOwed
  case gifts, giftCostMinor
  case claimMessages, claims
  case privileges, privilegeCostMinor
  case pointsToPartners, pointsFromPartners, partnerPaymentsMinor, partnerReceiptsMinor
  case suppressedMessages, deferredMessages, openedMessages, messageVisits
  case unpaidOrders, laterPaidOrders, canceledOrders
  case ordersLostToWear, marginLostToWearMinor
  case invitations, invitedJoined, validInvitations, invitationsTakenBack, referralRewardMinor
  case selfInvitations, selfInvitationsCaught, selfReferralMinor, honestRefused
  case staffTasks, staffMinutes, staffCostMinor
  case visitQuotes, visitOrdersPlaced, visitOrdersPaid
  case abusers, abusersHit, abuseCostMinor, honestMembers, honestHit
  case riskRefusals, riskHolds, riskClawbacks, reviews, reviewsDenied, reviewCostMinor
  case extraAccounts, splitOrders
  case gainedIncentiveMinor, pulledForwardOrders, pulledForwardMarginMinor
  case personsBetterOff, personsWorseOff, ordersBefore, ordersAfter
  /// Members at the start where days after the horizon are simulated, and what came of those days.
  case runOffMembers, runOffOrders, runOffValueMinor

  /// How many columns there are.
  public static let count = allCases.count
}

/// What is kept by day, per arm.
public enum DailyColumn: Int, Sendable, CaseIterable {
  case orders, paidMinor, incentiveMinor, pointsIssued, pointsRedeemed, pointsOutstanding, messages
  case joined
  /// Persons enrolled at the start by the day of their second order within the horizon.
  case repeaters

  /// How many columns there are.
  public static let count = allCases.count
}

/// What is kept by month, segment and tier, per arm.
public enum CellColumn: Int, Sendable, CaseIterable {
  case orders, paidMinor, incentiveMinor, membersAtMonthEnd, wearMicroAtMonthEnd

  /// How many columns there are.
  public static let count = allCases.count
}

/// What is kept of each channel by which members are sent messages, per arm.
public enum ChannelColumn: Int, Sendable, CaseIterable {
  /// Messages delivered, and what they cost.
  case messages, costMinor
  /// Messages that never went out, by reason.
  case cappedMessages, quietMessages, optedOutMessages
  /// Messages put off, once for each time.
  case deferredMessages
  /// Delivered messages that were opened, and those that brought a visit.
  case openedMessages, visits
  /// Members who closed the channel.
  case optOuts
  /// Visits that messages brought at which the member saw a quote, those at which an order was
  /// placed, and those whose order was paid within the horizon.
  case quotes, ordersPlaced, ordersPaid

  /// How many columns there are.
  public static let count = allCases.count
}

/// What is kept of each of an arm's budgets.
public enum BudgetColumn: Int, Sendable, CaseIterable {
  /// What was used, in the budget's own unit, over all periods; of a liability, issued less spent.
  case used
  /// Orders that went without something, or with less of it.
  case refusedOrders

  /// How many columns there are.
  public static let count = allCases.count
}

/// How points of a vintage move in a month, per arm.
public enum MovementColumn: Int, Sendable, CaseIterable {
  case issued, redeemed, expired, clawedBack, adjusted

  /// How many columns there are.
  public static let count = allCases.count
}
