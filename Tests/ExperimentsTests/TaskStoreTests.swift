import Foundation
import Measurement
import Testing
import Timeline

@testable import Experiments

@Suite struct TaskStoreTests {
  private let layout = TallyLayout(
    horizon: Horizon(firstDay: Day(index: 20_454), dayCount: 3), historyStart: Day(index: 20_454),
    armCount: 2, segmentCount: 1, tierCount: 1)

  private func tally(orders: Int64) -> Tally {
    var arm = ArmTally(layout: layout)
    arm.add(orders, to: .orders)
    var tally = Tally(layout: layout)
    tally.add(community: [arm, arm], variates: [])
    return tally
  }

  /// A folder of its own for each test, gone afterwards.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("task-store-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func `a finished range is found again, to the last bit`() throws {
    try inFolder { folder in
      let store = TaskStore(folder: folder, layout: layout, runID: "one")
      let range = TaskRange(first: 4, count: 1)
      #expect(store.load(range) == nil)
      try store.save(tally(orders: 7), of: range)
      #expect(store.load(range) == tally(orders: 7))
      store.clear()
      #expect(store.load(range) == nil)
    }
  }

  @Test func `a file of another range, run or length is not believed`() throws {
    try inFolder { folder in
      let store = TaskStore(folder: folder, layout: layout, runID: "one")
      try store.save(tally(orders: 7), of: TaskRange(first: 0, count: 1))
      let path = "\(folder)/0-1.tally"
      try FileManager.default.copyItem(atPath: path, toPath: "\(folder)/1-1.tally")
      #expect(store.load(TaskRange(first: 1, count: 1)) == nil)
      let other = TaskStore(folder: folder, layout: layout, runID: "two")
      #expect(other.load(TaskRange(first: 0, count: 1)) == nil)
      let bytes = try #require(try DurableFile.read(path))
      try DurableFile.write(Array(bytes.dropLast(8)), to: path)
      #expect(store.load(TaskRange(first: 0, count: 1)) == nil)
    }
  }

  @Test func `ranges cover every task once, in at most 64 parts`() {
    for count in [0, 1, 63, 64, 65, 200, 2_000, 12_345] {
      let ranges = TaskRange.split(taskCount: count)
      #expect(ranges.count <= 64)
      #expect(ranges.flatMap { $0.first..<($0.first + $0.count) } == Array(0..<count))
    }
  }

  @Test func `no range holds tasks of two replications where these are kept apart`() {
    for (communities, replications) in [(1, 1), (1, 100), (3, 10), (8, 2), (1_000, 10), (65, 64)] {
      let count = communities * replications
      let ranges = TaskRange.split(taskCount: count, replications: replications)
      #expect(ranges.flatMap { $0.first..<($0.first + $0.count) } == Array(0..<count))
      #expect(ranges.count <= 64 + replications)
      for range in ranges {
        #expect(range.first / communities == (range.first + range.count - 1) / communities)
      }
    }
  }

  @Test func `a file is there whole or not at all, and says why it is not`() throws {
    try inFolder { folder in
      try DurableFile.write("whole", to: "\(folder)/a/b.txt")
      #expect(try DurableFile.read("\(folder)/a/b.txt") == Array("whole".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/a") == ["b.txt"])
      // A file where a folder should be does not go away by itself.
      let problem = #expect(throws: FileProblem.self) {
        try DurableFile.write("never", to: "\(folder)/a/b.txt/c.txt")
      }
      #expect(problem?.isTransient == false)
    }
  }

  @Test func `a folder has one owner at a time`() throws {
    try inFolder { folder in
      guard let lock = try FolderLock.take(folder: folder) else {
        Issue.record("nobody else has the folder")
        return
      }
      #expect(try Self.canTake(folder) == false)
      _ = consume lock
      #expect(try Self.canTake(folder))
    }
  }

  private static func canTake(_ folder: String) throws -> Bool {
    guard let lock = try FolderLock.take(folder: folder) else { return false }
    _ = consume lock
    return true
  }
}
