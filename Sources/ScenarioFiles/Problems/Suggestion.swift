/// Finds the word that was probably meant.
enum Suggestion {
  /// The known word nearest to what was written, if one is near enough to be meant.
  ///
  /// Distance is that of Damerau and Levenshtein (optimal string alignment); near enough is one
  /// change for every three characters, at least one. Ties go to the earlier known word.
  static func nearest(to written: String, among known: [String]) -> String? {
    let target = Array(written.lowercased().prefix(64))
    var best: (word: String, distance: Int)?
    for word in known {
      let distance = distance(target, Array(word.lowercased()))
      if distance < best?.distance ?? .max { best = (word, distance) }
    }
    guard let best, best.distance <= max(1, min(target.count, best.word.count) / 3) else {
      return nil
    }
    return best.word
  }

  /// A hint that names the nearest known word, or else lists the known ones.
  static func hint(for written: String, among known: [String]) -> String? {
    if let word = nearest(to: written, among: known) { return "did you mean \"\(word)\"?" }
    guard !known.isEmpty else { return nil }
    let shown = known.prefix(16).joined(separator: ", ")
    return "known here: \(shown)\(known.count > 16 ? ", …" : "")"
  }

  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for i in 0..<left.count {
      var current = [i + 1]
      for j in 0..<right.count {
        let change = left[i] == right[j] ? 0 : 1
        var cost = min(previous[j] + change, previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
