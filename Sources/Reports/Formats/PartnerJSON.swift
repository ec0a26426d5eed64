import Measurement

/// An arm's partners with accounts of their own as JSON, by name: points, and debts in minor units.
enum PartnerJSON {
  static func text(_ tally: ArmTally, names: [String]) -> JSONText {
    .object(
      names.enumerated().map { position, name in
        let figures = MerchantColumn.allCases.map { column in
          (key: "\(column)", value: JSONText.exact(tally.merchant(column, at: position)))
        }
        return (key: name, value: JSONText.object(figures))
      })
  }
}
