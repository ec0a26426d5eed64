import Scenarios

/// The fixed words of the report of two scenarios or runs, by name; see ``Word``.
enum CompareWord: String, CaseIterable, ReportWord {
  case title = "{} against {}"
  case paired = """
    Both scenarios were lived in the same worlds: the same people with the same luck. A difference \
    is what the schemes did and nothing else; its interval is that of paired differences.
    """
  case commonControl = "Both have the same control; below, every arm is held against it."
  case ownControls = """
    The controls differ. Below, every arm is held against the control of {}, and the control of {} \
    is an arm of its own; arms of one name are held against each other without any control.
    """
  case independent = """
    Two runs of their own: the variances of both add (Welch). Where they share people or luck, the \
    true intervals are narrower; scenario files with the same people, seed, horizon and economics \
    are compared in the same worlds.
    """
  case ownPairing = """
    Net value, deadweight and orders gained, lost, shared and pulled forward are each against the \
    control of their own run. {} are left out: they are of persons whom only one run knows.
    """
  case sameScenario = "The scenarios mean the same: every difference is exactly zero."
  case sameResult =
    "The same came out of both, to the last bit: every difference is exactly zero."
  case changes = "What differs in the scenarios"
  case andMore = "and {} more"
  case allChanges = "All {} differences"
  case path = "Where"
  case notThere = "– (not there)"
  case file = "File"
  case scenario = "Scenario"
  case side = "{}: {}"
  case results = "What the difference does"
  case armTable = "{}: {} against {}"
  case restOfMetrics = "{}: all other metrics"
  case onlyOne = "Only {} has {}."
  case nothingInCommon = "No arm has the same name in both; below, all stand side by side."
  case worlds = "All arms in the same worlds"
  case secondLessFirst = "{} less {}"
}

extension Words {
  /// The text of a name of the report of two scenarios or runs, filled in.
  func callAsFunction(_ word: CompareWord, _ fillings: String...) -> String {
    fill(word, fillings)
  }
}

extension ScenarioChange.Section: ReportWord {
  var english: String {
    switch self {
    case .scheme: "Scheme"
    case .arms: "Single arms"
    case .people: "People"
    case .catalogue: "Catalogue"
    case .economics: "Economics"
    case .run: "The run"
    case .expectations: "Expectations"
    case .unstated: "What the files do not state"
    }
  }

  var chinese: String {
    switch self {
    case .scheme: "方案"
    case .arms: "单个组"
    case .people: "人群"
    case .catalogue: "商品目录"
    case .economics: "经济参数"
    case .run: "运行设定"
    case .expectations: "预期"
    case .unstated: "文件未写明的取值"
    }
  }
}
