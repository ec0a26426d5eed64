internal import Measurement
internal import Scenarios

/// The reference of the scenario language, made from the very keys that decode it.
public enum ScenarioReference {
  /// The reference as Markdown.
  public static func markdown() -> String {
    var pages = Pages()
    pages.visit(Form.scenario.shape)
    let parts = [introduction] + pages.sections + [parameters, presets, metrics]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static let introduction = """
    # The scenario language

    Every key of a scenario file. This page is generated from the declarations that decode the
    file; a test holds it against them. Unknown keys are errors. Keys marked *draft* are planned
    mechanics: a file with `status: draft` may hold them in any form, and is not run.

    Money is written `¥5`, `¥1_000`, `¥0.01` or `5 CNY`; shares `35%`; numbers may have `_`
    between digits; a length of time is a number of days or `12 months`; times of day are quoted.
    """

  /// Sections in the order in which objects are met.
  private struct Pages {
    var sections: [String] = []
    private var known: Set<String> = []

    mutating func visit(_ shape: Shape) {
      switch shape {
      case .scalar, .anything: break
      case .list(let element, _, _): visit(element)
      case .named(let value, _): visit(value)
      case .either(let shapes): for shape in shapes { visit(shape) }
      case .object(let object):
        guard known.insert(object.name).inserted else { return }
        if !object.name.hasPrefix("the parameter ") || known.insert("the parameter").inserted {
          sections.append(section(object))
        }
        for key in object.keys { visit(key.shape) }
      }
    }

    private func section(_ object: ObjectShape) -> String {
      let title = object.name.hasPrefix("the parameter ") ? "a parameter" : object.name
      var lines = [
        "## \(title.capitalizedFirst)", "", object.summary, "",
        "| key | value | meaning | if missing |", "|---|---|---|---|",
      ]
      for key in object.keys where !isParameter(key) {
        let missing = key.fallback ?? "**required**"
        lines.append("| `\(key.name)` | \(value(key.shape)) | \(key.summary) | \(missing) |")
      }
      if object.keys.contains(where: isParameter) {
        lines.append("| *a parameter* | see Parameters | changes the preset | that of the preset |")
      }
      for key in object.planned {
        lines.append(
          "| `\(key.name)` *draft* | any | \(key.mechanics): \(key.summary) | – |")
      }
      return lines.joined(separator: "\n")
    }

    private func isParameter(_ key: KeyShape) -> Bool {
      ProfileChange.parameterKeys.contains { $0.name == key.name } && key.shape.example != nil
        && key.fallback == "that of the preset"
    }

    private func value(_ shape: Shape) -> String {
      switch shape {
      case .scalar(let scalar):
        if scalar.name == "a metric" { return "a metric, see below" }
        let words = scalar.choices.isEmpty ? scalar.examples : scalar.choices
        return "\(scalar.name): " + words.map { "`\($0)`" }.joined(separator: ", ")
      case .list(let element, _, _): return "list of \(value(element))"
      case .named(let inner, let owner): return "\(owner): \(value(inner))"
      case .either(let shapes): return shapes.map(value).joined(separator: "; or ")
      case .anything: return "paths: values"
      case .object(let object):
        return object.name.hasPrefix("the parameter ") ? "a parameter" : "*\(object.name)*"
      }
    }
  }

  private static var parameters: String {
    (["## Parameters", "", "Each is a number, or *a parameter* with its range and source.", ""]
      + ["| key | meaning | value |", "|---|---|---|"]
      + ProfileChange.parameterKeys.map { key in
        let shape = if case .either(let shapes) = key.shape { shapes[0] } else { key.shape }
        return "| `\(key.name)` | \(key.summary) | \(shape.name) |"
      }).joined(separator: "\n")
  }

  private static var presets: String {
    (["## Presets that come with the sandbox", ""]
      + Preset.all.map { "- `\($0.name)`: \($0.summary)" }).joined(separator: "\n")
  }

  private static var metrics: String {
    (["## Metrics", "", "| metric | definition | goal or guardrail |", "|---|---|---|"]
      + Metric.allCases.map {
        "| `\($0.rawValue)` | \($0.definition) | \($0.mayBeGoal ? "yes" : "never") |"
      }).joined(separator: "\n")
  }
}
