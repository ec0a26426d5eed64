private import Foundation

#if canImport(Glibc)
private import Glibc
#elseif canImport(Darwin)
private import Darwin
#endif

/// A file that could not be written or read, and why.
public struct FileProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// What was tried, such as "write".
  public let action: String
  /// What the system says.
  public let reason: String
  /// Whether it may go away by itself, as a full disk does.
  public let isTransient: Bool

  /// One line for people.
  public var description: String { "cannot \(action) \(path): \(reason)" }

  /// Creates a problem that somebody else found on the way.
  public init(path: String, action: String, reason: String, isTransient: Bool) {
    self.path = path
    self.action = action
    self.reason = reason
    self.isTransient = isTransient
  }

  static func current(_ action: String, _ path: String) -> FileProblem {
    let transient = [ENOSPC, EDQUOT, EIO, EINTR, EAGAIN, EMFILE, ENFILE]
    return FileProblem(
      path: path, action: action, reason: String(cString: strerror(errno)),
      isTransient: transient.contains(errno))
  }
}

/// Files that are there whole or not at all (D12): written under a temporary name, synced, renamed.
public enum DurableFile {
  /// Writes a file and the folders above it.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    try write(to: path) { temporary throws(FileProblem) in
      try writeSynced(bytes, to: temporary)
    }
  }

  /// Has a file written under a temporary name, and renames it when it is whole.
  public static func write(
    to path: String, by make: (String) throws(FileProblem) -> Void
  ) throws(FileProblem) {
    try makeFolder((path as NSString).deletingLastPathComponent)
    let temporary = "\(path).\(getpid()).partial"
    do throws(FileProblem) {
      try make(temporary)
      try sync(temporary)
      guard rename(temporary, path) == 0 else { throw FileProblem.current("rename", path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Writes text in UTF-8.
  public static func write(_ text: String, to path: String) throws(FileProblem) {
    try write(Array(text.utf8), to: path)
  }

  /// The bytes of a file, or nothing if there is no such file.
  public static func read(_ path: String) throws(FileProblem) -> [UInt8]? {
    guard let data = FileManager.default.contents(atPath: path) else {
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      throw FileProblem(
        path: path, action: "read", reason: "it is no readable file", isTransient: false)
    }
    return [UInt8](data)
  }

  fileprivate static func makeFolder(_ path: String) throws(FileProblem) {
    var isFolder: ObjCBool = false
    guard !path.isEmpty, !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    else {
      guard path.isEmpty || isFolder.boolValue else {
        throw FileProblem(
          path: path, action: "make the folder", reason: "a file is in its place",
          isTransient: false)
      }
      return
    }
    try makeFolder((path as NSString).deletingLastPathComponent)
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw FileProblem.current("make the folder", path)
    }
  }

  private static func writeSynced(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw FileProblem.current("write", path) }
    defer { close(descriptor) }
    var offset = 0
    while offset < bytes.count {
      let written = bytes[offset...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw FileProblem.current("write", path) }
      offset += written
    }
  }

  private static func sync(_ path: String) throws(FileProblem) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw FileProblem.current("sync", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileProblem.current("sync", path) }
  }
}

/// A lock on a folder that another run of the same scenario would have to wait for.
///
/// The system lets go of it when the process ends, however it ends.
public struct FolderLock: ~Copyable, Sendable {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  /// Takes the lock, or gives nothing if somebody has it.
  public static func take(folder: String) throws(FileProblem) -> FolderLock? {
    try DurableFile.makeFolder(folder)
    let path = "\(folder)/lock"
    let descriptor = open(path, O_RDWR | O_CREAT, 0o644)
    guard descriptor >= 0 else { throw FileProblem.current("lock", path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    return FolderLock(descriptor: descriptor)
  }

  deinit { close(descriptor) }
}
