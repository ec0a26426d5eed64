internal import Measurement
internal import Scenarios

/// A check's outcome as JUnit XML, text for the command line to write.
public enum CheckJUnit {
  /// One test case a line and arm.
  ///
  /// The sentence stands in the element's text, too, because GitLab shows no `message` attribute.
  public static func text(_ outcome: CheckOutcome, scenario: String) -> String {
    let judgements = outcome.judgements
    let failures = judgements.count { $0.consequence == .fail }
    let errors = judgements.count(where: \.isNotModeled)
    let cases = judgements.map { judgement in
      let name = "\(judgement.expectation.metric.rawValue) of \(judgement.arm)"
      return """
          <testcase classname="\(escaped(scenario))" name="\(escaped(name))">
        \(body(judgement))
          </testcase>
        """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="\(escaped(scenario))" tests="\(judgements.count)" failures="\(failures)" \
      errors="\(errors)">
      \(cases.joined(separator: "\n"))
      </testsuite>

      """
  }

  /// A run that could not be held against its baseline: one case with an error.
  public static func text(problem: String, scenario: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuite name="\(escaped(scenario))" tests="1" failures="0" errors="1">
      <testcase classname="\(escaped(scenario))" name="baseline">
        <error type="baseline" message="\(escaped(problem))">\(escaped(problem))</error>
      </testcase>
    </testsuite>

    """
  }

  private static func body(_ judgement: Judgement) -> String {
    let sentence = escaped(sentence(judgement))
    let word = judgement.word
    if judgement.isNotModeled {
      return "    <error type=\"\(word)\" message=\"\(sentence)\">\(sentence)</error>"
    }
    if judgement.consequence == .fail {
      return "    <failure type=\"\(word)\" message=\"\(sentence)\">\(sentence)</failure>"
    }
    if judgement.verdict == .inconclusive {
      return "    <skipped message=\"\(sentence)\">\(sentence)</skipped>"
    }
    return "    <system-out>\(sentence)</system-out>"
  }

  /// The sentence with what the planner wrote beside the line.
  private static func sentence(_ judgement: Judgement) -> String {
    var text = judgement.sentence
    if let owner = judgement.expectation.owner { text += " Owner: \(owner)." }
    if let why = judgement.expectation.why { text += " Why: \(why)." }
    return text
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n": escaped += " "
      // XML 1.0 has no way to write other control characters.
      case _ where scalar.value < 0x20: escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
