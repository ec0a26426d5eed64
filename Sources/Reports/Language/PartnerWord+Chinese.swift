extension PartnerWord {
  /// The Chinese text.
  var chinese: String {
    switch self {
    case .partners: "自有会员账户的合作方"
    case .partnerTable: "商户间的积分与往来款，方案 {}，各次重复的均值"
    case .partner: "合作方"
    case .partnerReceived: "用我方积分换得的对方积分"
    case .partnerGiven: "换成我方积分的对方积分"
    case .partnerOutstanding: "对方积分余额"
    case .ownOutstanding: "我方积分余额"
    case .ownPayable: "我方应付"
    case .ownReceivable: "对方应付"
    case .whoOwes: "轧差"
    case .weOwe: "我方欠 {}"
    case .partnerOwes: "对方欠 {}"
    case .nobodyOwes: "互不相欠"
    case .partnerNote:
      """
      会员在每家商户各有账户，由同一个引擎处理。谁的积分被换走，谁就付款给发放积分的一方；一方账上的应付就是另一方账上的应收，\
      积分只按约定的兑换比例产生。
      """
    }
  }
}
