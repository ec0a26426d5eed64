/// A fixed word or sentence of the reports, in every language; `{}` stands for what is filled in.
///
/// Where a language needs another order than English, its text has numbered places, `{2}` and `{1}`.
/// Each kind of words says its Chinese by an exhaustive `switch`, so none can be forgotten.
protocol ReportWord: Sendable {
  var english: String { get }
  var chinese: String { get }
}

extension ReportWord where Self: RawRepresentable<String> {
  /// The raw value of a word is its English text.
  var english: String { rawValue }
}

extension ReportWord {
  func text(in language: ReportLanguage) -> String { language(english, chinese) }
}

/// A text with places that are filled in.
struct WordTemplate: Sendable, Equatable {
  private enum Piece: Sendable, Equatable {
    case text(String)
    /// The position of what stands here, from 0.
    case place(Int)
  }

  private let pieces: [Piece]
  /// How many texts fill the places.
  let placeCount: Int
  /// Whether the places are either all numbered, each number from 1 on once, or all in order.
  let isSound: Bool

  init(_ text: String) {
    var pieces: [Piece] = []
    var numbers: [Int] = []
    var bare = 0
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let inside = rest[rest.index(after: open)..<close]
      pieces.append(.text(String(rest[..<open])))
      rest = rest[rest.index(after: close)...]
      if inside.isEmpty {
        pieces.append(.place(bare))
        bare += 1
      } else if let number = Int(inside) {
        pieces.append(.place(number - 1))
        numbers.append(number)
      } else {
        pieces.append(.text("{\(inside)}"))
      }
    }
    self.pieces = pieces + [.text(String(rest))]
    placeCount = max(bare, numbers.count)
    isSound = (bare == 0 || numbers.isEmpty) && numbers.sorted() == Array(1..<(numbers.count + 1))
  }

  func filled(_ fillings: [String]) -> String {
    precondition(
      isSound && fillings.count == placeCount, "\(pieces) has another number of places")
    return pieces.map {
      switch $0 {
      case .text(let text): text
      case .place(let position): fillings[position]
      }
    }.joined()
  }
}
