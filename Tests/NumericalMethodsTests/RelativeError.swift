/// |actual − expected| over |expected|, or the absolute error when zero is expected.
func relativeError(_ actual: Double, _ expected: Double) -> Double {
  expected == 0 ? abs(actual) : abs(actual - expected) / abs(expected)
}
