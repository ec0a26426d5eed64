internal import PortableMath

/// What messages have worn down in a person, without unit: each adds, rest restores.
///
/// Wear halves in the half-life and each delivered message adds to it; utility falls in proportion
/// (direction: Naik, Mantrala & Sawyer 1998, Marketing Science 17:214–235; sizes are assumptions).
/// Off switch: `wear`.
public struct Wear: Sendable, Hashable {
  private var level: Double = 0
  private var minute: Int32 = 0

  /// No wear.
  public init() {}

  /// Wear at a minute, in minutes of the program's calendar.
  public func level(at minute: Int32, _ model: ReactionModel) -> Double {
    guard level > 0 else { return 0 }
    let rest = Double(model.rest(from: self.minute, to: minute))
    return level * PortableMath.exp(-rest * model.wearDecayPerMinute)
  }

  /// Adds the wear of one delivered message.
  ///
  /// - Parameter times: how much more than a message on a fresh topic it wears.
  public mutating func add(at minute: Int32, times: Double = 1, _ model: ReactionModel) {
    level = level(at: minute, model) + model.wearPerMessage * times
    self.minute = minute
  }
}
