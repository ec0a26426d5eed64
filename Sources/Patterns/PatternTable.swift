extension Pattern {
  /// The patterns that the model is held against, in the order of the table of regularities.
  ///
  /// Bands and citations are those of that table; where its test says more than the band does, the
  /// test's conditions stand here as well.
  public static let all: [Pattern] =
    (base + goals + [demotion] + points + coupons + messages + referrals + growth).sorted {
      $0.number < $1.number
    }

  private var number: Int { Int(id.dropFirst()) ?? 0 }

  private static let growth = [diffusion]
}
