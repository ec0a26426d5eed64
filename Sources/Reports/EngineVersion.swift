/// What made a report: the version of the program and of its engine's semantics.
public struct EngineVersion: Sendable, Hashable {
  /// The program's version.
  public var program: String
  /// The version of the engine's semantics: another one may give other numbers.
  public var semantics: Int

  /// Creates a version.
  public init(program: String, semantics: Int) {
    self.program = program
    self.semantics = semantics
  }

  func text(in language: ReportLanguage) -> String {
    "\(program)" + language(", semantics ", "，语义版本 ") + "\(semantics)"
  }
}
