internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Randomness
internal import Timeline

/// What became of an occasion.
struct Outcome {
  /// Whether it became an order, paid within the horizon.
  var isOrder: Bool
  /// Whether an order was placed, paid or not.
  var isPlaced: Bool
  /// Whether needs had stopped before it: the order itself may end a life, or restart one.
  var wasLapsed: Bool
  /// Whether it was a need that stock at home met.
  var isFromStock = false
}

/// Occasion ─▶ quote ─▶ choice ─▶ order ─▶ decision ─▶ tally.
extension ArmRun {
  /// Lives through one occasion.
  mutating func meet(_ occasion: Occasion, _ lines: borrowing [BasketLine]) -> Outcome {
    let person = Int(occasion.person)
    endLifeIfDue(of: person, at: occasion.minute)
    let isLive = lives[person].isLive
    if occasion.stream == .need, !isLive {
      return Outcome(isOrder: false, isPlaced: false, wasLapsed: true)
    }
    let basket = lines.span.extracting(
      Int(occasion.firstLine)..<Int(occasion.firstLine) + Int(occasion.lineCount))
    let isFromStock = isMetFromStock(occasion)
    let ordered =
      isFromStock
      ? false
      : lives[person].isMember
        ? meetAsMember(occasion, basket, hasLapsed: !isLive)
        : meetAsStranger(occasion, basket)
    if occasion.stream == .need, occasion.endsLife, !stays(person, index: occasion.index) {
      lapse(person, at: occasion.minute)
    }
    return Outcome(
      isOrder: ordered && isPaid(occasion), isPlaced: ordered, wasLapsed: !isLive,
      isFromStock: isFromStock)
  }

  private mutating func meetAsMember(
    _ occasion: Occasion, _ basket: borrowing Span<BasketLine>, hasLapsed: Bool
  ) -> Bool {
    let person = Int(occasion.person)
    let minute = Minute(index: occasion.minute)
    if people[person].abuse != .none { openNextAccount(of: person, at: occasion) }
    let reaction = reaction(of: person)
    let quote = plan.engine.quote(
      basket, for: account(for: occasion), in: accounts, at: minute)
    quotedCount += 1
    var stimulus = read(quote, at: occasion, reaction)
    if remembers {
      recall(person, quote, at: occasion.minute, reaction, in: &stimulus)
    }
    if reaction.keepsFatigue {
      recallMessages(person, at: occasion.minute, reaction, in: &stimulus)
    }
    let wear = lives[person].wear.level(at: occasion.minute, reaction)
    let utility = reaction.utility(
      of: stimulus, response: people[person].response, wear: wear)
    var accepts = reaction.accepts(occasion, utility: utility, hasLapsed: hasLapsed)
    if !accepts, isMeasuring {
      noteLostToWear(
        occasion, stimulus, utility: utility, wear: wear, hasLapsed: hasLapsed, reaction)
    }
    if people[person].abuse == .hunters, !isCheaper(quote) { accepts = false }
    let larger = accepts && reaction.topsUp ? toppedUp(occasion, basket, quote, reaction) : nil
    let (findings, decision) =
      if let larger {
        decide(
          larger.occasion, larger.lines.span, larger.quote, reaction, accepts: true,
          toppedUpFrom: occasion)
      } else { decide(occasion, basket, quote, reaction, accepts: accepts) }
    // The order closed a budget that all communities share: the member is asked again without it.
    if decision?.refusal == .budgetExhausted {
      noteClosings()
      return meetAsMember(occasion, basket, hasLapsed: hasLapsed)
    }
    if sinks.second.watches(person) {
      let parts =
        sinks.second.asksWhy
        ? reaction.parts(
          of: stimulus, stream: occasion.stream, response: people[person].response, wear: wear,
          hasLapsed: hasLapsed) : nil
      sinks.second.observe(
        .occasion(
          OccasionRecord(
            occasion: larger?.occasion ?? occasion, isMember: true,
            isOfSecondAccount: account(for: occasion) != person, quote: larger?.quote ?? quote,
            stimulus: stimulus, wear: wear, parts: parts,
            acceptance: reaction.acceptance(
              of: occasion.stream, utility: utility, hasLapsed: hasLapsed), findings: findings,
            hasLapsed: hasLapsed, decision: decision, isOrder: accepts,
            isUnpaid: accepts && fate(of: occasion) != .atOnce,
            toppedUpFrom: larger == nil ? nil : quote.list)), of: person)
    }
    if accepts, hasLapsed, isPaid(occasion) { winBack(occasion, reaction) }
    return accepts
  }

  /// Who is no member is offered nothing: needs are met, impulses are not.
  private mutating func meetAsStranger(
    _ occasion: Occasion, _ basket: borrowing Span<BasketLine>
  ) -> Bool {
    guard occasion.stream == .need else { return false }
    let person = Int(occasion.person)
    if sinks.second.watches(person) {
      sinks.second.observe(
        .occasion(
          OccasionRecord(
            occasion: occasion, isMember: false, quote: nil, stimulus: Stimulus(), wear: 0,
            parts: nil, decision: nil, isOrder: true,
            isUnpaid: fate(of: occasion) != .atOnce)), of: person)
    }
    let fate = fate(of: occasion)
    if fate == .atOnce {
      if isMeasuring { tallyStrangerOrder(occasion, basket) }
      if plan.returns != nil {
        planReturn(of: occasion, basket, order: nil, isCounted: isCounting)
      }
    } else {
      awaitPayment(fate, of: occasion, basket, toppedUpFrom: nil, nil)
    }
    // Prospects join within the horizon only: the members of its first day are given.
    let reaction = reaction(of: person)
    let mark = draws.uniform(at: address(.joining, of: occasion))
    if isMeasuring, reaction.joins(mark: mark) { join(person, at: Minute(index: occasion.minute)) }
    return true
  }

