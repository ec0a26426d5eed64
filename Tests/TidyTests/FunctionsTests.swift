import Testing

@Suite struct FunctionsTests {
  private let source = """
    protocol Shape {
      func area() -> Int
      init(side: Int)
      var name: String { get }
    }
    struct Square: Shape {
      init(side: Int) { self.init() }
      func area<T>(_ f: (T) -> Int = { _ in 1 }) throws -> [Int] where T: Equatable {
        func nested() {
        }
        return [1]
      }
      static func < (left: Self, right: Self) -> Bool {
        true
      }
      subscript(index: Int) -> Int { index }
    }
    """

  @Test func `functions are measured from declaration to closing bracket`() {
    let functions = Functions.measure(Tokenizer(source).tokens)
    #expect(functions.map(\.name) == ["init", "area", "nested", "<", "subscript"])
    #expect(functions.map(\.lineCount) == [1, 5, 2, 3, 1])
    #expect(functions.map(\.line) == [7, 8, 9, 13, 16])
  }

  @Test func `the median is the middle length`() {
    let lengths = { (counts: [Int]) in
      Functions.medianLineCount(
        counts.map { MeasuredFunction(name: "f", line: 1, lineCount: $0) })
    }
    #expect(lengths([]) == 0)
    #expect(lengths([30, 1, 5]) == 5)
    #expect(lengths([9, 2, 30, 5]) == 5)
  }
}
