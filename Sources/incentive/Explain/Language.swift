internal import ArgumentParser

/// The language of what a command tells people; what machines read is the same in all.
enum Language: String, ExpressibleByArgument, CaseIterable, Sendable {
  case en, zh

  /// One text in the language at hand; both stand side by side, so that none is forgotten.
  func callAsFunction(
    _ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String
  ) -> String {
    switch self {
    case .en: english()
    case .zh: chinese()
    }
  }

  /// A number with its noun in English, such as `2 orders`; in Chinese the number and its noun.
  func counted(_ count: Int, _ noun: String, _ chinese: String) -> String {
    self("\(ScenarioCheck.counted(count, noun))", "\(count)\(chinese)")
  }

  /// Several sentences on one line, or names in a list.
  func list(_ parts: [String]) -> String { parts.joined(separator: self(", ", "、")) }
}
