internal import IncentiveEngine
internal import Measurement
internal import PointsLedger

/// What coupons moved in one person's life: exposure is measured apart from redemption (P38).
struct CouponLife {
  /// List value of orders that only the arm has, less that of orders that only control has.
  var gainedListMinor: Int64 = 0
  /// Whether a coupon was granted within the horizon.
  var wasGranted = false
  /// Whether a coupon was used within the horizon.
  var hasRedeemed = false
}

extension ArmRun {
  /// Counts coupons granted to a person within the horizon.
  mutating func tallyGranted(_ granted: OfferSet, to person: Int) {
    guard granted != [] else { return }
    tally.add(Int64(granted.count), to: .couponsGranted)
    if !couponLives.isEmpty { couponLives[person].wasGranted = true }
  }

  /// Counts coupons that an order used.
  mutating func tallyUsed(_ used: OfferSet, by person: Int) {
    guard used != [] else { return }
    tally.add(Int64(used.count), to: .couponsUsed)
    if !couponLives.isEmpty { couponLives[person].hasRedeemed = true }
  }

  /// Adds up what those gained who were granted a coupon, and those of them who never used one.
  mutating func closeCouponLives() {
    for life in couponLives where life.wasGranted {
      tally.add(life.gainedListMinor, to: .recipientsGainedListMinor)
      if !life.hasRedeemed { tally.add(life.gainedListMinor, to: .nonredeemersGainedListMinor) }
    }
  }
}
