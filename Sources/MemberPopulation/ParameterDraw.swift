internal import PortableMath

extension Parameter {
  /// Whether anything is stated on how well the value is known.
  public var hasUncertainty: Bool { uncertainty != .notStated }

  /// The parameter as a draw has it.
  ///
  /// A standard error is that of a normal distribution around the value, in the logarithm, or in
  /// the log odds of a share; an error stated for a value at an end of what is allowed is taken as
  /// it is. A range is triangular with its peak at the value, on the same scale; on the plain scale
  /// where the range ends at zero, or at one for a share.
  /// `assumption:` sources state ranges, not distributions; the triangle takes the value for the
  /// likeliest and nothing beyond the range for possible.
  public func drawn<Name: ParameterName>(_ name: Name, _ luck: ParameterLuck) -> Parameter {
    var drawn = self
    switch uncertainty {
    case .notStated: return self
    case .standardError(let error):
      drawn.value = value(name, errors: luck.standardNormal(name), of: error)
    case .range(let low, let high):
      let scale = Scale(from: low, to: high, of: name)
      let triangle = Triangle(
        low: scale.forward(low), peak: scale.forward(value), high: scale.forward(high))
      let inside = scale.backward(triangle.value(below: luck.uniform(name)))
      drawn.value = min(max(inside, low), high)
    }
    drawn.value = drawn.value.clamped(to: name.allowed)
    return drawn
  }
}

extension Parameter {
  /// The value so many standard errors away, on the scale on which they are symmetric.
  func value<Name: ParameterName>(_ name: Name, errors: Double, of error: Double) -> Double {
    let scale = Scale(from: value, to: value, of: name)
    let spread = error * scale.slope(at: value)
    return scale.backward(scale.forward(value) + spread * errors)
  }
}

extension Double {
  func clamped(to range: ClosedRange<Double>) -> Double {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}

/// The scale on which what is not known of a parameter is symmetric.
private enum Scale {
  case plain, logarithm, logOdds

  /// The scale of a parameter between two values: shares by odds, all else by factors.
  init<Name: ParameterName>(from low: Double, to high: Double, of name: Name) {
    if low <= 0 {
      self = .plain
    } else if name.allowed.upperBound <= 1 {
      self = high < 1 ? .logOdds : .plain
    } else {
      self = .logarithm
    }
  }

  func forward(_ value: Double) -> Double {
    switch self {
    case .plain: value
    case .logarithm: PortableMath.log(value)
    case .logOdds: PortableMath.log(value / (1 - value))
    }
  }

  func backward(_ value: Double) -> Double {
    switch self {
    case .plain: value
    case .logarithm: PortableMath.exp(value)
    case .logOdds: 1 / (1 + PortableMath.exp(-value))
    }
  }

  /// How much the scale moves when the value does.
  func slope(at value: Double) -> Double {
    switch self {
    case .plain: 1
    case .logarithm: 1 / value
    case .logOdds: 1 / (value * (1 - value))
    }
  }
}

/// The triangular distribution.
struct Triangle {
  var low, peak, high: Double

  /// The value below which a share of all draws lie.
  func value(below share: Double) -> Double {
    let width = high - low
    guard width > 0 else { return peak }
    return share * width < peak - low
      ? low + (share * width * (peak - low)).squareRoot()
      : high - ((1 - share) * width * (high - peak)).squareRoot()
  }
}

extension LogCovariance {
  /// The lower triangle L with L·Lᵀ the covariance (Cholesky); a column of zeros where nothing is
  /// left to vary.
  var lowerTriangle: [[Double]] {
    let size = rows.count
    var lower = Array(repeating: Array(repeating: 0.0, count: size), count: size)
    for row in 0..<size {
      for column in 0...row {
        var rest = rows[row][column]
        for inner in 0..<column { rest -= lower[row][inner] * lower[column][inner] }
        if row == column {
          lower[row][row] = max(0, rest).squareRoot()
        } else if lower[column][column] > 0 {
          lower[row][column] = rest / lower[column][column]
        }
      }
    }
    return lower
  }

  /// What a draw adds to the logarithms of the parameters.
  func drawnShifts(_ luck: ParameterLuck) -> [Double] {
    let normals = parameters.map { luck.standardNormal($0) }
    return lowerTriangle.map { row in
      zip(row, normals).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }
}

extension PopulationProfile {
  /// The profile as a draw has it: parameters of one covariance together, all others by themselves.
  ///
  /// Stages between purchases are whole.
  public func drawn(_ luck: ParameterLuck) -> PopulationProfile {
    var drawn = self
    for name in needed { drawn.parameters[name] = parameters[name]?.drawn(name, luck) }
    for covariance in covariances {
      for (name, shift) in zip(covariance.parameters, covariance.drawnShifts(luck)) {
        let value = value(name) * PortableMath.exp(shift)
        drawn.parameters[name]?.value = value.clamped(to: name.allowed)
      }
    }
    drawn.parameters[.regularity]?.value.round()
    return drawn
  }
}
