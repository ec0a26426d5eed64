internal import ArgumentParser
internal import Experiments
internal import Measurement
internal import NumericalMethods
internal import Scenarios

/// What follows from a finished run: the arms compared, its health, every expectation judged.
struct Conclusions {
  var comparison: Comparison
  /// What only two lives of the same people tell.
  var worlds: PairedWorlds
  var health: Health
  var judgements: [Judgement]
  /// One for every arm but control.
  var verdicts: [ArmVerdict]

  /// - Parameter parameters: What draws of the parameters told, if there were any.
  init(
    _ outcome: RunOutcome, of scenario: Scenario, parameters: ParameterUncertainty? = nil
  ) throws {
    var widened: Comparison?
    do throws(NumericalError) {
      comparison = try Comparison(outcome, of: scenario)
      worlds = try PairedWorlds(outcome, of: scenario)
      if let parameters, parameters.isComplete {
        widened = try comparison.widened(by: parameters)
      }
    } catch {
      Terminal.note("the arms cannot be compared: \(error)")
      throw ExitCode.failure
    }
    let health = Health(
      outcome.tally, comparison, violations: outcome.tally.violations)
    let unit = comparison.unit
    let judgements = ExpectationJudge(comparison, currency: scenario.currency)
      .judge(scenario.expectations)
    let sure = widened.map {
      ExpectationJudge($0, currency: scenario.currency).judge(scenario.expectations)
    }
    self.health = health
    self.judgements = judgements
    verdicts = scenario.arms.dropFirst().map { arm in
      ArmVerdict(
        arm: arm.name, judgements: judgements, health: health,
        replications: scenario.replications, statesParameterUncertainty: sure != nil,
        isPartlyStated: parameters != nil, widened: sure ?? [], unit: unit)
    }
  }
}
