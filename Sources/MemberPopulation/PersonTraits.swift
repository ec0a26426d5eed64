public import Randomness

/// What stays the same of a person for life: drawn once, by address, the same in every arm.
public struct PersonTraits: Sendable, Hashable {
  /// The position of the person's segment.
  public var segment: UInt8 = 0
  /// Stages between two needs (Erlang-k).
  public var stages: UInt8 = 1
  /// Whether the person may drop out before the first repeat need (MBG).
  public var mayDropOutAtOnce = false
  /// The month of the birthday, 1 to 12.
  public var birthMonth: UInt8 = 1
  /// The day of the birthday, 1 to 31.
  public var birthDay: UInt8 = 1
  /// Needs a week, λ.
  public var needsPerWeek: Double = 0
  /// Probability of dropping out at each need (BG, MBG); zero for Pareto.
  public var dropoutProbability: Double = 0
  /// Dropout rate a week, μ (Pareto); zero for BG and MBG.
  public var dropoutsPerWeek: Double = 0
  /// The level around which the person's spend varies: Gamma-Gamma ν, or the log median.
  public var spendLevel: Double = 0

  /// A person with nothing drawn yet.
  public init() {}
}

/// Draws the traits of people of one segment.
public struct TraitModel: Sendable, Hashable {
  private let timing: TimingFamily
  let spend: SpendFamily
  private let stages: UInt8
  /// The shape of the gamma distribution of rates of needs.
  public let rateShape: Double
  let rateScale: Double
  private let dropoutFirst, dropoutSecond: Double
  let spendFirst, spendSecond, spendOfOrder: Double

  /// Prepares a profile for drawing.
  public init(_ profile: PopulationProfile) {
    timing = profile.timing
    spend = profile.spend
    rateShape = profile.value(.rateShape)
    rateScale = profile.value(.rateScale)
    switch profile.timing {
    case .bgNBD, .mbgCNBD:
      dropoutFirst = profile.value(.dropoutA)
      dropoutSecond = profile.value(.dropoutB)
    case .paretoNBD:
      dropoutFirst = profile.value(.lifetimeShape)
      dropoutSecond = profile.value(.lifetimeScale)
    }
    stages = profile.timing == .mbgCNBD ? UInt8(profile.value(.regularity)) : 1
    switch profile.spend {
    case .gammaGamma:
      spendFirst = profile.value(.spendScaleShape)
      spendSecond = profile.value(.spendScale)
      spendOfOrder = profile.value(.spendShape)
    case .lognormal:
      spendFirst = profile.value(.spendMedian)
      spendSecond = profile.value(.spendBetween)
      spendOfOrder = profile.value(.spendWithin)
    }
  }

  /// The traits of one person of the segment at a position.
  ///
  /// - Parameter storeEffect: multiplies the rate of needs of everybody at one store.
  public func traits(
    of person: UInt32, inSegment segment: Int, storeEffect: Double, from draws: Draws
  ) -> PersonTraits {
    func address(_ purpose: Purpose) -> DrawAddress {
      DrawAddress(subject: person, purpose: purpose)
    }
    var traits = PersonTraits()
    traits.segment = UInt8(segment)
    traits.stages = stages
    traits.mayDropOutAtOnce = timing == .mbgCNBD
    traits.needsPerWeek =
      storeEffect * draws.gamma(shape: rateShape, rate: rateScale, at: address(.purchaseRate))
    switch timing {
    case .bgNBD, .mbgCNBD:
      traits.dropoutProbability = draws.beta(
        dropoutFirst, dropoutSecond, at: address(.dropoutProbability))
    case .paretoNBD:
      traits.dropoutsPerWeek = draws.gamma(
        shape: dropoutFirst, rate: dropoutSecond, at: address(.dropoutRate))
    }
    traits.spendLevel = spendLevel(at: address(.spendLevel), from: draws)
    setBirthday(of: &traits, dayOfYear: draws.uniformInteger(below: 365, at: address(.birthday)))
    return traits
  }

  private func spendLevel(at address: DrawAddress, from draws: Draws) -> Double {
    switch spend {
    case .gammaGamma: draws.gamma(shape: spendFirst, rate: spendSecond, at: address)
    case .lognormal:
      spendFirst * draws.lognormal(logMean: 0, logStandardDeviation: spendSecond, at: address)
    }
  }

  /// Birthdays are spread evenly over the 365 days of a common year.
  private func setBirthday(of traits: inout PersonTraits, dayOfYear: Int) {
    var left = dayOfYear
    for (position, length) in [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
      if left < length {
        traits.birthMonth = UInt8(position + 1)
        traits.birthDay = UInt8(left + 1)
        return
      }
      left -= length
    }
  }
}
