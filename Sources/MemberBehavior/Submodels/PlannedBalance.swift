// Whoever has paid a deposit has decided to buy: a share of them come back in the days of the balance
// for the order that it is for, if what was promised still counts and moves them at all; the others
// use it only if they happen to buy then. The direction is that of sunk costs and commitment (Arkes
// and Blumer 1985, Organizational Behavior and Human Decision Processes 35:124–140); the share is an
// assumption. Off switch: `planned-balance`.

extension ReactionModel {
  /// The share of those who pay a deposit who plan the order: `assumption:` 0.7, 0.4 to 0.9; no
  /// published rate of balances paid was found.
  static let plannedShare = 0.7

  /// Whether a member who pays a deposit plans the order that the balance is for, given an addressed
  /// uniform mark.
  public func plansBalance(mark: Double) -> Bool { plansBalances && mark < Self.plannedShare }
}
