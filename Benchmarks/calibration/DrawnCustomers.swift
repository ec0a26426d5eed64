import Calibration
import Foundation
import Randomness
import Timeline

/// Customers drawn from BG/NBD with CDNOW's parameters, watched for up to two years, to the day.
enum DrawnCustomers {
  /// r, α, a and b (Fader, Hardie & Lee 2005).
  private static let truth = (0.243, 4.414, 0.793, 2.426)

  /// The histories, and the sum of the logarithms of the gaps.
  static func histories(_ count: Int) -> ([BuyingHistory], Double) {
    let draws = Draws(seed: 1, replication: 0)
    var logGapSum = 0.0
    let histories = (0..<UInt32(count)).map { history(of: $0, draws, &logGapSum) }
    return (histories, logGapSum)
  }

  private static func history(
    of person: UInt32, _ draws: Draws, _ logGapSum: inout Double
  ) -> BuyingHistory {
    func address(_ purpose: UInt32, _ occurrence: UInt32 = 0) -> DrawAddress {
      DrawAddress(subject: person, purpose: Purpose(rawValue: purpose), occurrence: occurrence)
    }
    let length = 730 - draws.uniformInteger(below: 365, at: address(1))
    let rate = draws.gamma(shape: truth.0, rate: truth.1, at: address(2)) / 7
    let dropout = draws.beta(truth.2, truth.3, at: address(3))
    var (repeats, last, time) = (0, 0, 0.0)
    for purchase in 0..<UInt32(10_000) {
      time -= log(draws.uniform(at: address(4, purchase))) / rate
      guard time < Double(length) else { break }
      let day = Int(time)
      if day > last {
        logGapSum += log(Double(day - last) / 7)
        (repeats, last) = (repeats + 1, day)
      }
      if draws.bernoulli(dropout, at: address(5, purchase)) { break }
    }
    return BuyingHistory(
      repeats: repeats, lastWeeks: Double(last) / 7, lengthWeeks: Double(length) / 7)
  }

  /// A day of 2024 and after as it is written.
  static func date(_ day: Int) -> String {
    dates[day % dates.count]
  }

  private static let dates: [String] = (0..<3650).map {
    CivilDate(Day(index: 19_723).advanced(by: $0)).text
  }
}
