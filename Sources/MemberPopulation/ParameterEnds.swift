internal import PortableMath

extension Parameter {
  /// The parameter at an end of what is known of it: a range's end, or where a standard error leaves
  /// 2.5% beyond, on the scale of its draws; as it is where nothing is stated.
  public func atEnd<Name: ParameterName>(_ name: Name, isUpper: Bool) -> Parameter {
    var moved = self
    switch uncertainty {
    case .notStated: return self
    case .range(let low, let high): moved.value = isUpper ? high : low
    case .standardError(let error): moved.value = value(name, errors: Self.tail(isUpper), of: error)
    }
    moved.value = moved.value.clamped(to: name.allowed)
    return moved
  }

  /// The standard normal value beyond which 2.5% lie.
  static func tail(_ isUpper: Bool) -> Double { isUpper ? 1.959_964 : -1.959_964 }
}

extension PopulationProfile {
  /// The profile with one parameter at an end of what is known of it, all others as they are.
  ///
  /// A parameter of a covariance is moved by its own standard error. Stages between purchases are
  /// whole.
  public func atEnd(_ name: PopulationParameter, isUpper: Bool) -> PopulationProfile {
    var moved = self
    moved.parameters[name] = parameters[name]?.atEnd(name, isUpper: isUpper)
    for covariance in covariances {
      guard let place = covariance.parameters.firstIndex(of: name) else { continue }
      let shift = Parameter.tail(isUpper) * covariance.rows[place][place].squareRoot()
      moved.parameters[name]?.value =
        (value(name) * PortableMath.exp(shift)).clamped(to: name.allowed)
    }
    moved.parameters[.regularity]?.value.round()
    return moved
  }
}
