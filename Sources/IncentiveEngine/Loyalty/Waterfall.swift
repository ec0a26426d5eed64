public import Quantities

/// An order from its list price down to what is paid, and then what it earns: a step a rule.
///
/// The steps stand in the order in which the engine considers the rules, those that did nothing
/// included. Each step says what is left after it, so that the last one's figures are the order's.
public struct Waterfall: Sendable, Hashable {
  /// One rule's part.
  public struct Step: Sendable, Hashable {
    /// What the rule did, or why not.
    public var finding: RuleFinding
    /// What is left to pay after it.
    public var left: Money
    /// Points earned so far.
    public var earned: Points
    /// Growth value counted so far.
    public var growth: Points
  }

  /// The list price.
  public let list: Money
  /// A step a rule.
  public let steps: [Step]

  /// Lets the findings of an order act on its list price one after another.
  public init(list: Money, findings: [RuleFinding]) {
    self.list = list
    var (left, earned, growth) = (list, Points.zero, Points.zero)
    steps = findings.map { finding in
      if finding.outcome == .applied {
        switch finding.stage {
        case .price, .payment: left -= finding.money
        case .earning: earned += finding.points
        case .growth: growth += finding.points
        }
      }
      return Step(finding: finding, left: left, earned: earned, growth: growth)
    }
  }

  /// What is paid in money.
  public var paid: Money { steps.last?.left ?? list }
  /// Points that the order earns.
  public var earned: Points { steps.last?.earned ?? .zero }
  /// Growth value that the order counts.
  public var growth: Points { steps.last?.growth ?? .zero }
}
