internal import Statistics

extension BaselineFile {
  /// The change from an entry of this baseline to that of a run.
  ///
  /// Where people and luck are the same, the two runs differ by what changed in the schemes and by
  /// nothing else: the change is exact for this population, and its interval is the point (D3).
  /// Otherwise the interval adds the squares of both half-widths, as for independent runs.
  func change(
    from old: BaselineEntry, to new: BaselineEntry
  ) -> (difference: Double, confidence: ConfidenceSet) {
    let isSame = old.numerator == new.numerator && old.denominator == new.denominator
    let difference = isSame ? 0 : new.value - old.value
    if isSame || sharesLuck {
      return (difference, .bounded(Interval(lower: difference, upper: difference)))
    }
    guard let oldWidth = old.halfWidth, let newWidth = new.halfWidth else {
      return (difference, .unknown)
    }
    let width = (oldWidth * oldWidth + newWidth * newWidth).squareRoot()
    return (
      difference,
      .bounded(Interval(lower: difference - width, upper: difference + width))
    )
  }
}
