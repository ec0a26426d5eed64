internal import IncentiveEngine

/// Finds the place in the file for what the engine says is wrong with a scheme.
///
/// The engine names parts as its values do; the file has its own words for some of them. A part
/// that the file leaves out is found at the nearest part around it that is there.
enum SchemeProblemPlace {
  /// Reports every problem of a scheme at its place.
  static func report(_ problems: [SchemeProblem], of node: LocatedNode, _ reading: Reading) {
    for problem in problems {
      let place = place(of: problem.path.split(separator: ".").map(String.init), in: node)
      let subject = problem.path.split(separator: ".").last.map(String.init) ?? "scheme"
      reading.report(
        place, "the engine refuses \(subject): \(problem.message)",
        hint: "the engine calls this place scheme.\(problem.path)")
    }
  }

  /// The place of the deepest part of a path that the file has.
  static func place(of path: [String], in scheme: LocatedNode) -> Place {
    var node = scheme
    var place = scheme.place
    for step in translated(path) {
      guard let next = part(step, of: node) else { break }
      node = next.node
      place = next.place
    }
    return place
  }

  private static func part(
    _ step: String, of node: LocatedNode
  ) -> (node: LocatedNode, place: Place)? {
    switch node.content {
    case .scalar: return nil
    case .list(let elements):
      let index = Int(step).map { $0 - 1 }
      let named = elements.first { $0["name"]?.text == step }
      guard
        let found = named ?? index.flatMap({ elements.indices.contains($0) ? elements[$0] : nil })
      else { return nil }
      return (found, found.valuePlace(of: "name"))
    case .map:
      for word in [step] + (words[step] ?? []) {
        if let value = node[word] { return (value, value.place) }
      }
      let lists =
        step.hasPrefix("birthday-")
        ? ["tiers"] : ["promotions", "coupons", "presales", "flash-sale", "list"]
      let name = step.remainder(after: "birthday-") ?? step
      for list in lists {
        if let element = node[list]?.elements.first(where: { $0["name"]?.text == name }) {
          return (element, element.valuePlace(of: "name"))
        }
      }
      return nil
    }
  }

  /// The path in the file's order: a review stands beside the tiers, offers in two lists.
  private static func translated(_ path: [String]) -> [String] {
    if path.starts(with: ["tiers", "review"]) { return ["tier-review"] + path.dropFirst(2) }
    if path.first == "rewards" { return ["points-mall"] + path.dropFirst() }
    if path.first == "stamps" { return ["stamp-card"] + path.dropFirst() }
    if path.first == "exchange" { return ["points"] + path }
    if path.first == "offers" { return Array(path.dropFirst()) }
    if path.first == "multipliers", path.count > 1, path[1].hasPrefix("birthday-") {
      return [path[1], "birthday"]
    }
    return path
  }

  /// The file's words for parts that the engine calls otherwise.
  private static let words = [
    "threshold": ["from"], "minimum": ["min"], "maximum": ["max"], "share": ["max-share"],
    "audience": ["to"], "every": ["cycle"], "steps": ["ladder"], "from": ["spend", "min-spend"],
    "off": ["share"], "day": ["when", "grant"], "weekday": ["when"], "grant": ["when"],
    "value": ["worth"], "spend": ["year-spend"], "orders": ["month-orders"], "days": ["gives"],
    "action": ["then"], "limits": ["per-member"], "limit": ["per-member"], "stock": ["stock"],
  ]
}
