/// Every fixed word and sentence of the reports, by name; `{}` stands for what is filled in.
///
/// The raw value is the English text; see ``ReportWord`` for other languages.
enum Word: String, CaseIterable, ReportWord {
  // Words of tables.
  case arm = "Arm"
  case control = "Control"
  case metric = "Metric"
  case difference = "Difference"
  case interval = "95% interval"
  case relative = "Relative"
  case reading = "Reading"
  case better, worse, unclear, higher, lower, to
  case noChange = "no change"
  case notBounded = "not bounded"
  case total = "Total"
  case month = "Month"
  case dataOf = "The numbers of “{}”"
  case conditional = """
    Every statement that one arm is better, and every probability of it, is conditional on the \
    model: it holds among simulated members, under the assumptions listed below.
    """

  // Verdict and provenance.
  case rule = "Rule: {}"
  case unhealthyRule = "A failed health check hides every verdict: {}."
  case headline = "{}: {} orders and {} net value per member against control."
  case withInterval = "{} ({})"
  case againstValue = "{} against {}: {}"
  case ordersWord = "orders"
  case terminalOrders = "orders ({} replications)"
  case provenance = "Where this comes from"
  case runID = "Run"
  case digest = "Digest"
  case seed = "Seed"
  case engine = "Engine"
  case members = "Members at the start"
  case prospects = "Prospects"
  case replications = "Replications"
  case communities = "Communities a replication"
  case horizon = "Horizon"
  case horizonDays = "{} to {} ({} days, {})"
  case currency = "Currency"
  case scaled = """
    The scenario states {} members and was run with {}: absolute limits, budgets and stock were \
    scaled pro rata, and so are all totals.
    """

  // Health and expectations.
  case health = "Health of the run"
  case healthPoints = "points tie to the ledger with zero residual, by month and by vintage"
  case healthStreams = "needs, impulses and visits after messages add up to all orders"
  case armsChecked = "{} arms"
  case notInArms = "not in {}"
  case healthPassed = "✓ {} ({})"
  case healthFailed = "✕ {} ({})"
  case expectations = "What was expected"
  case noExpectations = "The scenario states no expectations."
  case role = "Role"
  case requirement = "Should hold"
  case finding = "Found"
  case outcome = "Outcome"
  case owner = "Owner"
  case why = "Why"

  // Metrics, orders, pairing.
  case metrics = "What each arm does"
  case armAgainstControl = "{} against control"
  case otherMetrics = "All other metrics of {}"
  case readingNote = """
    Better, worse, higher and lower mean that the 95% interval of the difference, which holds the \
    simulation noise only, leaves out zero. Values per member divide by members at the start; pp \
    are percentage points.
    """
  case orders = "Orders gained, lost and shared"
  case ordersTable = "Orders by address, {}"
  case overReplications = "{} replications together"
  case oneReplication = "one replication"
  case shared = "Shared: in the arm and in control"
  case gainedLive = "Gained from live members"
  case gainedLapsed = "Gained from lapsed members"
  case lost = "Lost: only in control"
  case ordersOfArm = "Orders of the arm"
  case ordersOfControl = "Orders of control"
  case armIdentity =
    "{}: shared {} + gained {} = {} orders of the arm; shared {} + lost {} = {} orders of control."
  case sharedNote = """
    An incentive on a shared order is deadweight, except for the change in that order's revenue.
    """
  case checkout = "Orders placed and paid"
  case checkoutTable = "From the order placed to its payment, {}"
  case placedOrders = "Orders placed"
  case paidAtOnce = "paid at once"
  case paidLater = "paid later, in time"
  case canceledOrders = "canceled: not paid in time"
  case openOrders = "still open at the end"
  case checkoutNote = """
    Orders count as orders, and their money as paid, when they are paid. What an unpaid order had \
    set aside of points, coupons, stock and budgets goes back when it is canceled.
    """
  case pairing = "What living through the same luck bought"
  case pairingNote = """
    Arms face the same people, the same needs and the same draws. The variance of a difference \
    between independent worlds is so many times that of these paired ones: so many times more \
    replications would have been needed. \
    Where nearly all of control's orders are in the arm, too, the lives are in step, and what is left of the \
    variance is that members answer differently.
    """
  case sharedOfControl = "Orders of control that the arm has, too"
  case quantity = "Quantity"
  case noVariance = "does not vary"
  case times = "{} ×"

  // Charts.
  case charts = "The differences, drawn"
  case forestTitle = "Relative differences: {} against control"
  case forestSummary = """
    How much each metric of {} differs from control, in percent, with its 95% interval.
    """
  case forestAxis = "Difference relative to control, %"
  case forestNote = "Metrics of which control has none are not drawn: nothing is relative to zero."
  case outstandingTitle = "Points outstanding at the end of each day"
  case outstandingSummary = "The points that members hold, day by day, under each arm."
  case points = "Points"

