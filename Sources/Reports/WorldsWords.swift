/// The fixed words of what only two lives of the same people show, by name; see ``Word``.
enum WorldsWord: String, CaseIterable, ReportWord {
  case idleMetrics = "Nothing happened that these are about: {}."
  case remarks = "What holds of every arm’s metrics"
  case worlds = "What only a second life shows"
  case worldsNote = """
    Everybody lives once under control and once under each arm, with the same luck. So it is known \
    of every order whether it would have come anyway; a real test can only guess.
    """
  case boughtTable = "What the incentives bought, {}"
  case gained = "Orders gained"
  case lost = "Orders lost"
  case pulledForward = "Lost because they were pulled forward: the need was met from stock at home"
  case deadweight = "Taken off orders that would have come anyway"
  case deadweightShare = "Deadweight: their share of all that was taken off"
  case costPerGained = "Cost per gained order"
  case moreOrders = "Persons with more orders"
  case fewerOrders = "Persons with fewer orders"
  case betterOff = "Persons who got more from incentives"
  case worseOff = "Persons who got less from incentives"
  case costPerGainedNote = """
    Cost per gained order is all that incentives cost above control's, divided by the orders that \
    control lacks; better and worse off look at prices below list, points spent, rewards and \
    privileges, as a person sees them.
    """
  case ordersHistogram = "Persons by how many orders more or fewer: {}"
  case ordersHistogramSummary =
    "How many persons have how many orders more or fewer under {} than in control."
  case valueHistogram = "Persons by what they are worth to the merchant, more or less: {}"
  case valueHistogramSummary = """
    How many persons bring how much more or less margin, less what incentives cost, under {} than \
    in control.
    """
  case persons = "Persons"
  case orderDifference = "Orders against control"
  case valueDifference = "Value against control"
  case onlyDiffering = """
    Persons whose life is the same in both are left out of the drawings: {} have as many orders, {} \
    are worth the same to the fen.
    """
  case naiveTable = "What one would believe without the second life"
  case naive = "Reading"
  case beforeAfter = "Orders per member before and after the start, {} days each"
  case memberOther = "Orders a year of members and of others"
  case causal = "Orders of the arm and of control: the effect"
  case values = "{} → {} ({})"
  case naiveNote = """
    The first two mistake the season, the customers' own lives and who chooses to join for the \
    effect of the scheme. Only the last compares the same people in the same weeks.
    """
  case categoryTable = "Sales by category at list value, arm less control: {}"
  case category = "Category"
  case sales = "Arm"
  case change = "Change"
  case changeShare = "Relative"
  case categoryNote = """
    Baskets are drawn alike in both worlds, so a category loses to another only by orders lost and \
    gains by orders gained and goods added; switching brands within a basket is not modeled.
    """
  case runOffTable = "What is left when the horizon is over: {}"
  case daysAfter = "Days after"
  case pointsLeft = "Points outstanding"
  case wearLeft = "Wear per member"
  case stockLeft = "Persons with stock at home"
  case runOffNote = """
    If nobody earns, spends or is sent anything any more: points only expire, wear only rests. \
    Whoever has stock at home will skip a need: orders that the horizon has counted and the next \
    one will miss.
    """

  case afterTable = "Days after the horizon, on which nothing is offered: {}"
  case afterDays = "Days after the horizon"
  case days = "{}–{}"
  case afterOrders = "Orders of the arm"
  case gainedAfter = "Only in the arm"
  case lostAfter = "Only in control"
  case afterValue = "Margin of the arm"
  case toControl = "Less control’s"
  case together = "{}: net value a member {} in the horizon, {} with the days after it."
  case afterNote = """
    Every scheme has ended, control's too: nobody earns, spends or is sent anything, and people live \
    on for {} days. So arms differ by what people carry over alone: needs that stock at home meets, \
    wear, feelings, customers who stayed or came back.
    """

