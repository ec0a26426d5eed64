internal import Foundation

/// Short names of the two that are compared, and the folder that follows from them.
struct CompareNames {
  /// Labels in tables: the names of the files where they are short and differ, else A and B.
  let first, second: String
  private let stems: (String, String)

  init(_ first: String, _ second: String) {
    stems = (Self.stem(first), Self.stem(second))
    let areShort = [stems.0, stems.1].allSatisfy { $0.count <= Self.longestLabel }
    let areApart = stems.0 != stems.1 && areShort
    self.first = areApart ? stems.0 : "A"
    self.second = areApart ? stems.1 : "B"
  }

  /// assumption: what still fits as the head of a column on a terminal.
  private static let longestLabel = 24

  /// The name of an arm of the first or the second in a run of both.
  func arm(_ name: String, isSecond: Bool) -> String { "\(isSecond ? second : first): \(name)" }

  /// The folder of the report.
  func folder(_ out: String?) -> String {
    guard var out else { return "results/compares/\(stems.0)-\(stems.1)" }
    while out.count > 1, out.hasSuffix("/") { out.removeLast() }
    return out
  }

  /// A file's name without its ending; of a run the folder's name that says which scenario it is of.
  private static func stem(_ path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    guard CompareCommand.isRun(path) else {
      return named(url.deletingPathExtension().lastPathComponent)
    }
    let run = path.hasSuffix(".json") ? url.deletingLastPathComponent() : url
    return named(run.deletingLastPathComponent().lastPathComponent)
  }

  private static func named(_ name: String) -> String {
    ["", "/", ".", ".."].contains(name) ? "run" : name
  }
}
