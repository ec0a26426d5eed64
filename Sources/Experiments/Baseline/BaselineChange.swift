internal import Statistics

extension BaselineFile {
  /// The change from an entry of this baseline to that of a run.
  ///
  /// Equal whole numbers are a change of exactly nothing. Otherwise the interval adds the squares of
  /// both half-widths, as if the runs were independent; runs of one seed share most of their luck,
  /// so their true interval is narrower.
  func change(
    from old: BaselineEntry, to new: BaselineEntry
  ) -> (difference: Double, confidence: ConfidenceSet) {
    if old.numerator == new.numerator, old.denominator == new.denominator {
      return (0, .bounded(Interval(lower: 0, upper: 0)))
    }
    let difference = new.value - old.value
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
