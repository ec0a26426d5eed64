import Quantities
import Timeline

/// Merges the orders of one customer on one day, as customer-base models count them.
public enum SameDayOrders {
  private struct Key: Hashable {
    var customer: String
    var day: Day
    var coupon: String?
  }

  /// One row a customer and day: the first order of the day with the amounts and points of all.
  ///
  /// Refunds stay as they are, and so do orders with different coupons. The merged row keeps the
  /// line, order number and time of the first; rows keep the places of the first of each.
  public static func merged(_ rows: [OrderRow]) -> [OrderRow] {
    var places: [Key: Int] = [:]
    var merged: [OrderRow] = []
    for row in rows {
      let key = Key(customer: row.customer, day: row.day, coupon: row.coupon)
      guard row.kind == .purchase, let place = places[key] else {
        if row.kind == .purchase { places[key] = merged.count }
        merged.append(row)
        continue
      }
      merged[place].add(row)
    }
    return merged
  }
}

extension OrderRow {
  fileprivate mutating func add(_ other: OrderRow) {
    amount += other.amount
    if let points = other.pointsRedeemed {
      pointsRedeemed = (pointsRedeemed ?? .zero) + points
    }
  }
}
