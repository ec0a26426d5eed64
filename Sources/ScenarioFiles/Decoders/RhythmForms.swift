internal import MemberPopulation

/// When in the week and in the year people buy.
extension Form where Value == [Double] {
  /// `weekdays: [0.8, 0.8, 0.9, 1, 1.2, 1.4, 0.9]`, Monday first.
  static var weekdays: Form { factors(7, of: "days of the week, Monday first") }

  /// `season:` with twelve factors, January first.
  static var season: Form { factors(12, of: "months, January first") }

  /// So many factors, not all of them zero; their mean is divided out.
  private static func factors(_ count: Int, of what: String) -> Form {
    let list = Form.list(
      of: .number(0...100, example: "1.2"), minimumCount: count, maximumCount: count)
    return Form(list.shape) { node, reading in
      guard let factors = list.read(node, reading) else { return nil }
      guard factors.count == count else { return nil }
      guard factors.contains(where: { $0 > 0 }) else {
        reading.report(
          node.place, "nobody ever buys: all factors are zero",
          hint: "write \(count) factors of \(what); 1 is a mean one")
        return nil
      }
      return factors
    }
  }
}
