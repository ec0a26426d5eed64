import Timeline

/// What is remembered of messages to accounts: counts for caps, and messages that wait.
struct ContactBook: Sendable, Equatable {
  /// Places of all accounts, `stride` each; none where no policy has caps.
  var places: [Int32] = []
  private(set) var stride = 0
  /// Messages that wait, linked by account; none where no message is ever put off.
  var waiting = WaitingMessages()

  init() {}

  init(count: Int, stride: Int, postpones: Bool) {
    self.stride = stride
    places = Array(repeating: 0, count: count * stride)
    if postpones { waiting = WaitingMessages(count: count) }
  }

  /// Bytes in use.
  var byteCount: Int { places.count * MemoryLayout<Int32>.stride + waiting.byteCount }
}

/// Messages that wait, for each account in the order of their minutes; those of one minute in the
/// order in which they were put off.
struct WaitingMessages: Sendable, Equatable {
  /// One message that waits.
  struct Entry: Sendable, Equatable {
    var message: Message
    var notice: Notice
    var due: Int32
    /// The next of the account's, or of the free places; -1 for none.
    fileprivate var next: Int32
  }

  /// The first of each account's; -1 for none.
  private var heads: [Int32] = []
  private var entries: [Entry] = []
  private var free: Int32 = -1

  init() {}

  init(count: Int) { heads = Array(repeating: -1, count: count) }

  /// Bytes in use.
  var byteCount: Int {
    heads.count * MemoryLayout<Int32>.stride + entries.count * MemoryLayout<Entry>.stride
  }

  /// When the account's first is due; never if none waits.
  func firstDue(of account: Int) -> Int32 {
    guard !heads.isEmpty, heads[account] >= 0 else { return .max }
    return entries[Int(heads[account])].due
  }

  /// Adds a message.
  mutating func add(_ message: Message, _ notice: Notice, due: Int32, to account: Int) {
    var before: Int32 = -1
    var after = heads[account]
    while after >= 0, entries[Int(after)].due <= due {
      before = after
      after = entries[Int(after)].next
    }
    let place = take(Entry(message: message, notice: notice, due: due, next: after))
    if before < 0 { heads[account] = place } else { entries[Int(before)].next = place }
  }

  /// Takes the account's first off the list if it is due.
  mutating func takeFirst(of account: Int, at minute: Minute) -> Entry? {
    guard firstDue(of: account) <= minute.index else { return nil }
    let place = heads[account]
    let entry = entries[Int(place)]
    heads[account] = entry.next
    entries[Int(place)].next = free
    free = place
    return entry
  }

  /// Forgets all messages to an account.
  mutating func removeAll(of account: Int) {
    while takeFirst(of: account, at: Minute(index: .max - 1)) != nil {}
  }

  private mutating func take(_ entry: Entry) -> Int32 {
    guard free >= 0 else {
      entries.append(entry)
      return Int32(entries.count - 1)
    }
    let place = free
    free = entries[Int(place)].next
    entries[Int(place)] = entry
    return place
  }
}
