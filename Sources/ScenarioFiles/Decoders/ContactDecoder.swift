internal import MemberBehavior
internal import MemberPopulation
internal import Quantities
internal import Scenarios

/// `contact:` — who knows whom in a community, and how prospects join by it.
extension Form where Value == ContactModel {
  static var contact: Form {
    ObjectForm(
      "contact", "How prospects join by themselves and by contact within their community.",
      keys: .defaulted(
        "graph", Form<GraphName>.choice("a contact graph"), "Who knows whom.", .smallWorld,
        text: "small-world"),
      .optional(
        "degree", .integer(2...1000, example: "6"),
        "Contacts of each person, on average, in a small world: an even number.",
        fallback: "\(usualDegree)"),
      .optional(
        "rewiring", .share(example: "10%"),
        "The share of contacts anywhere in the community, in a small world.",
        fallback: "\(Int(usualRewiring * 100))%"),
      .defaulted(
        "innovation", .number(0...10, example: "0.03"),
        "The rate of joining without any contact, a year (Bass' p).",
        ContactModel.usualInnovationPerYear, text: "0.03"),
      .defaulted(
        "imitation", .number(0...100, example: "0.38"),
        "What it adds to that rate if all contacts are members, a year (Bass' q).",
        ContactModel.usualImitationPerYear, text: "0.38")
    ) { node, reading, graph, degree, rewiring, innovation, imitation in
      guard let shape = shape(graph, degree, rewiring?.value, node, reading) else { return nil }
      return ContactModel(
        shape: shape, innovationPerYear: innovation, imitationPerYear: imitation)
    }.form
  }

  /// assumption: six contacts within the community of one store or guide.
  private static var usualDegree: Int { 6 }
  /// assumption: one contact in ten is not from the own circle.
  private static var usualRewiring: Double { 0.1 }

  private static func shape(
    _ graph: GraphName, _ degree: Int?, _ rewiring: Double?, _ node: LocatedNode,
    _ reading: Reading
  ) -> ContactShape? {
    guard graph == .smallWorld else {
      let idle = ["degree", "rewiring"].filter { node[$0] != nil }
      for key in idle {
        reading.report(
          node.place(of: key), "\"\(key)\" means nothing to a graph that is no small world",
          hint: "leave it out, or write graph: small-world")
      }
      return idle.isEmpty ? (graph == .complete ? .complete : ContactShape.none) : nil
    }
    let degree = degree ?? usualDegree
    guard degree.isMultiple(of: 2) else {
      reading.report(
        node.valuePlace(of: "degree"),
        "half of the contacts are on either side of the ring, so their number is even",
        hint: "write \(degree - 1) or \(degree + 1)")
      return nil
    }
    return .smallWorld(degree: degree, rewiring: rewiring ?? usualRewiring)
  }
}

/// The graphs that a file can name.
private enum GraphName: String, CaseIterable {
  case smallWorld = "small-world"
  case complete
  case none
}
