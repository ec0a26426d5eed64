// What is rare is opened more: 1 + w · r times, r being how far its topic has rested, from 0 (a
// message ago) to 1 (never seen, or long ago). Scarcity restores response (direction: the sources of
// M54); form and size are assumptions. Off switch: `scarcity`.

extension ReactionModel {
  /// How much more a message is opened whose topic has rested.
  func scarcityFactor(topicWear: Double) -> Double {
    guard fatigue.scarcityWeight > 0, fatigue.topicWear > 0 else { return 1 }
    return 1 + fatigue.scarcityWeight * max(0, 1 - topicWear / fatigue.topicWear)
  }
}
