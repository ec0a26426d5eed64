internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Randomness
internal import Timeline

/// An order that was placed and is still to be paid.
struct OpenOrder {
  /// When it is paid, or canceled.
  var minute: Int32
  /// Whether it is paid.
  var isPaid: Bool
  /// The occasion that it was placed at, goods added to reach a threshold included.
  var occasion: Occasion
  /// The occasion before goods were added; nothing if none were.
  var toppedUpFrom: Occasion?
  var basket: [BasketLine]
  /// What the engine has set aside for it; nothing for a person who was no member.
  var reservation: ReservationNumber?
  /// Whether it was placed within the horizon, or on the simulated days after it.
  var isCounted: Bool
  /// The account that it was placed on; joined accounts are looked up when it is paid.
  var account: Int
}

/// Order placed ─▶ hours later ─▶ paid, or canceled ─▶ decision ─▶ tally.
///
/// Whether an order is paid is drawn by the occasion's address, so it is the same in all arms; an
/// order counts, and is compared with control's, only if it is paid within the horizon.
extension ArmRun {
  /// What becomes of an order at an occasion.
  @inline(__always)
  func fate(of occasion: Occasion) -> PaymentModel.Fate {
    guard let model = plan.payments else { return .atOnce }
    let marks = draws.uniformPair(at: address(paymentPurpose(occasion.stream), of: occasion))
    return model.fate(unpaidMark: marks.0, paymentMark: marks.1)
  }

  /// Whether an order placed at an occasion is paid before the horizon ends, or the days after it.
  @inline(__always)
  func isPaid(_ occasion: Occasion) -> Bool {
    switch fate(of: occasion) {
    case .atOnce: true
    case .later(let minutes):
      occasion.minute + minutes
        < (isRunningOff ? plan.simulationEnd : plan.horizon.end).index
    case .never: false
    }
  }

  /// The minutes for which the engine holds what an order uses: it is canceled just before, by the
  /// merchant, so that what comes back is known.
  @inline(__always)
  func holdMinutes(of fate: PaymentModel.Fate) -> Int32? {
    guard let model = plan.payments, fate != .atOnce else { return nil }
    return model.minutes + 1
  }

  /// Waits for the payment of an order, or for the end of its time.
  mutating func awaitPayment(
    _ fate: PaymentModel.Fate, of occasion: Occasion, _ basket: borrowing Span<BasketLine>,
    toppedUpFrom: Occasion?, _ reservation: ReservationNumber?
  ) {
    guard let model = plan.payments else { return }
    var order = OpenOrder(
      minute: occasion.minute + model.minutes, isPaid: false, occasion: occasion,
      toppedUpFrom: toppedUpFrom, basket: basket.indices.map { basket[$0] },
      reservation: reservation, isCounted: isCounting, account: account(for: occasion))
    if case .later(let minutes) = fate {
      (order.minute, order.isPaid) = (occasion.minute + minutes, true)
    }
    followUps.add(.payment(order))
    if isMeasuring { tally.add(to: .unpaidOrders) }
  }

  /// An order is paid, or canceled because its time is over.
  mutating func meetPayment(_ order: OpenOrder) {
    let minute = Minute(index: order.minute)
    // An order of the horizon that would be paid after it counts in neither.
    if isRunningOff, order.occasion.minute < plan.horizon.end.index {
      return giveUp(order, at: minute)
    }
    var decision: Decision?
    if let number = order.reservation {
      let settled = handle(
        order.isPaid ? .commit(number) : .release(number),
        for: plan.abuse == nil ? account(for: order.occasion) : order.account, at: minute)
      // A scheme that began with the horizon has released what was set aside before.
      assert(settled.refusal == .none || !order.isCounted, "what was reserved can be paid")
      guard settled.refusal == .none else { return }
      decision = settled
    }
    let person = Int(order.occasion.person)
    if sinks.second.watches(person) {
      sinks.second.observe(.payment(minute, decision, isPaid: order.isPaid), of: person)
    }
    if order.isPaid { pay(order, decision) } else { cancel(order, decision) }
  }

  /// Lets go of an order that nobody looks at any more; a scheme of its own has released it before.
  private mutating func giveUp(_ order: OpenOrder, at minute: Minute) {
    guard let number = order.reservation else { return }
    handle(
      .release(number), for: plan.abuse == nil ? account(for: order.occasion) : order.account,
      at: minute)
  }

  private mutating func pay(_ order: OpenOrder, _ decision: Decision?) {
    var occasion = order.occasion
    occasion.minute = order.minute
    let isMeasured = isMeasuring && order.isCounted
    if isMeasured { tally.add(to: .laterPaidOrders) }
    guard let decision else {
      if isMeasured { tallyStrangerOrder(occasion, order.basket.span) }
      planReturn(of: occasion, order.basket.span, order: nil, isCounted: order.isCounted)
      return
    }
    noteAward()
    noteForInvitations(decision, occasion)
    if isMeasured {
      tallyOrder(occasion, decision)
      attributeLater(occasion)
      tallyLines(order.basket.span)
      if let before = order.toppedUpFrom { tallyTopUp(occasion, from: before) }
    }
    if remembers {
      let segment = Int(people[Int(occasion.person)].traits.segment)
      rememberOrder(occasion, decision, plan.segments[segment].reaction)
    }
    guard decision.order != nil else { return }
    planReturn(
      of: occasion, order.basket.span, order: decision.order,
      isCounted: order.isCounted)
  }

  private mutating func cancel(_ order: OpenOrder, _ decision: Decision?) {
    guard isMeasuring else { return }
    guard order.isCounted else {
      // Coupons set aside in the history are held again.
      let coupons = decision?.refund.couponsReturned.count ?? 0
      return tally.add(Int64(coupons), to: .couponsHeldAtStart)
    }
    tally.add(to: .canceledOrders)
  }

  private func paymentPurpose(_ stream: OccasionStream) -> Purpose {
    switch stream {
    case .need: .needPayment
    case .impulse: .impulsePayment
    case .message: .messagePayment
    }
  }
}
