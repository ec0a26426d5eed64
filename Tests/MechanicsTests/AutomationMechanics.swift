/// The rows of automation: what the program does by itself.
extension Mechanic {
  static let tags = works(
    51, "tags and segments", "M51-tags-and-segments",
    [
      "M51: tags are counted at every month's end and say who gets a coupon",
      "M51: level S is active within 7 days",
      "M51: VIP is 3 orders in a month and a mean basket of ¥200",
    ])
}
