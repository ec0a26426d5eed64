public import Measurement

/// One number of an arm's scheme that is looked for before a run, so that a metric of the arm, such
/// as its cost, is that of another arm.
public struct Equalization: Sendable, Hashable {
  /// The value that was found, and what was measured there.
  public struct Found: Sendable, Hashable {
    /// The value, as a scenario file states it.
    public var text: String
    /// The arm's metric there, in its unit: minor units for money.
    public var value: Double
    /// The other arm's metric.
    public var reference: Double
    /// Runs of a smaller population that came first.
    public var smallRuns: Int
    /// Members of those; nothing if there were none.
    public var smallMembers: Int?
    /// Runs of the whole population.
    public var fullRuns: Int
    /// The next value of the parameter, on the other side, where none is near enough.
    public var neighbor: Neighbor?

    /// Creates what was found.
    public init(
      text: String, value: Double, reference: Double, smallRuns: Int, smallMembers: Int?,
      fullRuns: Int, neighbor: Neighbor? = nil
    ) {
      self.text = text
      self.value = value
      self.reference = reference
      self.smallRuns = smallRuns
      self.smallMembers = smallMembers
      self.fullRuns = fullRuns
      self.neighbor = neighbor
    }
  }

  /// A value beside the one found.
  public struct Neighbor: Sendable, Hashable {
    /// The value, as a scenario file states it.
    public var text: String
    /// The arm's metric there.
    public var value: Double

    /// Creates a neighbor.
    public init(text: String, value: Double) {
      self.text = text
      self.value = value
    }
  }

  /// The arm whose scheme has the number.
  public var arm: String
  /// The arm whose metric is to be met; it may be control.
  public var target: String
  /// What is to be equal.
  public var metric: Metric
  /// Where the number stands, such as `scheme.coupons.spring.share`.
  public var path: String
  /// The values that it may have.
  public var grid: NumberGrid
  /// The difference that is left at most, as a share of the other arm's metric.
  public var within: Double
  /// Members of the smaller population that is looked at first; nothing lets the search choose.
  public var firstMembers: Int?
  /// Where the range stands in the file: line and column, from 1.
  public var place: Place
  /// What was found; nothing before the search.
  public var found: Found?

  /// A line and a column, from 1.
  public struct Place: Sendable, Hashable {
    /// The line.
    public var line: Int
    /// The column.
    public var column: Int

    /// Creates a place.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// What a difference is allowed to be where a file says nothing: half a percent.
  public static let usualWithin = 0.005

  /// Creates an equalization that is not yet found.
  public init(
    arm: String, target: String, metric: Metric = .incentiveCostPerMember, path: String,
    grid: NumberGrid, within: Double = usualWithin, firstMembers: Int? = nil,
    place: Place = Place(line: 1, column: 1)
  ) {
    self.arm = arm
    self.target = target
    self.metric = metric
    self.path = path
    self.grid = grid
    self.within = within
    self.firstMembers = firstMembers
    self.place = place
  }

  /// Members of the smaller population that is looked at first, and nothing where the whole is small.
  ///
  /// assumption: an eighth of the people places the value well enough to need a run or two of all,
  /// and fewer than two communities say too little of it.
  public func smallMembers(of people: People) -> Int? {
    if let firstMembers { return firstMembers < people.memberCount ? firstMembers : nil }
    let members = max(2 * people.membersPerCommunity, people.memberCount / 8)
    return members <= people.memberCount / 2 ? members : nil
  }
}

extension Array<Equalization> {
  /// Those first that others wait for: an arm is equalized once its target is; nothing where some
  /// wait for each other.
  public var inOrder: [Equalization]? {
    var waiting = self
    var ordered: [Equalization] = []
    while !waiting.isEmpty {
      let names = waiting.map(\.arm)
      guard let next = waiting.firstIndex(where: { !names.contains($0.target) }) else { return nil }
      ordered.append(waiting.remove(at: next))
    }
    return ordered
  }
}
