extension Refusal {
  /// The reason's stable name in files and JSON, in kebab-case; `none` where nothing was refused.
  public var code: String {
    switch self {
    case .none: "none"
    case .notAMember: "not-a-member"
    case .alreadyAMember: "already-a-member"
    case .notFound: "not-found"
    case .notRunning: "not-running"
    case .notHeld: "not-held"
    case .alreadyHeld: "already-held"
    case .notInAudience: "not-in-audience"
    case .noMatchingItem: "no-matching-item"
    case .belowThreshold: "below-threshold"
    case .tooFewItems: "too-few-items"
    case .notCombinable: "not-combinable"
    case .outranked: "outranked"
    case .pointsNotSpendable: "points-not-spendable"
    case .capReached: "cap-reached"
    case .stockOut: "stock-out"
    case .pointsMissing: "points-missing"
    case .coolingDown: "cooling-down"
    case .budgetExhausted: "budget-exhausted"
    case .orderUnknown: "order-unknown"
    case .returnTooLate: "return-too-late"
    case .returnedAlready: "returned-already"
    case .returnTooLarge: "return-too-large"
    case .accountsDiffer: "accounts-differ"
    case .reservationUnknown: "reservation-unknown"
    case .frequencyCapped: "frequency-capped"
    case .quietHours: "quiet-hours"
    case .optedOut: "opted-out"
    case .inviterUnknown: "inviter-unknown"
    case .sameAsAdvocate: "same-as-advocate"
    case .invitedAlready: "invited-already"
    case .fraudHold: "fraud-hold"
    case .velocity: "velocity"
    case .linkedAccounts: "linked-accounts"
    case .refundLoop: "refund-loop"
    case .referralRing: "referral-ring"
    case .reviewDenied: "review-denied"
    }
  }
}

extension RuleFinding.Outcome {
  /// The outcome's stable name; a refusal's is its reason.
  public var code: String {
    switch self {
    case .applied: "applied"
    case .notNeeded: "not-needed"
    case .notChosen: "not-chosen"
    case .refused(let refusal): refusal.code
    }
  }
}

extension RuleFinding.Stage {
  /// The stage's stable name.
  public var code: String {
    switch self {
    case .price: "price"
    case .payment: "payment"
    case .earning: "earning"
    case .growth: "growth"
    }
  }
}

extension InboxRefusal {
  /// The reason's stable name in files and JSON.
  public var code: String {
    switch self {
    case .idReused: "id-reused"
    case .tooLate: "too-late"
    case .calendarMoment: "calendar-moment"
    case .unknownAccount: "unknown-account"
    case .unsoundBasket: "unsound-basket"
    }
  }
}
