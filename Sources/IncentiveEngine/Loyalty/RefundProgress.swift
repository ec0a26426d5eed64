import Quantities

/// A part of a whole, of which every amount of an order takes its share.
///
/// Shares of the whole are taken of the amount as it stood at first, never of what is left, and what
/// one refund moves is the difference of two shares: so the parts add up to the amount exactly, in
/// whatever order they come.
struct UndonePart {
  var part: Int64
  var whole: Int64

  var isAll: Bool { part == whole }

  /// The part's share of an amount; all of it for all of the whole, even if that is nothing.
  func of(_ amount: Int64, _ rounding: Rounding) -> Int64 {
    guard whole > 0 else { return isAll ? amount : 0 }
    return Rate(part, over: whole).of(amount, rounding: rounding)
  }
}

/// How much of an order has been undone, by value, by items and at list price.
struct RefundProgress {
  /// Of the price after reductions: what has been given back.
  var value: UndonePart
  var items: UndonePart
  /// The list price of what has been undone, and the value of its lines.
  var list: Int64 = 0
  var lineValue: Int64 = 0

  /// The share that money, points and growth value go by.
  var share: UndonePart { value.whole > 0 ? value : items }

  var isWhole: Bool { share.isAll }

  /// Adds up the lines of an order; `values` are their prices after reductions.
  init(_ record: OrderRecord, _ lines: [OrderLine], values: [Int64]) {
    value = UndonePart(part: record.undone, whole: record.value)
    items = UndonePart(part: 0, whole: 0)
    for (line, lineValue) in zip(lines, values) {
      let quantity = Int64(line.line.quantity)
      items.part += Int64(line.returned)
      items.whole += quantity
      let undone =
        lineValue > 0
        ? UndonePart(part: line.undone, whole: lineValue)
        : UndonePart(part: Int64(line.returned), whole: quantity)
      list += undone.of(line.line.listMinor, .down)
      self.lineValue += line.undone
    }
  }
}

extension OrderLine {
  /// Returns items of the line; false if it has no more so many.
  ///
  /// What an item is worth is the line's value over its items; after an amount was undone, what was
  /// then left of it over the items then left.
  mutating func giveBack(_ items: Int32, ofValue value: Int64) -> Bool {
    guard items >= 0, items <= line.quantity - returned else { return false }
    returned += items
    let part = UndonePart(
      part: Int64(returned - returnedBefore), whole: Int64(line.quantity - returnedBefore))
    if items > 0 { undone = undoneBefore + part.of(value - undoneBefore, .down) }
    return true
  }

  /// Undoes an amount of the line; items returned later share what is then left.
  mutating func undo(_ amount: Int64) {
    undone += amount
    undoneBefore = undone
    returnedBefore = returned
  }

  /// Undoes all that is left of the line.
  mutating func undoAll(ofValue value: Int64) {
    returned = line.quantity
    undone = value
  }
}
