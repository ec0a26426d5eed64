internal import Measurement

/// A sum of columns of an arm and of control, each with a whole factor: exact in integers.
struct LinearForm: Sendable, Hashable {
  struct Term: Sendable, Hashable {
    /// The position among the arm's columns, then control's, as in ``CrossProducts``.
    var index: Int
    var factor: Int128
  }

  var terms: [Term] = []

  /// Columns of the arm.
  static func arm(_ columns: TallyColumn...) -> LinearForm { arm(columns) }

  /// Columns of the arm.
  static func arm(_ columns: [TallyColumn]) -> LinearForm {
    LinearForm(terms: columns.map { Term(index: $0.rawValue, factor: 1) })
  }

  /// Columns of control.
  static func control(_ columns: TallyColumn...) -> LinearForm {
    LinearForm(terms: columns.map { Term(index: TallyColumn.count + $0.rawValue, factor: 1) })
  }

  /// The same columns, of control instead of the arm.
  var ofControl: LinearForm {
    LinearForm(
      terms: terms.map { Term(index: TallyColumn.count + $0.index, factor: $0.factor) })
  }

  static let zero = LinearForm()

  static func + (left: LinearForm, right: LinearForm) -> LinearForm {
    LinearForm(terms: left.terms + right.terms)
  }

  static func - (left: LinearForm, right: LinearForm) -> LinearForm {
    LinearForm(terms: left.terms + right.terms.map { Term(index: $0.index, factor: -$0.factor) })
  }
}
