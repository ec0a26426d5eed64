internal import CommunitySimulation
internal import MemberBehavior
internal import PortableMath
internal import Scenarios
internal import Timeline

// How a program spreads.
extension Pattern {
  static let diffusion = Pattern(
    "P56", "growth", "joining by contact is Bass diffusion, peak after 6.2 years",
    source: "Bass 1969; p = 0.03, q = 0.38 a year, Sultan, Farley & Lehmann 1990, JMR 27:70–77",
    role: .docked, needs: [.submodel(.contact)],
    conditions: [
      PatternCondition(
        "years until most join, ln(q ÷ p) ÷ (p + q) = 6.19 in closed form", 5.5, 6.9),
      // assumption: twice the spread of one population of 20,000 around the closed form.
      PatternCondition("greatest distance of the share enrolled from Bass', by years", 0, 0.03),
    ]
  ) { run in
    guard let model = run.scenario.people.contact else { return [.nan, .nan] }
    let logs = run.arm("control")
    let people = Double(logs.reduce(0) { $0 + $1.personCount })
    let years = logs.flatMap(\.moments).filter { $0.kind == .joined }.map {
      Double($0.minute) / minutesPerYear
    }
    let last = Int((Double(run.days) / 365).rounded(.down))
    let distances = (1...max(1, last)).map { year in
      abs(Double(years.count { $0 < Double(year) }) / people - model.bassShare(after: Double(year)))
    }
    return [busiestYear(of: years), distances.max() ?? .nan]
  }

  /// Minutes of a year of 365 days, by which rates of joining are stated.
  private static let minutesPerYear = 525_600.0

  /// When most join: the top of a parabola through the months from 3.5 to 9 years, by least squares;
  /// not a number where nobody joins.
  private static func busiestYear(of years: [Double]) -> Double {
    var counts = Array(repeating: 0.0, count: 66)
    for year in years {
      let month = Int(((year - 3.5) * 12).rounded(.down))
      if counts.indices.contains(month) { counts[month] += 1 }
    }
    let middle = Double(counts.count - 1) / 2
    var sums = (two: 0.0, four: 0.0, value: 0.0, first: 0.0, second: 0.0)
    for (month, count) in counts.enumerated() {
      let place = Double(month) - middle
      sums.two += place * place
      sums.four += place * place * place * place
      sums.value += count
      sums.first += place * count
      sums.second += place * place * count
    }
    let size = Double(counts.count)
    let curvature =
      (size * sums.second - sums.two * sums.value) / (size * sums.four - sums.two * sums.two)
    guard curvature < 0 else { return .nan }
    return 3.5 + (middle - sums.first / sums.two / (2 * curvature) + 0.5) / 12
  }
}

extension ContactModel {
  /// Bass' share of adopters in closed form (Bass 1969, Management Science 15:215–227).
  fileprivate func bassShare(after years: Double) -> Double {
    let left = PortableMath.exp(-(innovationPerYear + imitationPerYear) * years)
    return (1 - left) / (1 + imitationPerYear / innovationPerYear * left)
  }
}
