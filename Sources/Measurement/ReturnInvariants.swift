/// What returned orders undo is part of what orders did.
extension ArmTally {
  /// List price − reductions − points of what came back = money given back; none exceeds the orders'.
  func checkReturns(_ list: inout ViolationList) {
    let law = "returns"
    list.equal(
      self[.returnedListMinor] - self[.undoneDiscountMinor] - self[.undoneRedeemedMinor],
      self[.refundedMinor], law, "list − discounts − points of what came back, given back")
    list.atMost(
      self[.undoneDiscountMinor], sum(of: TallyColumn.discounts), law, "discounts undone, given")
    for (undone, done) in [
      (TallyColumn.returnedOrders, TallyColumn.orders), (.returnedListMinor, .listMinor),
      (.returnedGoodsMinor, .goodsMinor), (.refundedMinor, .paidMinor),
      (.undoneRedeemedMinor, .redeemedMinor), (.couponsReturned, .couponsUsed),
    ] {
      list.atMost(self[undone], self[done], law, "\(undone), \(done)")
    }
  }
}