  // Who gains and who costs.
  case trackTitle = "Orders by week: {} against the range of control"
  case trackSummary = "The weekly orders of {} beside where 95% of control’s populations land."
  case trackNote = """
    A week outside the range shows the difference by itself: fewer than one in twenty of control’s \
    populations of this size would land there, two or three weeks of a year. Inside it, only the \
    sum of many weeks can.
    """
  case trackUpper = "97.5th percentile"
  case trackLower = "2.5th percentile"
  case ageTitle = "Points outstanding by month of issue: {}"
  case ageSummary = "The points that members under {} hold at the end of each month, by their age."
  case issuedBefore = "before {}"
  case slices = "Who gains, and who costs"
  case slicesNote = """
    Differences per person of each group, arm less control, with the simulation noise in the \
    interval. Shares are of all persons, of the margin gained and of the cost of incentives. All \
    groups but tiers are those of the horizon's first day, so no arm moves who is in them.
    """
  case slicesOf = "{}: by {}"
  case otherSlices = "{}: by other groups"
  case group = "Group"
  case ofPersons = "of persons"
  case ofMargin = "of margin gained"
  case ofCost = "of cost"
  case ordersEach = "Orders"
  case costEach = "Cost"
  case netEach = "Net value"
  case netShrunk = "Shrunk"
  case segment, tier
  case tenure = "time as a member"
  case recencyFrequency = "recency and frequency"
  case recency = "Last order"
  case frequency = "Orders in the year"
  case spending = "spending in the year before"
  case noMember = "no member"
  case member = "member"
  case newMember = "member for less than {} days"
  case someMember = "member for {} to {} days"
  case oldMember = "member for {} days or more"
  case recencyWithin = "last order within {} days"
  case recencyBeyond = "no order in {} days"
  case noOrders = "no order in the year"
  case oneOrder = "one order"
  case ordersBetween = "{} to {} orders"
  case ordersFrom = "{} orders or more"
  case both = "{}, {}"
  case noSpending = "nothing"
  case littleSpending = "less than {}"
  case someSpending = "{} to less than {}"
  case muchSpending = "{} or more"
  case groupsDiffer =
    "Net value differs between groups more than noise explains (Cochran’s Q = {} on {} degrees of freedom, p {})."
  case groupsAlike =
    "Net value does not differ between groups beyond noise (Cochran’s Q = {} on {} degrees of freedom, p {})."
  case shrunkNote = """
    Shrunk estimates are drawn toward the common effect, the more the noisier a group is \
    (empirical Bayes, between-group variance by Paule and Mandel): read these when comparing groups.
    """

  // Week by week.
  case weeks = "Week by week"
  case weeksNote = """
    Bands hold the outcome spread (b): half and 95% of populations of this size would land in them, \
    at these parameters.
    """
  case weeksNoteOuter = """
    Bands hold the outcome spread (b): 95% of populations of this size would land in them, at these \
    parameters.
    """
  case weeksNoteWider = """
    The dotted outline holds (b) and (c) together, √(b² + c²): 95% of populations, when the \
    parameters are only known by their ranges.
    """
  case bandWider = "95% by (b) and (c)"
  case bandOuter = "95% of populations"
  case bandInner = "half of them"
  case weekCost = "Incentive cost of the week per member"
  case weekRepurchase = "Members with two orders or more so far"
  case weekOrders = "Orders of the week per member"
  case weekWear = "Mean wear that the week’s messages met"
  case weekLiability = "Points outstanding per member at the week’s end"
  case weekSummary = "{}, week by week, one line an arm."
  case unitMoney = "{} per member"
  case unitShare = "% of members"
  case unitThousand = "per thousand members"
  case unitPoints = "Points per member"
  case unitWear = "Thousandths"

  // Assumptions that could flip the verdict.
  case flips = "Which assumptions could flip the verdict"
  case flipsNotAsked = """
    Which assumptions could flip the verdict, each moved over its range by itself, was not asked: run \
    with --one-at-a-time.
    """
  case nothingFlips =
    "None of {} uncertain parameters, moved to either end by itself, turns a goal or guardrail."
  case someFlip =
    "Of {} uncertain parameters, each moved to either end by itself, these turn a goal or guardrail: {}."
  case flipsNote = """
    Each run has {} members and the luck of this scenario; shown is what is judged here, moved by the \
    difference that the end makes there. Numbers are judged by themselves, without their intervals.
    """
  case flipsColumn = "Verdict"
  case flipsIt = "flips"
  case holds = "holds"
  case parametersBySegment = "Every parameter by segment, with its range and source"
  case otherSwings = "All other parameters"

  // Precision.
  case precision = "Precision, and what more replications would buy"
  case precisionNote = """
    The half-width of an interval shrinks with the root of the replications: after {}, half of it \
    takes {} in all, a quarter {}; the table says how many make it 1% of control's value. Planning by \
    the spread alone keeps the interval honest; stopping as soon as an interval looks good does not.
    """
  case precisionTable = "{}: replications for a half-width"
  case halfWidthNow = "Half-width"
  case forOnePercent = "for 1% of control"
}
