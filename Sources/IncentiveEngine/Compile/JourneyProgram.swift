import Timeline

/// One journey as the engine runs it.
struct JourneyProgram: Sendable {
  var trigger: JourneyTrigger
  var hour: Int
  var audience: Audience
  var endsOnOrder: Bool
  /// Where its steps stand in the engine's array.
  var firstStep: Int
  var stepCount = 0
}

/// One step as the engine runs it: branches are jumps, and only forward.
enum StepProgram: Sendable {
  case wait(Int32)
  /// A message; the position of its campaign among the journey's.
  case send(JourneyMessage, campaign: Int)
  case grant(offer: Int)
  case tag(UInt32)
  case task(Int32)
  /// Goes on here if a condition holds, and at a later step if not.
  case unless(JourneyCondition, to: Int)
  case jump(to: Int)
}

extension ProgramTable {
  /// Lays out the journeys of one scheme.
  mutating func appendJourneys(of scheme: Scheme, to program: inout SchemeProgram) {
    program.firstJourney = Int32(journeys.count)
    program.journeyCount = UInt8(scheme.journeys.count)
    for journey in scheme.journeys {
      var layout = JourneyLayout()
      layout.append(journey.steps)
      journeys.append(
        JourneyProgram(
          trigger: journey.trigger, hour: journey.hour, audience: journey.audience,
          endsOnOrder: journey.endsOnOrder, firstStep: journeySteps.count,
          stepCount: layout.steps.count))
      journeySteps += layout.steps
    }
  }
}

/// Lays steps out flat.
struct JourneyLayout {
  private(set) var steps: [StepProgram] = []
  /// Messages so far: each is a campaign of its own.
  private(set) var messageCount = 0
  private var ends: [Int] = []

  /// Adds a whole journey; what ends it early jumps behind its last step.
  mutating func append(_ journey: [JourneyStep]) {
    add(journey)
    for place in ends { steps[place] = .jump(to: steps.count) }
  }

  private mutating func add(_ list: [JourneyStep]) {
    for step in list {
      switch step {
      case .wait(let minutes): steps.append(.wait(Int32(minutes)))
      case .send(let message): add(message)
      case .grant(let offer): steps.append(.grant(offer: offer))
      case .tag(let tag): steps.append(.tag(1 << UInt32(tag)))
      case .task(let minutes): steps.append(.task(Int32(minutes)))
      case .branch(let condition, let then, let otherwise): add(condition, then, otherwise)
      case .end:
        ends.append(steps.count)
        steps.append(.jump(to: 0))
      }
    }
  }

  private mutating func add(_ message: JourneyMessage) {
    steps.append(.send(message, campaign: messageCount))
    messageCount += 1
    guard let fallback = message.fallback else { return }
    steps.append(.wait(Int32(fallback.minutes)))
    steps.append(.unless(.opened, to: steps.count + 2))
    steps.append(.jump(to: steps.count + 2))
    // It brings the coupon if the first one did not go out; one that is held is left alone.
    var second = message
    second.channel = fallback.channel
    second.fallback = nil
    steps.append(.send(second, campaign: messageCount))
    messageCount += 1
  }

  private mutating func add(
    _ condition: JourneyCondition, _ then: [JourneyStep], _ otherwise: [JourneyStep]
  ) {
    let test = steps.count
    steps.append(.unless(condition, to: 0))
    add(then)
    let leave = steps.count
    if !otherwise.isEmpty { steps.append(.jump(to: 0)) }
    steps[test] = .unless(condition, to: steps.count)
    add(otherwise)
    if !otherwise.isEmpty { steps[leave] = .jump(to: steps.count) }
  }
}
