public import Measurement
public import PointsLedger
internal import Quantities
internal import Timeline

/// Listens to the ledger of one community under one arm, and keeps the arm's tally.
public struct ArmRecorder: TransferSink, Sendable {
  /// The arm's tally of this community.
  public var tally: ArmTally
  private var outstanding: OutstandingSeries
  private let horizonStart: Minute

  init(layout: TallyLayout) {
    tally = ArmTally(layout: layout)
    outstanding = OutstandingSeries(over: layout.horizon)
    horizonStart = layout.horizon.start
  }

  /// Books a transfer by month and vintage, by day, and in the outstanding series.
  public mutating func record(_ transfer: Transfer) {
    outstanding.record(transfer)
    let layout = tally.layout
    guard transfer.minute < layout.horizon.end else { return }
    if transfer.source == .arrears || transfer.target == .arrears { recordDebt(transfer) }
    if transfer.source == .redemption, transfer.target == .breakage { recordExpired(transfer) }
    guard transfer.source.isMember != transfer.target.isMember else { return }
    let points = transfer.target.isMember ? transfer.points.count : -transfer.points.count
    let column = transfer.movement
    add(points, to: column, transfer)
    guard transfer.minute >= horizonStart else { return }
    let day = layout.horizon.firstDay.distance(to: transfer.minute.day)
    switch column {
    case .issued:
      tally.add(points, to: .pointsIssued)
      tally.add(points, to: .pointsIssued, day: day)
    case .redeemed where points > 0: tally.add(points, to: .pointsRestored)
    case .redeemed:
      tally.add(-points, to: .pointsRedeemed)
      tally.add(-points, to: .pointsRedeemed, day: day)
    case .expired: tally.add(-points, to: .pointsExpired)
    case .clawedBack: tally.add(-points, to: .pointsClawedBack)
    case .adjusted: break
    }
  }

  /// Books points that expired while they were set aside for an order that was never paid: not spent
  /// after all, but expired.
  private mutating func recordExpired(_ transfer: Transfer) {
    let points = transfer.points.count
    add(points, to: .redeemed, transfer)
    add(-points, to: .expired, transfer)
    guard transfer.minute >= horizonStart else { return }
    tally.add(points, to: .pointsRestored)
    tally.add(points, to: .pointsExpired)
  }

  /// Adds to how the points of a transfer's vintage move in its month, or before the horizon.
  private mutating func add(_ points: Int64, to column: MovementColumn, _ transfer: Transfer) {
    let layout = tally.layout
    let month =
      transfer.minute >= horizonStart ? layout.monthPosition(of: Month(transfer.minute.day)) : -1
    let vintage = max(0, layout.firstVintage.distance(to: transfer.lot.vintage))
    tally.add(points, to: column, month: month, vintage: vintage)
  }

  /// Books what members owe: more when points are taken back that are not there, less when they pay.
  private mutating func recordDebt(_ transfer: Transfer) {
    let points = transfer.points.count
    tally.add(transfer.source == .arrears ? points : -points, to: .pointsOwed)
  }

  /// Books the outstanding points of every day, once the community's days are over.
  mutating func closeSeries() {
    for (day, points) in outstanding.daily.enumerated() {
      tally.add(points, to: .pointsOutstanding, day: day)
    }
    tally.add(outstanding.daily.last ?? 0, to: .pointsOutstanding)
  }
}

extension Transfer {
  /// What the transfer is in a roll-forward: issues count up, all others down; movements between
  /// a member's own accounts are none.
  fileprivate var movement: MovementColumn {
    switch target.isMember ? source : target {
    case .issuancePurchase, .issuancePromotional, .issuancePartner: .issued
    case .redemption: .redeemed
    case .breakage: .expired
    // What is owed counts as taken back when it is paid: until then it is not among what is held.
    case .clawback, .arrears: .clawedBack
    case .adjustment, .memberActive, .memberPending: .adjusted
    }
  }
}
