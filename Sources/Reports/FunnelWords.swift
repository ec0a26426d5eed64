/// The fixed words of the section on messages, by name; see ``Word``.
enum FunnelWord: String, CaseIterable, ReportWord {
  case funnel = "From message to paid order"
  case funnelOf = "Messages of {}, step by step"
  case funnelTitle = "Messages, step by step, under each arm"
  case funnelSummary =
    "How many messages were delivered, opened, brought a visit, a quote, an order placed and an order paid."
  case step = "Step"
  case all = "All channels"
  case lost = "Lost at this step"
  case delivered = "Delivered"
  case opened = "Opened"
  case visits = "Brought a visit"
  case quotes = "Saw a quote"
  case placed = "Placed an order"
  case paid = "Paid it"
  case ofStep = "{} ({})"
  case heldBackOf = "Messages of {}, by channel"
  case channel = "Channel"
  case cost = "Cost"
  case capped = "Held back by caps"
  case quiet = "Held back by quiet hours"
  case closed = "To closed channels"
  case deferred = "Put off, each time"
  case optOuts = "Channel closed"
  case note = """
    In brackets the share of the step before. Only messages of the horizon count, and what came of \
    them within it: a visit comes within two days of its message, and a visit after the horizon's end \
    is lost at "{}". An order that is not paid when it is placed may be paid later, or canceled. Some \
    of these orders would have been placed without the message: what it gained stands under orders.
    """
}
