/// The numbers under which schemes' scheduled messages are known to random draws.
///
/// A coupon's number follows from its name alone, so that an arm that adds, removes or moves offers
/// leaves the luck of all others as it was (D3), and the same coupon in two arms is the same
/// campaign; so with a journey's messages, by its name and their place in it. Two names that fall on
/// one number are told apart in order of the alphabet.
struct CampaignNumbers: Sendable {
  /// Numbers below are for what is no coupon.
  static let firstCoupon = 16
  /// Campaigns have 16 bits in an address.
  private static let count = 65_536 - firstCoupon

  private let ofOffers: [[Int]]
  private let ofBroadcasts: [[Int]]
  /// By scheme, journey and message.
  private let ofMessages: [[[UInt16]]]

  init(_ schemes: [CompiledScheme]) {
    // Coupons first, so that nothing else takes a number from one; then broadcasts, then messages.
    let messages = schemes.map { $0.scheme.journeys.map(Self.messageNames) }
    var table = Table()
    ofOffers = table.numbers(of: schemes.map(\.offerNames))
    ofBroadcasts = table.numbers(of: schemes.map(\.broadcastNames), hashedAs: "broadcast ")
    let byJourney = table.numbers(of: messages.map { Array($0.joined()) })
    ofMessages = zip(messages, byJourney).map { journeys, numbers in
      var rest = numbers[...]
      return journeys.map { names in
        defer { rest = rest.dropFirst(names.count) }
        return rest.prefix(names.count).map { UInt16($0) }
      }
    }
  }

  /// The numbers that are taken.
  private struct Table {
    private var taken: [Int] = []

    /// The numbers of each scheme's names: the same name has one number in all schemes.
    ///
    /// - Parameter prefix: What is hashed before the name.
    mutating func numbers(of names: [[String]], hashedAs prefix: String = "") -> [[Int]] {
      var known: [(name: String, number: Int)] = []
      for name in names.joined().sorted() where known.last?.name != name {
        var number = CampaignNumbers.hash(prefix + name)
        while taken.contains(number) { number = (number + 1) % CampaignNumbers.count }
        taken.append(number)
        known.append((name, number))
      }
      return names.map { list in
        list.map { name in
          CampaignNumbers.firstCoupon + (known.first { $0.name == name }?.number ?? 0)
        }
      }
    }
  }

  /// The names of a journey's messages.
  private static func messageNames(_ journey: Journey) -> [String] {
    var layout = JourneyLayout()
    layout.append(journey.steps)
    return (0..<layout.messageCount).map { "automation \(journey.name).\($0)" }
  }

  /// The number of a message of a journey.
  func number(ofJourney journey: Int, message: Int, inScheme scheme: Int) -> UInt16 {
    ofMessages[scheme][journey][message]
  }

  func number(of kind: ScheduledKind, inScheme scheme: Int) -> Int {
    switch kind {
    case .growthReset: 0
    case .tierReview: 1
    case .expiryWarning: 2
    case .tierProgress: 8
    case .tierWarning: 9
    case .privilege: 10
    case .expiryExtension: 11
    case .couponGrant(let offer), .balanceDue(let offer): ofOffers[scheme][offer]
    case .broadcast(let position): ofBroadcasts[scheme][position]
    }
  }

  /// FNV-1a over the name's bytes (Fowler, Noll & Vo; draft-eastlake-fnv), folded to the range.
  private static func hash(_ name: String) -> Int {
    let hash = name.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return Int(hash % UInt64(count))
  }
}

extension LoyaltyEngine {
  /// The number under which a scheduled message is known to random draws.
  public func campaign(of kind: ScheduledKind, inScheme scheme: Int) -> Int {
    campaigns.number(of: kind, inScheme: scheme)
  }
}
