/// The fixed words of the section on abuse, by name; see ``Word``.
enum AbuseWord: String, CaseIterable, ReportWord {
  case abuse = "Abuse, and the rules against it"
  case table = "People who take advantage and all others, by arm, {}"
  case abusers = "Members who take advantage"
  case caught = "– of them caught: a rule refused, held or took back something"
  case missed = "– of them missed"
  case loss = "What incentives cost that went to them"
  case honest = "Other members"
  case hurt = "– of them hurt: a rule refused, held or took back something"
  case hurtShare = "– share of other members hurt"
  case extraAccounts = "Further accounts opened"
  case splitOrders = "Orders split off others"
  case refusals = "Refusals"
  case holds = "Holds"
  case clawbacks = "Clawbacks"
  case reviews = "Manual reviews"
  case denied = "– of them denied"
  case reviewCost = "Cost of reviews"
  case abuseNote = """
    Who takes advantage, how often, and how well reviewers judge is what the scenario states, not a \
    finding: nobody has figures that could be defended. A person is caught, or hurt, once, however \
    often a rule acts. The loss is all that incentives cost on their orders, rewards and messages, less \
    discounts and points on goods that they returned; compare it between arms with and without rules.
    """
}
