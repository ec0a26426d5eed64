import Quantities
import Timeline

/// The rules of all the engine's schemes, laid out flat.
struct ProgramTable {
  var programs: [SchemeProgram] = []
  var tiers: [TierProgram] = []
  var offers: [OfferProgram] = []
  var steps: [LadderStep] = []
  var multipliers: [MultiplierProgram] = []
  var calendar: [CalendarDay] = []

  /// Lays out one more scheme, with its calendar for the days given.
  mutating func append(_ compiled: CompiledScheme, days: ClosedRange<Day>) {
    let scheme = compiled.scheme
    var program = SchemeProgram(scheme)
    let slots = SlotAllocation()
    program.firstTier = Int32(tiers.count)
    program.firstOffer = Int32(offers.count)
    program.firstMultiplier = Int32(multipliers.count)
    program.firstCalendarDay = Int32(calendar.count)
    program.offerCount = UInt8(scheme.offers.count)
    program.multiplierCount = UInt8(scheme.multipliers.count)
    appendTiers(scheme.tiers?.tiers ?? [Tier(name: "", threshold: 0)])
    program.tierCount = UInt8(tiers.count - Int(program.firstTier))
    for (position, multiplier) in scheme.multipliers.enumerated() {
      multipliers.append(
        MultiplierProgram(multiplier, rule: compiled.rule(multiplier: position)))
    }
    for (position, offer) in scheme.offers.enumerated() {
      offers.append(
        OfferProgram(offer, rule: compiled.rule(offer: position), firstStep: steps.count))
      if case .amountOff(let ladder) = offer.benefit { steps += ladder }
    }
    for day in days { calendar.append(CalendarDay(scheme, on: day)) }
    program.slotCount = slots.count
    programs.append(program)
  }

  private mutating func appendTiers(_ ladder: [Tier]) {
    for (position, tier) in ladder.enumerated() {
      let next = position + 1 < ladder.count ? ladder[position + 1] : nil
      tiers.append(TierProgram(tier, next: next))
    }
  }
}
