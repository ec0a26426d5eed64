import PortableMath
import Testing

/// The references are correctly rounded, so an error below 1 ulp is a distance of at most 1.
struct PortableMathTests {
  func expect(
    _ name: String, within doubles: UInt64, rows: Int, _ function: (Reference) -> Double
  ) throws {
    let references = try Reference.rows(of: name)
    #expect(references.count == rows)
    for reference in references {
      let actual = function(reference)
      let distance = distanceInDoubles(actual, reference.expected)
      #expect(
        distance.map { $0 <= doubles } == true,
        "\(reference): got \(actual), off by \(distance.map(String.init) ?? "sign or NaN")")
    }
  }

  @Test func `exp is within one ulp everywhere`() throws {
    try expect("exp", within: 1, rows: 340) { PortableMath.exp($0.x) }
  }

  @Test func `log is within one ulp everywhere`() throws {
    try expect("log", within: 1, rows: 366) { PortableMath.log($0.x) }
  }

  @Test func `pow is within one ulp everywhere and has the special values of C`() throws {
    try expect("pow", within: 1, rows: 897) { PortableMath.pow($0.x, $0.y) }
  }

  @Test func `expm1 is within two ulp everywhere`() throws {
    try expect("expm1", within: 2, rows: 340) { PortableMath.expm1($0.x) }
  }

  @Test func `log1p is within one ulp everywhere`() throws {
    try expect("log1p", within: 1, rows: 366) { PortableMath.log1p($0.x) }
  }

  @Test func `logistic is within three ulp everywhere`() throws {
    try expect("logistic", within: 3, rows: 340) { PortableMath.logistic($0.x) }
  }

  @Test func `whole powers of two are exact`() {
    for exponent in -1074...1023 {
      let power = Double(sign: .plus, exponent: exponent, significand: 1)
      #expect(PortableMath.pow(2, Double(exponent)) == power)
    }
  }

  @Test func `the logistic function of x and of its opposite add up to one`() {
    for step in -400...400 {
      let x = Double(step) / 10
      let sum = PortableMath.logistic(x) + PortableMath.logistic(-x)
      #expect((sum - 1).magnitude <= 0x1p-52, "x = \(x)")
    }
  }
}
