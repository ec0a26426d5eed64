internal import IncentiveEngine
internal import Quantities

/// The privileges (M29) that an order or the calendar brought.
extension StoryWords {
  /// A line a privilege, with what it is worth together on the first.
  func privileges(_ decision: Decision) -> [String] {
    let names = scheme.privilegeNames.enumerated().compactMap { position, name in
      decision.privileges.contains(PrivilegeSet(privilege: position)) ? name : nil
    }
    guard !names.isEmpty else { return [] }
    let worth = currency.text(decision.privilegeValue)
    let list = language.list(names)
    return [
      language("privileges: \(list), worth \(worth)", "会员权益：\(list)，价值 \(worth)")
    ]
  }
}
