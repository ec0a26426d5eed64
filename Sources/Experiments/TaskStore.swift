internal import Crypto
private import Foundation
public import Measurement

/// A run of tasks: communities of all replications, numbered through; a task is one community in
/// one replication under all arms.
public struct TaskRange: Sendable, Hashable {
  /// The first task.
  public let first: Int
  /// How many tasks.
  public let count: Int

  /// Splits so many tasks into at most 64 ranges of one size, whatever the number of threads: a
  /// killed run finds its finished ranges again.
  public static func split(taskCount: Int) -> [TaskRange] {
    split(taskCount: taskCount, size: max(1, (taskCount + 63) / 64))
  }

  /// Splits the tasks of each replication by themselves, so that no range holds tasks of two.
  public static func split(taskCount: Int, replications: Int) -> [TaskRange] {
    let whole = max(1, taskCount / max(1, replications))
    let size = min(whole, max(1, (taskCount + 63) / 64))
    return stride(from: 0, to: taskCount, by: whole).flatMap { first in
      split(taskCount: min(whole, taskCount - first), size: size).map {
        TaskRange(first: first + $0.first, count: $0.count)
      }
    }
  }

  private static func split(taskCount: Int, size: Int) -> [TaskRange] {
    stride(from: 0, to: taskCount, by: size).map {
      TaskRange(first: $0, count: min(size, taskCount - $0))
    }
  }
}

/// Tallies of finished tasks, kept in a folder until the run is whole.
///
/// A file is believed only if its hash fits the run, the range, the shape of the tally and every
/// byte: a file that was moved, mixed in from another run or cut off is done again.
public struct TaskStore: Sendable {
  private let folder: String
  private let layout: TallyLayout
  private let runID: String

  /// A store of one run.
  public init(folder: String, layout: TallyLayout, runID: String) {
    self.folder = folder
    self.layout = layout
    self.runID = runID
  }

  /// The tally of a range that was finished before, if it is there whole.
  public func load(_ range: TaskRange) -> Tally? {
    guard let bytes = (try? DurableFile.read(path(of: range))) ?? nil, bytes.count > Self.hashLength
    else { return nil }
    let body = Array(bytes[Self.hashLength...])
    guard hash(of: body, range) == Array(bytes[..<Self.hashLength]),
      let tally = Tally(layout: layout, storedBytes: body), tally.communityCount == range.count
    else { return nil }
    return tally
  }

  /// Keeps the tally of a finished range.
  public func save(_ tally: Tally, of range: TaskRange) throws(FileProblem) {
    let body = tally.storedBytes
    try DurableFile.write(hash(of: body, range) + body, to: path(of: range))
  }

  /// Forgets everything, once the run is whole and its results are written.
  public func clear() {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static let hashLength = 32

  private func hash(of body: [UInt8], _ range: TaskRange) -> [UInt8] {
    let head =
      "\(runID) \(range.first) \(range.count) \(layout) \(TallyColumn.allCases)"
      + " \(ChannelColumn.allCases) \(FatigueColumn.allCases) \(ControlVariate.allCases)"
    var hash = SHA256()
    hash.update(data: Array(head.utf8))
    hash.update(data: body)
    return Array(hash.finalize())
  }

  private func path(of range: TaskRange) -> String {
    "\(folder)/\(range.first)-\(range.count).tally"
  }
}
