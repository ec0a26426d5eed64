/// Why an inbox did not take a submission: a closed list in order of precedence.
public enum InboxRefusal: UInt8, Sendable, Hashable, CaseIterable {
  /// The identifier is known from a submission with other content.
  case idReused
  /// The event happened before everything that is still open.
  case tooLate
  /// A moment of the program's calendar, or a timer: it has no source but the engine itself.
  case calendarMoment
  /// There is no such account.
  case unknownAccount
  /// The basket comes with something else than an order or a refund by lines, or is negative or too
  /// large to add up.
  case unsoundBasket
}

/// What became of a submission; a duplicate gets what became of the first.
public enum Receipt: Sendable, Hashable {
  /// Taken, and waiting until nothing earlier can come in.
  case pending
  /// Handled by the engine, whose decision may itself be a refusal.
  case decided(Decision)
  /// Not taken: the inbox changed nothing and forgets it, so that a corrected event may come in
  /// under the same identifier.
  case refused(InboxRefusal)
}
