/// The fixed words on uncertainty where communities depend on each other, by name; see ``Word``.
enum CoupledWord: String, CaseIterable, ReportWord {
  case uncertaintyNote = """
    Three uncertainties, never mixed. A scheme shares a budget or stock among communities, so only \
    replications are independent: s is the standard deviation of a replication's difference, R the \
    replications ({}, of {} communities each).
    """
  case noiseFormula = """
    (a) simulation noise of a total = s ÷ √R: how far the estimate may be from what the model \
    expects; more replications shrink it; all intervals hold it alone.
    """
  case spreadFormula = """
    (b) outcome spread of a total = s = (a)·√R: how far one population of this size would itself \
    vary; no number of replications shrinks it.
    """
  case methodTotals = """
    All counts and sums of money are whole numbers that are added up exactly; the digest is their \
    fingerprint. Intervals are those of Student's t over replications, paired with control, as \
    communities share a budget or stock; ratios use the delta method, or Fieller's set where the \
    denominator is near zero.
    """
  case warning = "No intervals: {}."
}
