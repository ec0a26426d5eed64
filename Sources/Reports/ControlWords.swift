/// The fixed words on control variates, by name; see ``Word``.
enum ControlWord: String, CaseIterable, ReportWord {
  case luckNote = """
    The people who were drawn need, spend and respond a little more or less than the scenario's \
    distributions expect, and by how much is known before they live. A regression over {} {} finds how \
    a difference goes with that; this part of it is luck, and the last columns take it off (control \
    variates; field tests call it CUPED): they say more sharply what the model expects. Verdicts and \
    all other tables keep the plain numbers, which add up exactly, and the spread of outcomes (b) \
    stays, as a real population has its luck, too. Known of people: {}.
    """
  case withoutLuck = "luck taken off"
  case halfWidthWithoutLuck = "half-width then"
  case varianceShrinks = "variance smaller"
  case pairedWithoutLuck = "{}, the luck of who was drawn taken off, too"
}
