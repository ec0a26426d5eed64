/// The fixed words in the language of the report.
struct Words: Sendable {
  /// The text of a name, with what is filled in, in order.
  func callAsFunction(_ word: Word, _ fillings: String...) -> String {
    let parts = word.rawValue.split(separator: "{}", omittingEmptySubsequences: false)
    precondition(parts.count == fillings.count + 1, "\(word) has another number of places")
    return zip(parts, fillings + [""]).map { $0 + $1 }.joined()
  }
}
