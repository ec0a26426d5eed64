public import Randomness

/// What the draws of a person's life are for; numbers 200 to 319, never renumbered.
extension Purpose {
  /// How strongly a person reacts to incentives.
  public static let response = Purpose(rawValue: 200)
  /// Whether a person reacts at all.
  public static let responds = Purpose(rawValue: 201)
  /// Time from one need to the next; the occurrence is the need's index.
  public static let needGap = Purpose(rawValue: 210)
  /// The mark of a need, and whether the person drops out at it; the occurrence is its index.
  public static let need = Purpose(rawValue: 211)
  /// Time from one impulse to the next, and its mark; the occurrence is its index.
  public static let impulse = Purpose(rawValue: 212)
  /// What is in the basket of a need; the occurrence is its index.
  public static let needBasket = Purpose(rawValue: 213)
  /// What is in the basket of an impulse; the occurrence is its index.
  public static let impulseBasket = Purpose(rawValue: 214)
  /// What is in the basket of a visit that a message brings; the occurrence is campaign and day.
  public static let messageBasket = Purpose(rawValue: 215)
  /// A customer life (Pareto); the occurrence is 0 at birth, else the impulse that restarted it.
  public static let lifetime = Purpose(rawValue: 216)
  /// Whether an accepted impulse after lapse restarts the needs; the occurrence is its index.
  public static let restart = Purpose(rawValue: 217)
  /// Whether points are spent at a need; the occurrence is its index.
  public static let needRedemption = Purpose(rawValue: 218)
  /// Whether points are spent at an impulse; the occurrence is its index.
  public static let impulseRedemption = Purpose(rawValue: 219)
  /// Whether points are spent at a message's visit; the occurrence is campaign and day.
  public static let messageRedemption = Purpose(rawValue: 220)
  /// Whether a prospect joins at a need; the occurrence is its index.
  public static let joining = Purpose(rawValue: 221)
  /// Whether a message is opened and brings a visit; the occurrence is campaign and day.
  public static let messageOpening = Purpose(rawValue: 222)
  /// When that visit happens, and its mark; the occurrence is campaign and day.
  public static let messageVisit = Purpose(rawValue: 223)
  /// Whether a message makes a member opt out; the occurrence is campaign and day.
  public static let optOut = Purpose(rawValue: 224)
  /// The hour of the day at which a person is active.
  public static let activeHour = Purpose(rawValue: 281)
  /// Whether the shop knows that hour.
  public static let knownHour = Purpose(rawValue: 282)
  /// The clock of an item that is needed in cycles; the occurrence is the item.
  public static let itemClock = Purpose(rawValue: 225)
  /// When an opportunity for an interaction comes, and its mark; the occurrence is the interaction's
  /// number and the opportunity's index.
  public static let interaction = Purpose(rawValue: 230)
  /// When a member orders elsewhere, and the mark of the claim; the occurrence is the order's index.
  public static let externalOrder = Purpose(rawValue: 231)
  /// What an order elsewhere comes to; the occurrence is its index.
  public static let externalAmount = Purpose(rawValue: 232)
  /// When a member looks into the points mall, and the mark of the choice there; the occurrence is the
  /// visit's index.
  public static let mallVisit = Purpose(rawValue: 250)
  /// Whether, and by how much, the basket of a need grows to a threshold; by its index.
  public static let needTopUp = Purpose(rawValue: 260)
  /// Whether, and by how much, the basket of an impulse grows to a threshold; by its index.
  public static let impulseTopUp = Purpose(rawValue: 261)
  /// The same for a message's visit; the occurrence is campaign and day.
  public static let messageTopUp = Purpose(rawValue: 262)
  /// Whether a need is met from stock at home; the occurrence is its index.
  public static let pantry = Purpose(rawValue: 263)
  /// How much contact it takes until a prospect joins.
  public static let contact = Purpose(rawValue: 264)
  /// When a member looks at a presale, and whether a deposit is paid; the occurrence is the
  /// presale's number and the look's index.
  public static let presaleVisit = Purpose(rawValue: 270)
  /// Whether the order of a paid deposit's balance is planned, and when; the occurrence is the
  /// presale's campaign and the first day of its deposits.
  public static let plannedBalance = Purpose(rawValue: 271)
  /// Whether a person has two accounts.
  public static let secondAccount = Purpose(rawValue: 251)
  /// Which of two accounts a need's order goes to; the occurrence is its index.
  public static let needAccount = Purpose(rawValue: 252)
  /// Which of two accounts an impulse's order goes to; the occurrence is its index.
  public static let impulseAccount = Purpose(rawValue: 253)
  /// Which of two accounts the order of a message's visit goes to; the occurrence is campaign and
  /// day.
  public static let messageAccount = Purpose(rawValue: 254)
  /// When a member with two accounts would join them; the occurrence is the wish's index.
  public static let accountMerge = Purpose(rawValue: 255)
  /// When a member thinks of exchanging points for a partner's, and the mark of the choice; the
  /// occurrence is the partner's number and the thought's index.
  public static let exchangeOut = Purpose(rawValue: 256)
  /// The same for a partner's points.
  public static let exchangeIn = Purpose(rawValue: 257)
  /// Whether a person is a member of a partner; the occurrence is the partner's number.
  public static let partnerMembership = Purpose(rawValue: 258)
  /// When a partner's member orders there, and the mark of paying with points; the occurrence is the
  /// partner's number and the order's index.
  public static let partnerOrder = Purpose(rawValue: 259)
  /// When a member might invite somebody, and the mark of doing it; the occurrence is the stream's
  /// number and the opportunity's index.
  public static let invitation = Purpose(rawValue: 310)
  /// Whom a member invites, and the mark of joining; by the same occurrence.
  public static let invitee = Purpose(rawValue: 311)
  /// Whether two neighbors of a community live together.
  public static let household = Purpose(rawValue: 312)
  /// Whether a person opens a second account by an invitation of the first.
  public static let selfInvitation = Purpose(rawValue: 313)
  /// Whether a second account is opened on another device, and with another address.
  public static let secondIdentity = Purpose(rawValue: 314)
  /// What kind of person somebody is, as far as taking advantage of incentives goes.
  public static let abuse = Purpose(rawValue: 315)
  /// Whether two neighbors who live together share a device.
  public static let sharedDevice = Purpose(rawValue: 316)
  /// How a manual review comes out; the occurrence is its day, counted from 1970.
  public static let review = Purpose(rawValue: 317)
  /// Whether a person bound by an invitation stays at a need that would end the life; by its index.
  public static let staying = Purpose(rawValue: 318)
  /// What of an order at a need is sent back, and when; the occurrence is the need's index.
  public static let needReturn = Purpose(rawValue: 240)
  /// What of an order at an impulse is sent back, and when; the occurrence is its index.
  public static let impulseReturn = Purpose(rawValue: 241)
  /// What of an order at a message's visit is sent back, and when; campaign and day.
  public static let messageReturn = Purpose(rawValue: 242)
  /// Whether an order at a need is paid at once, and when else; the occurrence is the need's index.
  public static let needPayment = Purpose(rawValue: 243)
  /// Whether an order at an impulse is paid at once, and when else; the occurrence is its index.
  public static let impulsePayment = Purpose(rawValue: 244)
  /// Whether an order at a message's visit is paid at once, and when else; campaign and day.
  public static let messagePayment = Purpose(rawValue: 245)
}
