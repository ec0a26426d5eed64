import IncentiveEngine
import PointsLedger
import Quantities
import Timeline

/// What budgets have paid, counted by hand from decisions alone.
struct CountedBudgets {
  private let scheme: Scheme
  private let accountCount: Int
  /// Used by budget, then by period, then by account.
  private var used: [[Int32: [Int64]]]

  init(_ scheme: Scheme, accountCount: Int) {
    self.scheme = scheme
    self.accountCount = accountCount
    used = scheme.budgets.map { _ in [:] }
  }

  /// Counts an order; the budgets that it has exceeded by so much as a fen.
  ///
  /// - Parameter sign: -1 for a reservation that is given up.
  mutating func count(
    _ decision: Decision, by account: Int, on day: Day, sign: Int64 = 1
  ) -> [Budget] {
    scheme.budgets.enumerated().compactMap { position, budget in
      let amount = amount(budget, decision)
      guard amount > 0 else { return nil }
      let key = budget.firstDay(of: day).index
      var cells = used[position][key] ?? Array(repeating: 0, count: accountCount)
      cells[budget.scope == .member ? account : 0] += sign * amount
      used[position][key] = cells
      return cells[budget.scope == .member ? account : 0] > budget.limit ? budget : nil
    }
  }

  /// What both accounts of a person used counts together from now on.
  mutating func merge(_ other: Int, into account: Int) {
    for (position, budget) in scheme.budgets.enumerated() where budget.scope == .member {
      for (key, cells) in used[position] {
        var cells = cells
        cells[account] += cells[other]
        cells[other] = 0
        used[position][key] = cells
      }
    }
  }

  /// What a budget counts of an order; nothing where the decision does not say, since a budget over
  /// some offers alone counts money that stands nowhere by itself.
  private func amount(_ budget: Budget, _ decision: Decision) -> Int64 {
    let terms = decision.terms
    let hasPoints = budget.rules.isEmpty || budget.rules.contains(Budget.pointsRedeem)
    switch budget.measure {
    case .money:
      guard budget.rules.isEmpty else { return 0 }
      return (terms.promotionDiscount + terms.couponDiscount + decision.spentValue).minor
    case .uses:
      let offers = scheme.offers.indices.filter {
        terms.offers.contains(OfferSet(offer: $0))
          && (budget.rules.isEmpty || budget.rules.contains(scheme.offers[$0].name))
      }
      return Int64(offers.count) + (hasPoints && decision.spentPoints > .zero ? 1 : 0)
    case .pointsIssued: return decision.earnedPoints.count
    case .pointsRedeemed: return decision.spentPoints.count
    case .liability: return 0
    }
  }
}

/// Everything that some accounts hold together, whoever of them holds it.
struct Holdings: Equatable {
  var points: [Int32: Int64] = [:]
  var pending: [Int32: Int64] = [:]
  var owed: Int64 = 0
  var coupons = 0
  var stamps: Int64 = 0

  init(of accounts: [Int], in world: World, on today: Day) {
    for account in accounts {
      for lot in world.accounts.ledger.lots(of: account) where lot.key.expiry >= today {
        let last = lot.key.expiry.index
        if lot.isPending {
          pending[last, default: 0] += lot.points.count
        } else {
          points[last, default: 0] += lot.points.count
        }
      }
      owed += world.accounts.ledger.arrears(account).count
      coupons += world.engine.couponCount(of: account, in: world.accounts, on: today)
      stamps += world.engine.stamps(of: account, in: world.accounts, on: today)
    }
  }

  /// The same with what is owed paid out of the points there are, which a merge does at once.
  func net() -> [Int64] {
    let held = points.values.reduce(0, +)
    return [held - owed, pending.values.reduce(0, +), Int64(coupons), stamps]
  }
}
