import IncentiveEngine
import Measurement
import Quantities
import Scenarios

extension SliceDimension {
  /// What the dimension is called.
  var word: WorldsWord {
    switch self {
    case .segment: .segment
    case .tier: .tier
    case .tenure: .tenure
    case .recencyFrequency: .recencyFrequency
    case .spending: .spending
    }
  }
}

/// What groups of persons are called.
extension Report {
  /// The name of a slice under an arm.
  func sliceName(_ slice: Int, of dimension: SliceDimension, _ arm: Int) -> String {
    switch dimension {
    case .segment: return input.scenario.people.segments[slice].name
    case .tier: return tierName(slice, arm)
    case .tenure: return tenureName(slice)
    case .recencyFrequency:
      let columns = SliceDimension.frequencyEdges.count + 1
      return words(
        WorldsWord.both, recencyName(slice / columns), frequencyName(slice % columns))
    case .spending:
      return spendingName(slice)
    }
  }

  private func tierName(_ slice: Int, _ arm: Int) -> String {
    guard slice > 0 else { return words(WorldsWord.noMember) }
    let names = input.scenario.arms[arm].scheme.tiers?.tiers.map(\.name) ?? []
    return names.indices.contains(slice - 1) ? names[slice - 1] : words(WorldsWord.member)
  }

  private func tenureName(_ slice: Int) -> String {
    let edges = SliceDimension.tenureEdgeDays
    switch slice {
    case 0: return words(WorldsWord.noMember)
    case 1: return words(WorldsWord.newMember, "\(edges[0])")
    case edges.count + 1: return words(WorldsWord.oldMember, "\(edges[edges.count - 1])")
    default: return words(WorldsWord.someMember, "\(edges[slice - 2])", "\(edges[slice - 1] - 1)")
    }
  }

  private func spendingName(_ slice: Int) -> String {
    let edges = SliceDimension.spendingEdgesMinor.map { figures.money(Money(minor: $0)) }
    switch slice {
    case 0: return words(WorldsWord.noSpending)
    case 1: return words(WorldsWord.littleSpending, edges[0])
    case edges.count + 1: return words(WorldsWord.muchSpending, edges[edges.count - 1])
    default: return words(WorldsWord.someSpending, edges[slice - 2], edges[slice - 1])
    }
  }

  func recencyName(_ row: Int) -> String {
    let edges = SliceDimension.recencyEdgeDays
    return row < edges.count
      ? words(WorldsWord.recencyWithin, "\(edges[row])")
      : words(WorldsWord.recencyBeyond, "\(edges[edges.count - 1])")
  }

  func frequencyName(_ column: Int) -> String {
    let edges = SliceDimension.frequencyEdges
    switch column {
    case 0: return words(WorldsWord.noOrders)
    case 1: return words(WorldsWord.oneOrder)
    case edges.count: return words(WorldsWord.ordersFrom, "\(edges[edges.count - 1])")
    default:
      return words(WorldsWord.ordersBetween, "\(edges[column - 1])", "\(edges[column] - 1)")
    }
  }
}
