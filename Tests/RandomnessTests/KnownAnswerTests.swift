import Testing

@testable import Randomness

/// Against an independent Philox and mpmath (references.py).
struct KnownAnswerTests {
  @Test func `blocks and uniforms equal an independent implementation at every address`() throws {
    let table = try rows(of: "addresses.csv")
    #expect(table.count == 60)
    for row in table {
      let draws = Draws(seed: try number(row[0]), replication: try number(row[1]))
      let address = DrawAddress(
        subject: try number(row[2]), purpose: Purpose(rawValue: try number(row[3])),
        occurrence: try number(row[4]))
      let block = draws.block(at: address, attempt: try number(row[5]))
      let expected = Philox.Words(
        try number(row[6]), try number(row[7]), try number(row[8]), try number(row[9]))
      #expect(block == expected, "\(row)")
      #expect(block.firstUniform == (try number(row[10])), "\(row)")
      #expect(block.secondUniform == (try number(row[11])), "\(row)")
    }
  }

  @Test func `uniforms come from attempt 0 of their address`() {
    let draws = Draws(seed: 5, replication: 6)
    let address = DrawAddress(subject: 1, purpose: Purpose(rawValue: 2), occurrence: 3)
    let block = draws.block(at: address, attempt: 0)
    #expect(draws.uniform(at: address) == block.firstUniform)
    #expect(draws.uniformPair(at: address) == (block.firstUniform, block.secondUniform))
  }

  @Test func `uniforms never reach 0 or 1, and mirror each other at the ends`() {
    let zeros = Philox.Words(0, 0, 0, 0).firstUniform
    let ones = Philox.Words(.max, .max, .max, .max).firstUniform
    #expect(zeros == 0x1p-53)
    #expect(ones == 1 - 0x1p-53)
  }

  @Test func `the normal quantile is right to fifteen digits from one end to the other`() throws {
    let table = try rows(of: "functions.csv").filter { $0[0] == "normalQuantile" }
    #expect(table.count == 132)
    for row in table {
      let expected: Double = try number(row[3])
      let error = (standardNormalQuantile(try number(row[1])) - expected).magnitude
      #expect(error <= 1e-15 * max(expected.magnitude, 0.5), "\(row)")
    }
  }

  @Test func `log Poisson probabilities are right for small and huge means`() throws {
    let table = try rows(of: "functions.csv").filter { $0[0] == "logPoisson" }
    #expect(table.count > 50)
    for row in table {
      let expected: Double = try number(row[3])
      let (count, mean): (Int, Double) = (try number(row[1]), try number(row[2]))
      let actual = logPoissonProbability(of: count, mean: mean)
      // What remains of two nearly equal terms of the size of mean − count cannot be finer.
      let allowed =
        1e-13 * max(expected.magnitude, 1) + 0x1p-52 * (mean - Double(count)).magnitude
      #expect((actual - expected).magnitude <= allowed, "\(row)")
    }
  }
}
