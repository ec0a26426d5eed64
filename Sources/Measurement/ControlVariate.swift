/// What is known of a community's people before anything happens to them, and what the scenario's
/// distributions expect of it: so one can tell how far the people who were drawn are from those whom
/// the model expects.
///
/// Each is a sum over people, divided by its expectation per person, less the number of people: zero
/// on average, without unit, kept in millionths. All arms have the same people, hence the same
/// variates.
public enum ControlVariate: Int, Sendable, CaseIterable {
  /// Needs a week × response ρ, of everybody.
  case reactingNeeds
  /// Needs a week × what one order is worth on average, of everybody.
  case spend
  /// Needs a week × what one order is worth on average × response ρ, of everybody.
  case reactingSpend
  /// Needs a week, of everybody.
  case needs
  /// The same of those who are not members when the horizon begins.
  case reactingNeedsOfOthers, spendOfOthers, reactingSpendOfOthers, needsOfOthers

  /// How many there are.
  public static let count = allCases.count
}