  // Liability.
  case liability = "What is left on the books"
  case noPoints = "No arm issues points."
  case liabilityTable = "Liability at the horizon's end, {}"
  case outstandingPoints = "Points outstanding"
  case pointValue = "Face value of 100 points"
  case atFace = "Liability at face"
  case atFutureRate = "Liability at a future redemption rate of {}"
  case atFaceMean = "Liability at face, mean of one replication"
  case atFutureRateMean = "The same at the future redemption rate"
  case futureRateNote = """
    The future redemption rate is stated, not estimated: it is the share of points outstanding \
    that will still be spent. It is lower than the share of all issued points that is ever spent, \
    because points most likely to be spent are spent first.
    """
  case observedRate = "Redemption rate of vintages that have run off"
  case observedToRedeem = "Points still to be spent at that rate, N·URR − R"
  case noRunOff = "no vintage has run off yet"
  case breakage = "Breakage to date: expired ÷ issued"
  case rollForwardPoints = "{}: points by month"
  case rollForwardMoney = "{}: the same at face value"
  case opening = "Opening"
  case issued = "+ issued"
  case redeemed = "− redeemed"
  case expired = "− expired"
  case clawedBack = "− clawed back"
  case adjusted = "± adjusted"
  case rounding = "± rounding"
  case closing = "= closing"
  case residual = "Residual"
  case vintages = "{}: by month of issue"
  case ages = "{}: share redeemed by age"
  case age = "Months since issue"
  case vintageCount = "Vintages in sight"
  case netIssued = "Issued, net"
  case outstanding = "Outstanding"
  case redeemedPoints = "Redeemed"
  case expiredPoints = "Expired"
  case redemptionRate = "Redemption rate"
  case booksOf = "The books of {}"

  // Uncertainty, wear.
  case uncertainty = "How sure this is"
  case uncertaintyNote = """
    Three uncertainties, never mixed. s is the standard deviation of a community's difference, C \
    the communities of one replication ({}), R the replications ({}).
    """
  case noiseFormula = """
    (a) simulation noise of a total = s·√(C ÷ R): how far the estimate may be from what the model \
    expects; more replications shrink it; all intervals hold it alone.
    """
  case spreadFormula = """
    (b) outcome spread of a total = s·√C = (a)·√R: how far one population of this size would \
    itself vary; no number of replications shrinks it.
    """
  case parameterFormula = """
    (c) parameters = √(variance over parameter draws − (a)²): not stated, because this run draws \
    no parameters; so the best verdict is “run a real test”.
    """
  case uncertaintyTable = "{}: difference to control"
  case noise = "(a) Simulation noise"
  case spread = "(b) Outcome spread"
  case parameters = "(c) Parameters"
  case notStated = "not stated"
  case wear = "Wear and opt-outs"
  case wearTable = "Messages and what they wear out, {}"
  case messagesDelivered = "Messages delivered"
  case personsMessaged = "Persons messaged"
  case optOuts = "Opt-outs"
  case optOutShare = "Opt-outs ÷ persons messaged"
  case meanWear = "Mean wear at exposure"
  case highWear = "90th percentile of wear, at most"
  case aboveAll = "above {}"

  // Assumptions, method, definitions.
  case assumptions = "What is assumed"
  case assumptionsNote = """
    Every parameter of the members' model with its range and source. ⚑ marks an assumption: a \
    value without a published source. Of {} parameters {} are assumptions.
    """
  case otherAssumptions = "Stated by the scenario"
  case segmentParameters = "{} ({} of the people, preset {})"
  case parameter = "Parameter"
  case value = "Value"
  case range = "Range"
  case source = "Source"
  case assumed = "⚑ {}"
  case standardError = "± {} (standard error)"
  case rangeText = "{} to {}"
  case futureRate = "Future redemption rate of outstanding points"
  case margin = "Gross margin as a share of list price"
  case storeEffect = "Store effect: SD of the log of purchase rates"
  case messageCost = "Cost of a message, {}"
  case staffMinute = "Cost of a minute of a guide"
  case switchedOff = "Sub-models switched off"
  case none
  case scenarioSource = "scenario"
  case reportSource = "⚑ stated for this report"
  case tags = "Tags"
  case tag = "Tag"
  case tagTable = "Members by tag at the end of the month, arm {}, mean of the replications"
  case tagNote = "A member may have several tags, or none."
  case method = "How it was done"
  case methodWorlds = """
    Every arm is a world of its own with the same people and the same luck: a draw depends on the \
    person, its purpose and the occasion, never on the arm. Two identical arms differ by exactly \
    zero in every metric.
    """
  case methodOccasions = """
    People meet occasions to buy: needs, which they would have without any incentive, impulses, \
    and visits after messages they open. The incentive engine quotes what it would grant, the \
    person decides, and the same engine books every point, coupon and tier.
    """
  case methodTotals = """
    All counts and sums of money are whole numbers that are added up exactly; the digest is their \
    fingerprint. Intervals are those of Student's t over communities, paired with control; ratios \
    use the delta method, or Fieller's set where the denominator is near zero.
    """
  case methodAttribution = """
    An order at an occasion that both worlds have is shared; one that only the arm has is gained; \
    one that only control has is lost.
    """
  case definitions = "Every metric's definition"
  case definition = "Definition"
}
