import MemberBehavior
import MemberPopulation
import Scenarios
import Testing

/// The presets that come with the sandbox: whole, within bounds, each figure with a range or a source.
@Suite struct PresetTests {
  @Test func `every kind of merchant has its preset, names are different`() {
    let names = Preset.all.map(\.name)
    #expect(Set(names).count == names.count)
    for kind in [
      "grocery", "discretionary", "cafe", "mother-and-baby", "hotel", "home-improvement",
    ] {
      #expect(names.contains(kind))
    }
  }

  @Test(arguments: Preset.all)
  func `every parameter is there, allowed, within its range and has a source`(preset: Preset) {
    let profile = preset.profile
    for name in profile.population.needed {
      check(name, profile.population.parameters[name], of: preset)
    }
    for name in BehaviorParameter.allCases {
      check(name, profile.behavior.parameters[name], of: preset)
    }
  }

  @Test(arguments: [Preset.grocery, .discretionary, .cafe, .motherAndBaby, .hotel])
  func `a kind of merchant switches every reaction on, or says why not`(preset: Preset) {
    let weights: [BehaviorParameter] = [
      .topUpWeight, .pantryShare, .deadlineWeight, .exposureWeight, .promotionWeight,
      .demotionWeight, .failureWeight, .rewardFeelingWeight, .noveltyWeight, .responseDecline,
      .rewardWorth,
    ]
    for weight in weights {
      let parameter = preset.profile.behavior.parameters[weight]
      #expect(parameter?.source.contains("left out") == false, "\(preset.name): \(weight)")
    }
  }

  private func check<Name: ParameterName>(
    _ name: Name, _ parameter: Parameter?, of preset: Preset
  ) {
    let place = "\(preset.name): \(name.rawValue)"
    guard let parameter else {
      Issue.record("\(place) is missing")
      return
    }
    #expect(name.allowed.contains(parameter.value), "\(place)")
    #expect(!parameter.source.isEmpty, "\(place)")
    if case .range(let low, let high) = parameter.uncertainty {
      #expect(low <= parameter.value && parameter.value <= high, "\(place)")
      #expect(name.allowed.contains(low) && name.allowed.contains(high), "\(place)")
    }
  }
}
