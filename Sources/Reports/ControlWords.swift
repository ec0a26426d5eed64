/// The fixed words on control variates, by name; see ``Word``.
enum ControlWord: String, CaseIterable, ReportWord {
  case luckNote = """
    The people who were drawn need, spend and respond a little more or less than the scenario's \
    distributions expect, and by how much is known before they live. A regression over {} {} finds how \
    a difference goes with that; this part of it is luck, and the last columns take it off (control \
    variates; field tests call it CUPED). Where the variance ratio, plain over then, is above 1, they say more \
    sharply what the model expects; below, they only add the noise of estimating. Verdicts and the \
    other sections keep the plain numbers, which add up exactly, and the spread of outcomes (b) stays, \
    as a real population has its luck, too. Known of people: {}.
    """
  case withoutLuck = "luck taken off"
  case halfWidthWithoutLuck = "half-width then"
  case varianceShrinks = "variance ratio"
  case pairedWithoutLuck = "{}, the luck of who was drawn taken off, too"
  case pairedNote = """
    Where the luck of who was drawn is taken off, too, the other worlds neither share luck nor have any \
    taken off.
    """
}
