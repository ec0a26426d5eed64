internal import Foundation

/// Where a workbook goes: looked at before the library is let loose, which ignores a full disk while
/// it writes its unnamed files.
struct OutputPlace {
  let path: String

  /// The folder of the path, for the unnamed files.
  var folder: String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  /// Makes the file, empty, and sees that there is room for it.
  func prepare(neededBytes: Int) throws(WorkbookError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw .cannotWrite(path: path, reason: "not a path")
    }
    guard let file = fopen(path, "wb") else {
      throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
    fclose(file)
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
    guard let free = attributes?[.systemFreeSize] as? NSNumber else { return }
    guard free.int64Value >= neededBytes else {
      throw .noSpace(path: path, neededBytes: neededBytes, freeBytes: free.intValue)
    }
  }
}
