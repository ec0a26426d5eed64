import PointsLedger
import Timeline

/// What rules against abuse remember of each account: flat numbers, empty where no scheme has such
/// rules.
struct RiskBook: Sendable, Equatable {
  /// The places of an account's numbers; the rings of velocity rules come after them.
  enum Field: Int, CaseIterable {
    /// The first day on which the account is free again; `Int32.min` if it is not held.
    case heldUntil
    /// The first day on which it earns again; `Int32.min` if it does.
    case refusedUntil
    /// Benefits enjoyed in the low bits; see the others below.
    case bits
    /// The rule that holds or refuses, and why.
    case rule, reason
    /// The minute of the last review that cleared it; `Int32.min` for none.
    case clearedAt
  }

  /// Bits beside the benefits.
  static let vouched: Int32 = 1 << 8
  static let isAsked: Int32 = 1 << 9

  /// What joining brought, kept where it may be taken back.
  struct Welcome: Sendable, Equatable {
    var account: UInt32
    var part: LotPart
    var issuedOn: Day
  }

  private let stride: Int
  private var numbers: [Int32]
  var welcomes: [Welcome] = []

  init() { (stride, numbers) = (0, []) }

  /// - Parameter ringPlaces: what the scheme that needs most needs for its rings.
  init(accountCount: Int, ringPlaces: Int) {
    stride = Field.allCases.count + ringPlaces
    numbers = Array(repeating: 0, count: accountCount * stride)
    for account in 0..<accountCount { clear(account, keepsBenefits: false) }
  }

  /// Whether anything is remembered.
  var isOn: Bool { stride > 0 }

  /// The bytes that it occupies.
  var byteCount: Int {
    numbers.count * MemoryLayout<Int32>.stride + welcomes.count * MemoryLayout<Welcome>.stride
  }

  subscript(account: Int, field: Field) -> Int32 {
    get { numbers[account * stride + field.rawValue] }
    set { numbers[account * stride + field.rawValue] = newValue }
  }

  func has(_ bit: Int32, _ account: Int) -> Bool { self[account, .bits] & bit != 0 }

  mutating func set(_ bit: Int32, _ account: Int, to isSet: Bool = true) {
    if isSet { self[account, .bits] |= bit } else { self[account, .bits] &= ~bit }
  }

  /// Forgets what rules counted and did; what was enjoyed stays enjoyed.
  mutating func clear(_ account: Int, keepsBenefits: Bool = true) {
    guard isOn else { return }
    let benefits = keepsBenefits ? self[account, .bits] & 0xFF : 0
    for place in account * stride..<(account + 1) * stride { numbers[place] = .min }
    self[account, .bits] = benefits
    (self[account, .rule], self[account, .reason]) = (0, 0)
    clearRings(account)
  }

  /// Forgets what velocity rules counted.
  mutating func clearRings(_ account: Int) {
    let first = account * stride + Field.allCases.count
    for place in first..<(account + 1) * stride { numbers[place] = .min }
  }

  /// Whether a ring's events of a window before a minute are as many as it holds.
  func isFull(_ ring: RiskRing, _ account: Int, at minute: Minute) -> Bool {
    let oldest = numbers[place(ring, account) + next(ring, account)]
    return oldest != .min && Int(minute.index) - Int(oldest) < ring.minutes
  }

  /// Notes an event: the oldest is forgotten.
  mutating func note(_ ring: RiskRing, _ account: Int, at minute: Minute) {
    let place = place(ring, account)
    let next = next(ring, account)
    numbers[place + next] = minute.index
    numbers[place - 1] = Int32((next + 1) % ring.count)
  }

  /// The first of a ring's minutes; the place before it says which one comes next.
  private func place(_ ring: RiskRing, _ account: Int) -> Int {
    account * stride + Field.allCases.count + ring.place + 1
  }

  private func next(_ ring: RiskRing, _ account: Int) -> Int {
    max(0, Int(numbers[place(ring, account) - 1]))
  }

  /// Joins what is remembered of another account with an account's.
  mutating func join(_ other: Int, with account: Int, _ rings: some Sequence<RiskRing>) {
    guard isOn else { return }
    if self[other, .heldUntil] > self[account, .heldUntil]
      || self[other, .refusedUntil] > self[account, .refusedUntil]
    {
      self[account, .rule] = self[other, .rule]
      self[account, .reason] = self[other, .reason]
    }
    for field in [Field.heldUntil, .refusedUntil, .clearedAt] {
      self[account, field] = max(self[account, field], self[other, field])
    }
    // Only what both were cleared of is cleared.
    let vouched = self[account, .bits] & self[other, .bits] & Self.vouched
    self[account, .bits] = (self[account, .bits] | self[other, .bits]) & ~Self.vouched | vouched
    for ring in rings { join(other, with: account, ring) }
    for index in welcomes.indices where welcomes[index].account == UInt32(other) {
      welcomes[index].account = UInt32(account)
    }
    clear(other, keepsBenefits: false)
  }

  private mutating func join(_ other: Int, with account: Int, _ ring: RiskRing) {
    let (from, to) = (place(ring, other), place(ring, account))
    let minutes = (numbers[from..<from + ring.count] + numbers[to..<to + ring.count]).sorted()
    // The newest of both, oldest first: the next one takes the first place.
    for (position, minute) in minutes.suffix(ring.count).enumerated() {
      numbers[to + position] = minute
    }
    numbers[to - 1] = 0
  }
}

/// Where the minutes of a velocity rule stand, and what they are for.
struct RiskRing: Sendable, Equatable {
  var place: Int
  var count: Int
  var minutes: Int
  var activity: RiskPolicy.Activity
  var action: RiskPolicy.Action
  var rule: RuleID
}
