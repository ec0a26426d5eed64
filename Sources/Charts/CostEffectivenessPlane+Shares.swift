extension CostEffectivenessPlane {
  /// A part of the plane, with the dots in it.
  struct Part: Equatable {
    enum Place: Equatable {
      /// A quadrant, by the signs of its changes.
      case quadrant(costsMore: Bool, earnsMore: Bool)
      case onAnAxis
      /// Above the line on which margin equals cost.
      case net
    }

    let place: Place
    let count: Int

    func text(_ words: ChartWords) -> String {
      switch place {
      case .quadrant(let costsMore, let earnsMore):
        (costsMore ? words.costsMore : words.costsLess) + words.separator
          + (earnsMore ? words.earnsMore : words.earnsLess)
      case .onAnAxis: words.onAnAxis
      case .net: words.aboveNetZero
      }
    }
  }

  /// The quadrants as they lie, row by row; dots on an axis, where there are any; net gains.
  var parts: [Part] {
    let quadrants = [(false, true), (true, true), (false, false), (true, false)].map { quadrant in
      let (costsMore, earnsMore) = quadrant
      return Part(
        place: .quadrant(costsMore: costsMore, earnsMore: earnsMore),
        count: dots.count { dot in
          dot.cost != 0 && dot.margin != 0 && (dot.cost > 0) == costsMore
            && (dot.margin > 0) == earnsMore
        })
    }
    let onAxes = dots.count { $0.cost == 0 || $0.margin == 0 }
    return quadrants + (onAxes > 0 ? [Part(place: .onAnAxis, count: onAxes)] : [])
      + [Part(place: .net, count: dots.count { $0.margin > $0.cost })]
  }

  /// The dots to draw: all, or as many as may be, evenly spaced in their order.
  var drawn: [Dot] {
    let most = Self.mostDrawn
    guard dots.count > most else { return dots }
    return (0..<most).map { dots[$0 * dots.count / most] }
  }

  var mean: Dot? {
    guard !dots.isEmpty else { return nil }
    let count = Double(dots.count)
    return Dot(
      cost: dots.reduce(0) { $0 + $1.cost / count },
      margin: dots.reduce(0) { $0 + $1.margin / count })
  }

  /// The medians of cost and of margin, each by itself.
  var median: Dot? {
    guard !dots.isEmpty else { return nil }
    let middle = { (values: [Double]) in
      let sorted = values.sorted()
      return sorted[(sorted.count - 1) / 2] / 2 + sorted[sorted.count / 2] / 2
    }
    return Dot(cost: middle(dots.map(\.cost)), margin: middle(dots.map(\.margin)))
  }

  func shareText(_ count: Int) -> String {
    guard !dots.isEmpty else { return words.undefined }
    return ChartUnit.percent.text(100 * Double(count) / Double(dots.count), decimals: 1)
  }

  func text(_ value: Double) -> String { unit.text(value, decimals: decimals, signed: true) }

  /// How many dots are drawn; nil where all are.
  var thinningText: String? {
    guard drawn.count < dots.count else { return nil }
    return ChartWords.filled(
      words.dotsDrawn, ["drawn": "\(drawn.count)", "total": ChartNumber.text(Double(dots.count))])
  }
}

extension ChartWords {
  /// The text with each `{name}` replaced.
  static func filled(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
    var (result, rest) = ("", Substring(text))
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      result += rest[..<open]
      result += values.first { $0.key == name }?.value ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
