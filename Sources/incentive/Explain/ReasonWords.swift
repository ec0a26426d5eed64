internal import IncentiveEngine

/// Every reason of the engine in plain words; the compiler asks for those of a new one.
extension Language {
  func words(_ refusal: Refusal) -> String {
    switch refusal {
    case .none: self("granted", "已给予")
    case .notAMember: self("not a member", "不是会员")
    case .alreadyAMember: self("a member already", "已经是会员")
    case .notFound: self("no such rule", "没有这条规则")
    case .notRunning: self("not running on this day", "当天不在活动期内")
    case .notHeld: self("no such coupon held", "未持有此券")
    case .alreadyHeld: self("held already", "已持有同种券")
    case .notInAudience: self("not for this member", "不面向该会员")
    case .noMatchingItem: self("for items that are not in the basket", "购物篮中没有适用商品")
    case .belowThreshold: self("basket below the threshold", "未达到门槛")
    case .tooFewItems: self("too few items", "件数不足")
    case .notCombinable: self("does not combine", "不可叠加")
    case .outranked: self("another offer of its group goes before it", "同组已有其他优惠优先")
    case .pointsNotSpendable:
      self("points cannot be spent on this basket", "此单不能使用积分")
    case .capReached: self("as many taken as each may in this period", "本期已达个人上限")
    case .stockOut: self("none left", "已发完")
    case .coolingDown: self("too soon after the last time", "间隔时间未到")
    case .pointsMissing: self("not enough points", "积分不足")
    case .budgetExhausted: self("its budget is used up", "预算已用完")
    case .orderUnknown: self("no such order", "无此订单")
    case .returnTooLate: self("too late to return it", "已过退货期")
    case .returnedAlready: self("returned already", "已全部退货")
    case .returnTooLarge: self("more than is left of the order", "超出可退范围")
    case .accountsDiffer: self("not two accounts of one scheme", "不是同一方案下的两个账户")
    case .reservationUnknown:
      self("no such reservation, or it has run out", "无此预留，或预留已失效")
    case .frequencyCapped: self("as many messages sent as may be", "已达触达频次上限")
    case .quietHours: self("no messages at this hour", "处于免打扰时段")
    case .optedOut: self("opted out of messages by this channel", "已退订该渠道")
    case .inviterUnknown: self("who invites is no member", "邀请人不是会员")
    case .sameAsAdvocate:
      self("who invites and who is invited are one person", "邀请人与被邀请人为同一人")
    case .invitedAlready: self("has joined by invitation before", "已通过邀请注册过")
    case .fraudHold: self("held until a day or a review", "已冻结，待到期或人工审核")
    case .velocity: self("too many in this time", "该时段内次数过多")
    case .linkedAccounts:
      self("accounts of one device or address have had theirs", "同设备或同地址账户已享受")
    case .refundLoop: self("too much of the last orders was returned", "近期订单退货过多")
    case .referralRing:
      self("the invitation leads back to the same person", "邀请链回到同一人")
    case .reviewDenied: self("a review did not clear the account", "人工审核未通过")
    }
  }

  /// Why a rule did nothing; nothing if it took part.
  func words(_ outcome: RuleFinding.Outcome) -> String? {
    switch outcome {
    case .applied: nil
    case .notNeeded:
      self("the least to pay is reached without it", "不用它也已是最低应付")
    case .notChosen: self("the member kept them", "会员选择保留")
    case .refused(let refusal): words(refusal)
    }
  }

  func words(_ refusal: InboxRefusal) -> String {
    switch refusal {
    case .idReused:
      self("known under this name with other content", "同一编号的内容与先前不同")
    case .tooLate: self("later than the watermark allows", "迟到超过水位线")
    case .calendarMoment: self("a moment of the program's own calendar", "属于计划自身的日程")
    case .unknownAccount: self("no such account", "没有这个账户")
    case .unsoundBasket: self("a basket that cannot be added up", "购物篮无法合计")
    }
  }
}
