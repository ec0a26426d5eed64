/// The language of a report for people.
public enum ReportLanguage: String, Sendable, Hashable, CaseIterable {
  /// English.
  case english = "en"
  /// Simplified Chinese.
  case chinese = "zh"

  /// One text in the language at hand; both stand side by side, so that none is forgotten.
  func callAsFunction(
    _ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String
  ) -> String {
    switch self {
    case .english: english()
    case .chinese: chinese()
    }
  }

  /// The tag of the language in a page (BCP 47).
  var tag: String { self("en", "zh-CN") }
}
