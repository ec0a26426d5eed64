internal import IncentiveEngine

/// The step of a journey (M47, M48) that the engine took.
extension StoryWords {
  /// `journey welcome, step 2: message by sms, topic coupon`; nothing for what is no step.
  func journey(_ decision: Decision) -> String? {
    guard let place = decision.journey else { return nil }
    let names = scheme.journeyNames
    let name = names.indices.contains(Int(place.journey)) ? names[Int(place.journey)] : ""
    let step = Int(place.step) + 1
    let what = act(decision)
    return language("journey \(name), step \(step): \(what)", "旅程 \(name) 第 \(step) 步：\(what)")
  }

  private func act(_ decision: Decision) -> String {
    if let message = decision.contact.message {
      return language(
        "message by \(message.channel.name), topic \(message.topic)",
        "\(message.channel.name) 消息，主题 \(message.topic)")
    }
    if decision.staffMinutes > 0 {
      let minutes = decision.staffMinutes
      return language("a guide's task of \(minutes) minutes", "导购任务 \(minutes) 分钟")
    }
    if decision.granted != [] { return language("a coupon", "一张优惠券") }
    return language("a tag", "打标签")
  }
}
