// Rest restores what messages wore down, from the rest delay after the last message on: in Naik,
// Mantrala & Sawyer 1998 (Marketing Science 17:214–235) quality comes back off air only. With a delay
// an even schedule whose gaps are shorter never lets anybody rest, and messages in flights with longer
// pauses do; without one every minute restores. The delay is an assumption. Off switch: `rest`.

extension ReactionModel {
  /// Minutes of rest between the last message and a later minute.
  func rest(from last: Int32, to minute: Int32) -> Int32 {
    // Nothing has worn before the first message: `last` is then as good as any minute.
    max(0, minute - last - fatigue.restDelay)
  }
}
