import Foundation
import MemberBehavior
import MemberPopulation
import Scenarios

/// The tables of docs/odd.md, read off the sources and the presets.
enum OddTables {
  /// A block of the page, between two marks that bear its name.
  static let all: [(name: String, table: @Sendable () throws -> String)] = [
    ("state-of-a-person", state), ("schedule", schedule), ("draws", draws),
    ("populations", populations), ("submodels", submodels), ("parameters", parameters),
  ]

  /// What a person is, has become and remembers.
  static func state() throws -> String {
    let sources = [
      ("trait", "MemberPopulation/PersonTraits.swift", "PersonTraits"),
      ("life", "CommunitySimulation/Life.swift", "Life"),
      ("memory", "MemberBehavior/Memory.swift", "Memory"),
    ]
    let rows = try sources.flatMap { kind, path, type in
      try SourceComments(path).properties(of: type).map { [kind, "`\($0.name)`", $0.comment] }
    }
    return table(["kind", "variable", "what it is"], rows)
  }

  /// What the event loop can meet, in the order that settles ties within a minute.
  static func schedule() throws -> String {
    let cases = try SourceComments("CommunitySimulation/Moment.swift").cases(of: "Moment")
    return table(
      ["", "moment", "what happens"],
      cases.enumerated().map { ["\($0.offset + 1)", "`\($0.element.name)`", $0.element.comment] })
  }

  /// What random draws are for.
  static func draws() throws -> String {
    let files = [
      "MemberPopulation/PopulationPurpose.swift", "MemberBehavior/BehaviorPurpose.swift",
      "MemberPopulation/ParameterLuck.swift",
    ]
    let rows = try files.flatMap { try SourceComments($0).purposes() }
      .sorted { $0.number < $1.number }.map { ["\($0.number)", $0.comment] }
    return table(["purpose", "what is drawn"], rows)
  }

  /// Each sub-model with its switch, what its file says, and the file.
  static func submodels() throws -> String {
    let files = try SourceComments.files(in: "MemberBehavior/Submodels")
    let rows = try Submodel.allCases.map { submodel in
      for file in files {
        guard let text = file.offSwitchComment, text.switches.contains(submodel.rawValue) else {
          continue
        }
        return [
          "`\(submodel.rawValue)`", text.comment, "[\(file.name)](../Sources/\(file.path))",
        ]
      }
      throw MissingComment(subject: submodel.rawValue)
    }
    return table(["switch", "what it does, form and sources", "file"], rows)
  }

  /// The populations of the presets.
  static func populations() -> String {
    let rows = Preset.all.map { preset in
      let population = preset.profile.population
      let values = population.needed.map { "\($0.rawValue) \(number(population.value($0)))" }
      return [
        "`\(preset.name)`", preset.summary,
        "\(population.timing.rawValue), \(population.spend.rawValue)",
        values.joined(separator: ", "),
      ]
    }
    return table(["preset", "who they are", "models", "parameters"], rows)
  }

  /// The parameters of behavior with their values for habitual buyers with every reaction.
  static func parameters() -> String {
    let behavior = Preset.grocery.profile.behavior
    let rows = BehaviorParameter.allCases.compactMap { name -> [String]? in
      guard let parameter = behavior.parameters[name] else { return nil }
      let range: String =
        switch parameter.uncertainty {
        case .range(let low, let high): "\(number(low)) to \(number(high))"
        case .standardError(let error): "± \(number(error))"
        case .notStated: "not stated"
        }
      let unit = name.unit.isEmpty ? "" : " (\(name.unit))"
      return [
        "`\(name.rawValue)`", name.summary + unit, number(parameter.value), range, parameter.source,
      ]
    }
    return table(["parameter", "what it is", "value", "range", "source"], rows)
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : "\(value)"
  }

  private static func table(_ heads: [String], _ rows: [[String]]) -> String {
    let line = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |" }
    let rule = "|" + String(repeating: "---|", count: heads.count)
    return ([line(heads), rule] + rows.map(line)).joined(separator: "\n")
  }
}

/// A declaration or sub-model that the page must have and no comment explains.
struct MissingComment: Error {
  var subject: String
}
