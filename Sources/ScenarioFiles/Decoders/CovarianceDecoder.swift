internal import MemberPopulation
internal import Scenarios

/// `covariance:` — how the errors of a preset's parameters go together.
extension Form where Value == [LogCovariance] {
  static var covariances: Form { .list(of: .covariance) }
}

extension Form where Value == LogCovariance {
  static var covariance: Form {
    ObjectForm(
      "a covariance", "The covariance of the logarithms of parameters estimated together.",
      keys: .required(
        "of", .list(of: .populationParameter, minimumCount: 1), "The parameters, in order."),
      .required(
        "rows", .list(of: .list(of: .number(-100...100, example: "0.01"), minimumCount: 1)),
        "The covariance, row by row.")
    ) { node, reading, parameters, rows in
      let place = node.valuePlace(of: "rows")
      guard Set(parameters).count == parameters.count else {
        reading.report(node.valuePlace(of: "of"), "a parameter stands twice")
        return nil
      }
      guard rows.count == parameters.count, rows.allSatisfy({ $0.count == parameters.count }) else {
        reading.report(
          place, "the covariance of \(parameters.count) parameters has as many rows and columns")
        return nil
      }
      let covariance = LogCovariance(of: parameters, rows: rows)
      guard covariance.isPossible else {
        reading.report(
          place, "this is the covariance of nothing",
          hint: "it is symmetric, and positive in every direction")
        return nil
      }
      return covariance
    }.form
  }
}

extension Form where Value == PopulationParameter {
  /// A parameter of who the members are.
  fileprivate static var populationParameter: Form {
    .choice("a parameter of who the members are")
  }
}

extension LogCovariance {
  /// Whether the matrix is symmetric and positive definite, as far as its written digits tell.
  fileprivate var isPossible: Bool {
    for (row, numbers) in rows.enumerated() {
      for (column, number) in numbers.enumerated() {
        let size = (rows[row][row] * rows[column][column]).magnitude.squareRoot()
        guard abs(number - rows[column][row]) <= 1e-6 * size else { return false }
      }
    }
    // Gauss's elimination without exchanges: every pivot is positive.
    var left = rows
    for pivot in left.indices {
      guard left[pivot][pivot] > 0 else { return false }
      for row in left.indices where row > pivot {
        let factor = left[row][pivot] / left[pivot][pivot]
        for column in left.indices { left[row][column] -= factor * left[pivot][column] }
      }
    }
    return true
  }
}

extension MemberProfile {
  /// The profile with covariances: parameters without a standard error get theirs, and one that
  /// states another is a problem at its place.
  func with(
    _ covariances: [LogCovariance], of node: LocatedNode, _ reading: Reading
  ) -> MemberProfile? {
    var profile = self
    for covariance in covariances {
      for name in covariance.parameters {
        guard let stated = profile.population.parameters[name],
          let logError = covariance.logStandardError(name)
        else {
          reading.report(
            node.valuePlace(of: "covariance"),
            "\"\(name.rawValue)\" has a covariance but is no parameter of the models",
            hint: "remove it, or choose the models that have it")
          return nil
        }
        let error = logError * stated.value
        if case .standardError(let known) = stated.uncertainty, abs(known - error) > 0.02 * error {
          reading.report(
            node.valuePlace(of: name.rawValue),
            "the standard error is not that of the covariance, \(error.short)",
            hint: "leave it out, or remove the covariance")
          return nil
        }
        profile.population.parameters[name]?.uncertainty = .standardError(error)
      }
    }
    profile.population.covariances = covariances
    return profile
  }
}

extension Double {
  /// Four digits, for messages.
  fileprivate var short: String { PresetFile.number(self, digits: 4) }
}
