internal import Timeline

/// What is followed week by week, per arm, with its spread.
public enum WeekColumn: Int, Sendable, CaseIterable {
  /// Orders of the week.
  case orders
  /// What incentives of the week cost, in minor units.
  case incentiveMinor
  /// Persons enrolled at the start whose second order of the horizon fell in the week or before.
  case repeaters
  /// Points outstanding at the week's end.
  case pointsOutstanding
  /// Wear that the week's messages met, in millionths, and those messages.
  case wearMicro, messages

  /// How many columns there are.
  public static let count = allCases.count
}

extension ArmTally {
  /// What each week has, week by week in the order of ``WeekColumn``.
  public var byWeek: [Int64] {
    let days = layout.horizon.dayCount
    var weeks = Array(repeating: Int64(0), count: layout.weekCount * WeekColumn.count)
    var repeaters: Int64 = 0
    for day in 0..<days {
      let week = day / 7 * WeekColumn.count
      func value(_ column: DailyColumn) -> Int64 {
        daily[day * DailyColumn.count + column.rawValue]
      }
      repeaters += value(.repeaters)
      weeks[week + WeekColumn.orders.rawValue] += value(.orders)
      weeks[week + WeekColumn.incentiveMinor.rawValue] += value(.incentiveMinor)
      weeks[week + WeekColumn.repeaters.rawValue] = repeaters
      weeks[week + WeekColumn.pointsOutstanding.rawValue] = value(.pointsOutstanding)
    }
    for week in 0..<layout.weekCount {
      for segment in 0..<layout.segmentCount {
        weeks[week * WeekColumn.count + WeekColumn.wearMicro.rawValue] +=
          fatigue.value(.wearMicro, week: week, segment: segment)
        weeks[week * WeekColumn.count + WeekColumn.messages.rawValue] +=
          fatigue.value(.messages, week: week, segment: segment)
      }
    }
    return weeks
  }
}

/// Sums over communities (or replications) of the squares of what a week has, of the arm and of its
/// difference to control: exact, in 128 bits.
public struct WeekProducts: Sendable, Hashable {
  /// Squares of the arm's values, of the differences, and wear times messages.
  var squares: [Int128]
  var differences: [Int128]
  var wearTimesMessages: [Int128]

  /// Nothing yet, for tallies of a shape.
  public init(layout: TallyLayout) {
    squares = Array(repeating: 0, count: layout.weekCount * WeekColumn.count)
    differences = squares
    wearTimesMessages = Array(repeating: 0, count: layout.weekCount)
  }

  /// Adds one unit by what its weeks have under the arm and in control (``ArmTally/byWeek``).
  public mutating func add(arm: [Int64], control: [Int64]) {
    for index in squares.indices {
      let value = Int128(arm[index])
      let difference = value - Int128(control[index])
      squares[index] += value * value
      differences[index] += difference * difference
    }
    for week in wearTimesMessages.indices {
      let first = week * WeekColumn.count
      wearTimesMessages[week] +=
        Int128(arm[first + WeekColumn.wearMicro.rawValue])
        * Int128(arm[first + WeekColumn.messages.rawValue])
    }
  }

  /// Σ over units of the square of the arm's value.
  public func square(_ column: WeekColumn, week: Int) -> Int128 {
    squares[week * WeekColumn.count + column.rawValue]
  }

  /// Σ over units of the square of arm less control.
  public func squareOfDifference(_ column: WeekColumn, week: Int) -> Int128 {
    differences[week * WeekColumn.count + column.rawValue]
  }

  /// Σ over units of wear times messages.
  public func wearTimesMessages(week: Int) -> Int128 { wearTimesMessages[week] }

  /// Adds the sums of other units.
  public mutating func merge(_ other: WeekProducts) {
    for index in squares.indices {
      squares[index] += other.squares[index]
      differences[index] += other.differences[index]
    }
    for index in wearTimesMessages.indices {
      wearTimesMessages[index] += other.wearTimesMessages[index]
    }
  }

  var values: [Int128] { squares + differences + wearTimesMessages }

  mutating func take(_ values: [Int128]) {
    squares = Array(values[..<squares.count])
    differences = Array(values[squares.count..<(2 * squares.count)])
    wearTimesMessages = Array(values[(2 * squares.count)...])
  }
}
