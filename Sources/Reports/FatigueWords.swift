/// The fixed words of the section on wear, by name; see ``Word``.
enum FatigueWord: String, CaseIterable, ReportWord {
  case ordersLost = "Orders lost to wear"
  case marginLost = "Gross margin lost to wear"
  case ordersLostPerMember = "Orders lost to wear per member"
  case lostNote = """
    An order is lost to wear if the same person, at the same occasion and by the same mark, would \
    have ordered with wear left out: neither felt, nor keeping messages unopened. What members who \
    opted out are not sent any more is not in it. It counts for the channel and topic of the last \
    message before it.
    """
  case fatigueOf = "Fatigue of {}: by week, segment and channel"
  case bySegment = "{}: fatigue by segment"
  case byChannel = "{}: fatigue by channel and topic"
  case byWeek = "{}: fatigue by week"
  case segment = "Segment"
  case channel = "Channel and topic"
  case week = "Week from"
  case delivered = "Messages"
  case meanWear = "Mean wear at exposure"
  case wearThousandths = "Mean wear, thousandths"
  case optOuts = "Opt-outs"
  case lostOrders = "Orders lost"
  case lostMargin = "Margin lost"
  case optimum = """
    Net value is highest at {} messages a member in the horizon (95%: {} to {}): the top of a parabola \
    through {}, over {} replications, its error from leaving out one at a time.
    """
  case wearTitle = "Wear at exposure, week by week"
  case wearSummary = "The mean wear that messages of a week met, under each arm."
  case lostTitle = "Orders lost to wear, week by week"
  case lostSummary = "Orders that wear cost in each week of one replication, under each arm."
}
