/// When each account is next to be called with ``Event/timer``; nothing where no scheme has timers.
struct AccountTimers: Sendable, Equatable {
  /// The minute for each account, `Int32.max` for never.
  private var due: [Int32] = []

  init() {}

  init(count: Int) { due = Array(repeating: .max, count: count) }

  /// Whether there can be timers at all.
  var isOn: Bool { !due.isEmpty }

  /// Bytes in use.
  var byteCount: Int { due.count * MemoryLayout<Int32>.stride }

  /// The minute at which an account is due; never where there are no timers.
  subscript(account: Int) -> Int32 {
    get { isOn ? due[account] : .max }
    set { if isOn { due[account] = newValue } }
  }
}
