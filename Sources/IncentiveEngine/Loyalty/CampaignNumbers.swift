/// The numbers under which schemes' scheduled messages are known to random draws.
///
/// A coupon's number follows from its name alone, so that an arm that adds, removes or moves offers
/// leaves the luck of all others as it was (D3), and the same coupon in two arms is the same
/// campaign; so with a journey's messages, by its name and their place in it. Two names that fall on one number are told apart in order of the alphabet.
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
    let names = schemes.flatMap(\.offerNames).sorted()
    var numbers: [(name: String, number: Int)] = []
    for name in names where numbers.last?.name != name {
      var number = Self.hash(name)
      while numbers.contains(where: { $0.number == number }) {
        number = (number + 1) % Self.count
      }
      numbers.append((name, number))
    }
    // Broadcasts come after all coupons, so that they take no number from one.
    let news = schemes.flatMap(\.broadcastNames).sorted()
    var newsNumbers: [(name: String, number: Int)] = []
    for name in news where newsNumbers.last?.name != name {
      var number = Self.hash("broadcast " + name)
      while (numbers + newsNumbers).contains(where: { $0.number == number }) {
        number = (number + 1) % Self.count
      }
      newsNumbers.append((name, number))
    }
    // So do messages of journeys.
    let messages = schemes.map { $0.scheme.journeys.map(Self.messageNames) }
    var messageNumbers: [(name: String, number: Int)] = []
    for name in messages.joined().joined().sorted() where messageNumbers.last?.name != name {
      var number = Self.hash(name)
      while (numbers + newsNumbers + messageNumbers).contains(where: { $0.number == number }) {
        number = (number + 1) % Self.count
      }
      messageNumbers.append((name, number))
    }
    ofMessages = messages.map { journeys in
      journeys.map { names in
        names.map { name in
          UInt16(Self.firstCoupon + (messageNumbers.first { $0.name == name }?.number ?? 0))
        }
      }
    }
    ofBroadcasts = schemes.map { scheme in
      scheme.broadcastNames.map { name in
        Self.firstCoupon + (newsNumbers.first { $0.name == name }?.number ?? 0)
      }
    }
    ofOffers = schemes.map { scheme in
      scheme.offerNames.map { name in
        Self.firstCoupon + (numbers.first { $0.name == name }?.number ?? 0)
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
