/// A sink of two sinks, so that a journal, totals and a series can listen to one ledger.
///
/// Nest it for more: `Both(journal, Both(totals, series))`.
public struct Both<First: TransferSink, Second: TransferSink>: TransferSink {
  /// The sink that is told first.
  public var first: First
  /// The sink that is told second.
  public var second: Second

  /// Joins two sinks.
  public init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  /// Tells both.
  public mutating func record(_ transfer: Transfer) {
    first.record(transfer)
    second.record(transfer)
  }
}

extension Both: Sendable where First: Sendable, Second: Sendable {}
