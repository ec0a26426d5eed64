/// Whether a shared budget is open.
public enum BudgetGate: UInt8, Sendable, Hashable {
  /// Uses are taken.
  case open
  /// The use at hand did not fit: it gets what is left, and is the last one.
  case last
  /// Nothing is taken any more in this period.
  case closed
}

/// How a budget meets a use that does not fit.
public enum BudgetDiscipline: UInt8, Sendable, Hashable {
  /// A quote holds only what is left; smaller uses may still fit later.
  case fits
  /// It closes for good in its period at the first order that does not fit, which is refused and
  /// may be quoted again (D6).
  case closes
  /// It neither counts nor closes by itself: whoever runs the engine opens and closes it.
  case steered
}

/// What is counted of one budget.
public struct BudgetState: Sendable, Hashable {
  /// Used in the present period; of a liability, the points expired unnoticed by the day counted.
  public var used: Int64 = 0
  /// Used in the present period by those whose accounts are elsewhere.
  public var usedElsewhere: Int64 = 0
  /// The first day of the present period; of a liability, the day counted.
  public var firstDay: Int32 = .min
  /// Whether it is open in the present period.
  public var gate: BudgetGate = .open
  /// How it meets a use that does not fit.
  public var discipline: BudgetDiscipline = .fits
  /// What the last use gets, if it gets what is left.
  public var remainder: Int64 = 0
  /// What of that the awards of the event at hand have had.
  var remainderUsed: Int64 = 0
  /// Used in all periods.
  public var usedInAll: Int64 = 0
  /// Orders that went without something, or with less of it, because of the budget.
  public var refusedOrders: Int64 = 0
  /// What the order at hand used.
  public var lastUse: Int64 = 0

  /// A budget that nobody has used.
  public init() {}

  /// Begins a new period.
  mutating func begin(_ period: Int32) {
    firstDay = period
    used = 0
    usedElsewhere = 0
    gate = .open
    remainder = 0
    remainderUsed = 0
  }

  /// Ends the last use.
  public mutating func finishLastUse() { if gate == .last { gate = .closed } }
}

/// What is counted of the budgets of one community's accounts.
public struct BudgetBook: Sendable, Hashable {
  /// Whether budgets are held at all; a history runs without them.
  public var isOn: Bool
  /// One for each budget of each of the engine's schemes, in the order of the schemes.
  public var states: [BudgetState]
  /// The counters of each member, for budgets of that scope.
  var members: [BudgetState]
  let memberStride: Int

  /// No budgets.
  static let none = BudgetBook(budgetCount: 0, memberBudgetCount: 0, accountCount: 0)

  init(budgetCount: Int, memberBudgetCount: Int, accountCount: Int) {
    isOn = budgetCount > 0
    states = Array(repeating: BudgetState(), count: budgetCount)
    members = Array(repeating: BudgetState(), count: memberBudgetCount * accountCount)
    memberStride = memberBudgetCount
  }

  /// Forgets all uses, and holds budgets from now on.
  public mutating func restart() {
    isOn = !states.isEmpty
    for index in states.indices { states[index] = BudgetState() }
    for index in members.indices { members[index] = BudgetState() }
  }
}
