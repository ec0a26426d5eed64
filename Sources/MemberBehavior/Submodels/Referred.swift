internal import PortableMath

// Who was brought by a friend. A friend knows whom a shop suits: referred customers come with a lead
// that fades as the shop learns to know everybody, and leave less, which does not fade (Schmitt, Skiera
// & Van den Bulte 2011, Journal of Marketing 75:46–59; a bank). At a telephone company they left less,
// too, and brought *less* margin (Wolters & Gedenk 2019, Journal of Marketing Behavior 3:335–353): the sign
// is a parameter. The lead is utility, w · e^(−days since joining ÷ τ); staying is a share of the needs,
// or of the moments, at which somebody else would leave. Sizes are assumptions, and nothing of it is on
// unless a preset says so. Off switch: `referred`.
//
// Who has brought a friend has said that the shop is good, and stays: of a telephone company's customers
// 7% left in a year where 19% of like ones did who had made no referral (Garnefeld, Eggert, Helm & Tax
// 2013, Journal of Marketing 77:17–32; matched, no experiment). Off switch: `inviter-loyalty`.

extension ReactionModel {
  /// Whether it matters that a friend brought somebody.
  public var mindsReferral: Bool { referredWeight != 0 }

  /// Utility of fitting the shop that a friend chose for one.
  func referredFit(_ stimulus: Stimulus) -> Double {
    referredWeight > 0 ? referredLead(stimulus) : 0
  }

  /// Utility lost where who is brought fits less than who comes by oneself.
  func referredMisfit(_ stimulus: Stimulus) -> Double {
    referredWeight < 0 ? -referredLead(stimulus) : 0
  }

  /// The share of the times at which a person stays who would leave else.
  public func staying(wasInvited: Bool, hasInvited: Bool) -> Double {
    1 - (1 - (wasInvited ? referredLoyalty : 0)) * (1 - (hasInvited ? inviterLoyalty : 0))
  }

  private func referredLead(_ stimulus: Stimulus) -> Double {
    guard stimulus.daysSinceInvited >= 0 else { return 0 }
    return referredWeight * PortableMath.exp(-stimulus.daysSinceInvited * referredPerDay)
  }
}
