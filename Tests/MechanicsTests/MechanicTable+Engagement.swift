extension Mechanic {
  /// Games, messages, and the program as a whole (M44–M60).
  static let engagement: [Mechanic] = [
    .planned(44, "lottery, wheel, quiz, mystery box"),
    .planned(45, "daily check-in streak"),
    .planned(46, "receipts and reviews"),
    .triggers,
    .churnLadder,
    .works(
      49, "message channels", "M49-channels",
      [
        "M49: the same offer by four channels costs what each costs, and each is opened its way",
        "M49: a broadcast goes to its audience, by its channel, with its coupon",
        "M49: closing one channel leaves the others open",
      ], missing: "calls by guides in person are tasks of journeys (M47)"),
    .works(
      50, "time of sending", "M50-send-time",
      [
        "M50: the evening is opened more than the morning, the own hour more than either",
        "M50: Friday's messages bring more visits than Tuesday's, where people shop at weekends",
      ]),
    .tags,
    .works(
      52, "frequency caps, quiet hours", "M52-frequency-caps",
      [
        "M52: caps and quiet hours hold back what they should, and every message is accounted for",
        "M52: from 22:00 to 6:00 a message waits until 6:00",
        "M52: a calendar week begins on Monday, a sliding one with the message",
        "M52: platform limits at month ends",
        "M52: over ten million events nobody is reached against the rules",
      ]),
    .works(
      53, "defense against abuse", "M53-abuse",
      [
        "M53: rules against abuse lower what it takes, and few honest members are hurt",
        "M53: every review costs its minutes and its money",
        "M53: rings of invitations are refused on joining",
        "M53: nobody takes advantage of a scheme that gives nothing",
        "M53: who invites oneself is refused on joining, and few honest members are",
        "M53: invitations of oneself are refused by device, and by address where it is looked at",
      ]),
    .works(
      54, "fatigue", "M54-fatigue",
      [
        "M54: the same again wears response out, another topic and rest restore it",
        "M54: seven messages a month bring most, fewer and more bring less",
      ]),
    .works(
      55, "stacking rules and budgets", "M55-stacking-and-budgets",
      ["M55: two offers share ¥10,000, paid to the last fen"]),
    .works(
      56, "funnel", "M56-funnel",
      [
        "M56: messages are opened, bring visits, show quotes, end in orders, and are paid",
        "M56: a lower threshold moves the step from quote to order, and none before it",
        "M56: four in five are paid at once, and half of the rest within 48 hours",
      ]),
    .planned(57, "A/B tests"),
    .planned(58, "key figures"),
    .planned(59, "member day"),
    .planned(60, "mix of sales channels"),
  ]
}
