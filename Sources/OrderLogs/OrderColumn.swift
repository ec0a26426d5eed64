/// What a column of an order file can mean.
public enum OrderColumn: String, Sendable, Hashable, CaseIterable {
  /// Who bought; required.
  case customer
  /// The date, with or without a time; required.
  case date
  /// The amount paid; required. A negative amount is a refund.
  case amount
  /// The time of day, if it stands apart from the date.
  case time
  /// The order's own number.
  case order
  /// Points spent on the order.
  case pointsRedeemed = "points-redeemed"
  /// A flag that says the row is a refund.
  case refund
  /// The number of the order that a refund gives back; a row that has one is a refund.
  case refundOf = "refund-of"
  /// The coupon used.
  case coupon

  /// The columns that every file needs.
  static let required: [OrderColumn] = [.customer, .date, .amount]

  /// Header names that mean the column, most telling first, in lower case without spaces or signs.
  var names: [String] {
    switch self {
    case .customer:
      [
        "customer", "customerid", "custid", "member", "memberid", "user", "userid", "buyer",
        "buyerid", "account", "accountid", "openid", "会员", "会员号", "会员id", "客户", "客户编号",
      ]
    case .date:
      [
        "date", "orderdate", "purchasedate", "transactiondate", "invoicedate", "datetime",
        "timestamp", "day", "createdat", "paidat", "日期", "订单日期", "下单日期", "下单时间",
      ]
    case .amount:
      [
        "amount", "amountpaid", "total", "ordertotal", "ordervalue", "orderamount", "spend",
        "revenue", "sales", "dollars", "value", "monetary", "实付金额", "金额", "订单金额",
      ]
    case .time: ["time", "ordertime", "timeofday", "时间"]
    case .order:
      [
        "order", "orderid", "orderno", "ordernumber", "invoice", "invoiceno", "transactionid",
        "订单号", "订单编号",
      ]
    case .pointsRedeemed:
      ["pointsredeemed", "redeemedpoints", "pointsused", "pointsspent", "使用积分", "抵扣积分"]
    case .refund: ["refund", "isrefund", "refunded", "退款", "是否退款"]
    case .refundOf: ["refundof", "refundoforder", "originalorder", "原订单号"]
    case .coupon:
      ["coupon", "couponcode", "couponid", "voucher", "promocode", "discountcode", "优惠券"]
    }
  }

  /// A header name as ``names`` spells it.
  static func normalized(_ name: some StringProtocol) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

/// Which column of the file to take for a meaning.
public enum ColumnChoice: Sendable, Hashable {
  /// The column with this header name; case, spaces and signs do not matter.
  case name(String)
  /// The column at this place, counted from 1.
  case number(Int)
}
