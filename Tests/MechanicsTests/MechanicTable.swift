extension Mechanic {
  /// The sixty mechanics that the sandbox is to run: the one source of `docs/mechanics.md`.
  ///
  /// A group stands in a file of its own, `MechanicTable+….swift`.
  static let all = points + prices + membership + community + engagement
}
