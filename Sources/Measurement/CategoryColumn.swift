/// What is kept of each category of the catalogue, per arm.
public enum CategoryColumn: Int, Sendable, CaseIterable {
  /// Lines of paid orders, and their list value.
  case lines, listMinor

  /// How many columns there are.
  public static let count = allCases.count
}

extension ArmTally {
  /// Adds to what is kept of a category, by its number.
  public mutating func add(_ amount: Int64, to column: CategoryColumn, category: Int) {
    categories[category * CategoryColumn.count + column.rawValue] += amount
  }

  /// What is kept of a category, by its number.
  public func category(_ column: CategoryColumn, at category: Int) -> Int64 {
    categories[category * CategoryColumn.count + column.rawValue]
  }
}