  /// The points that a member spends on an order.
  @inline(__always)
  private func pointsToSpend(
    _ occasion: Occasion, _ quote: Quote, _ reaction: ReactionModel
  ) -> Points {
    guard quote.spendablePoints > .zero else { return .zero }
    let mark = draws.uniform(at: address(redemptionPurpose(occasion.stream), of: occasion))
    return reaction.spendsPoints(worth: quote.spendableValue.minor, mark: mark)
      ? quote.spendablePoints : .zero
  }

  /// Places the order if the member accepts; whoever watches is told what each rule does.
  private mutating func decide(
    _ occasion: Occasion, _ basket: borrowing Span<BasketLine>, _ quote: Quote,
    _ reaction: ReactionModel, accepts: Bool, toppedUpFrom smaller: Occasion? = nil
  ) -> (findings: [RuleFinding], decision: Decision?) {
    let person = Int(occasion.person)
    if accepts, smaller == nil, let parts = parts(of: occasion, basket) {
      let decision = placeParts(parts, occasion)
      if remembers { rememberOrder(occasion, decision, reaction) }
      return ([], decision)
    }
    let points = accepts ? pointsToSpend(occasion, quote, reaction) : .zero
    let findings =
      sinks.second.watches(person) && sinks.second.asksWhy
      ? plan.engine.explain(
        basket, spending: points, for: account(for: occasion), in: accounts,
        at: Minute(index: occasion.minute))
      : []
    guard accepts else { return (findings, nil) }
    let fate = fate(of: occasion)
    let decision = place(fate, occasion, basket, quote, points)
    guard fate == .atOnce else {
      if decision.refusal == .none {
        awaitPayment(
          fate, of: occasion, basket, toppedUpFrom: smaller, decision.reservation)
      }
      return (findings, decision)
    }
    if decision.refusal == .none { complete(occasion, basket, decision, toppedUpFrom: smaller) }
    if remembers { rememberOrder(occasion, decision, reaction) }
    return (findings, decision)
  }

  /// Places an order: paid at once, or set aside until it is paid or canceled.
  mutating func place(
    _ fate: PaymentModel.Fate, _ occasion: Occasion, _ basket: borrowing Span<BasketLine>,
    _ quote: Quote, _ points: Points
  ) -> Decision {
    let event: Event =
      if let minutes = holdMinutes(of: fate) {
        .reserve(offers: quote.offers, points: points, minutes: minutes)
      } else { .order(offers: quote.offers, points: points) }
    let decision = plan.engine.handle(
      event, basket: basket, for: account(for: occasion), in: &accounts,
      at: Minute(index: occasion.minute), into: &sinks)
    if timers.isOn { noteTimer(of: account(for: occasion)) }
    if decision.risk.acts {
      note(
        decision, ofAccount: account(for: occasion), at: Minute(index: occasion.minute))
    }
    if people[Int(occasion.person)].abuse != .none, decision.refusal == .none {
      abuseLives[Int(occasion.person)].hasServed = true
    }
    assert(
      decision.refusal == .none || steering.isOn, "an order that was quoted is never refused")
    return decision
  }

  /// Takes note of an order that was paid.
  private mutating func complete(
    _ occasion: Occasion, _ basket: borrowing Span<BasketLine>, _ decision: Decision,
    toppedUpFrom smaller: Occasion?
  ) {
    // An order may take a reward of the points mall by itself.
    noteAward()
    noteForInvitations(decision, occasion)
    if isMeasuring {
      tallyOrder(occasion, decision)
      tallyLines(basket)
      if let smaller { tallyTopUp(occasion, from: smaller) }
    }
    guard plan.returns != nil, decision.order != nil else { return }
    planReturn(of: occasion, basket, order: decision.order, isCounted: isCounting)
  }

  /// Compares an occasion of the agenda with what control did at it.
  mutating func settle(_ occasion: Occasion, _ outcome: Outcome, _ position: Int) {
    if isControl { control.ordered[position] = outcome.isOrder }
    let inControl = control.ordered[position]
    guard outcome.isOrder || inControl else { return }
    attribute(
      occasion, ordered: outcome.isOrder, inControl: inControl, outcome)
  }

  @inline(__always)
  private func redemptionPurpose(_ stream: OccasionStream) -> Purpose {
    switch stream {
    case .need: .needRedemption
    case .impulse: .impulseRedemption
    case .message: .messageRedemption
    }
  }

  @inline(__always)
  func address(_ purpose: Purpose, of occasion: Occasion) -> DrawAddress {
    DrawAddress(
      subject: people[Int(occasion.person)].number, purpose: purpose, occurrence: occasion.index)
  }
}
