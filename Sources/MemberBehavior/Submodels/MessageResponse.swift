// What a delivered message does besides wearing: it may be opened and bring a visit (trade figure:
// one-to-one WeCom messages are opened by more than 30%), and it may make a member opt out of
// messages for ever (no peer-reviewed figure found; assumption). Off switches: `message-visits`,
// `opt-out`.

extension ReactionModel {
  /// Whether a delivered message is opened, given an addressed uniform mark.
  public func opens(openMark: Double) -> Bool { openMark < openProbability }

  /// Whether an opened message brings a visit, given an addressed uniform mark.
  public func comes(visitMark: Double) -> Bool { visitMark < visitProbability }

  /// Whether a delivered message makes the member opt out.
  public func optsOut(mark: Double) -> Bool { mark < optOutProbability }
}
