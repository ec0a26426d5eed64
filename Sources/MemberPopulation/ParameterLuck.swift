internal import PortableMath
public import Randomness

/// What the draws of parameters are for; numbers 500 to 509, never renumbered.
extension Purpose {
  /// What a parameter of the models is; the subject is the draw of parameters, the occurrence the
  /// parameter's name.
  static let parameter = Purpose(rawValue: 500)
  /// The seed of a draw's own run; the subject is the draw of parameters.
  static let parameterSeed = Purpose(rawValue: 501)
}

/// The luck of one draw of parameters.
///
/// A parameter's address is its name, so a value that is drawn depends on no other parameter and on
/// no order. Segments share the address: `assumption:` what is not known of a parameter is the same
/// error in every segment, which makes the uncertainty of a total larger, never smaller, than
/// errors that would cancel.
public struct ParameterLuck: Sendable, Hashable {
  private let draws: Draws
  private let draw: UInt32

  /// The luck of a draw, counted from 1, of the experiment with `seed`.
  public init(seed: UInt64, draw: Int) {
    draws = Draws(seed: seed, replication: 0)
    self.draw = UInt32(draw)
  }

  /// The seed of the draw's run: luck of its own, so that what two draws differ by beyond the
  /// parameters is simulation noise, and independent.
  public var seed: UInt64 {
    let block = draws.block(at: DrawAddress(subject: draw, purpose: .parameterSeed))
    return UInt64(block.second) << 32 | UInt64(block.first)
  }

  /// A number in (0, 1) for a parameter.
  func uniform(_ name: some ParameterName) -> Double { draws.uniform(at: address(of: name)) }

  /// A standard normal value for a parameter; it rises with `uniform`.
  func standardNormal(_ name: some ParameterName) -> Double {
    draws.normal(mean: 0, standardDeviation: 1, at: address(of: name))
  }

  private func address(of name: some ParameterName) -> DrawAddress {
    DrawAddress(subject: draw, purpose: .parameter, occurrence: Self.number(of: name.rawValue))
  }

  /// The number of a name, whatever parameters there are beside it: FNV-1a with 32 bits (Fowler,
  /// Noll & Vo; RFC 9923).
  static func number(of name: String) -> UInt32 {
    name.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
