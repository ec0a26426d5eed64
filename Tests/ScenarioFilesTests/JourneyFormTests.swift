import Foundation
import IncentiveEngine
import Scenarios
import Testing

@testable import ScenarioFiles

/// Journeys (M47, M48): how they are written, and each wrong key found at its place, with a hint.
@Suite struct JourneyFormTests {
  private static func text(when: String = "joining", step: String = "send: sms") -> String {
    """
    scenario: Journeys
    horizon: { from: 2026-01-01, days: 30, zone: Asia/Shanghai }
    currency: CNY
    seed: 1
    people: { members: 100, segments: [{ name: all, share: 100%, use: cdnow }] }
    economics: { margin: 35%, message-cost: { wecom: ¥0.01, sms: ¥0.05 }, staff-minute: ¥1 }
    scheme:
      tiers: [{ name: base }, { name: gold, from: ¥500 spend }]
      tags: { list: [{ name: S, active-within: 7 days }, { name: seen, given: by journeys }] }
      coupons: [{ name: c, grant: as a reward, valid: 5 days, off: ¥5 }]
      automation:
        - name: j
          when: \(when)
          steps:
            - { \(step) }
    """
  }

  private func journey(when: String = "joining", step: String = "send: sms") throws -> Journey {
    let file = try ScenarioFile.read(text: Self.text(when: when, step: step), name: "x").get()
    return try #require(file.scenario.arms[1].scheme.journeys.first)
  }

  @Test(arguments: [
    ("joining", JourneyTrigger.joining), ("first order", .firstOrder), ("order", .order),
    ("unpaid 48 hours", .unpaid(minutes: 2880)), ("unpaid 30 minutes", .unpaid(minutes: 30)),
    ("silent 30 days", .silence(days: 30)), ("silent 2 weeks", .silence(days: 14)),
    ("tagged S", .tagged(0)), ("birthday", .birthday(daysBefore: 0)),
    ("7 days before birthday", .birthday(daysBefore: 7)),
    ("3 days before own cycle", .ownCycle(daysBefore: 3)),
    ("2 days before the end of c", .couponEnding(offer: 0, daysBefore: 2)),
  ])
  func `triggers can be written`(text: String, trigger: JourneyTrigger) throws {
    #expect(try journey(when: text).trigger == trigger)
  }

  @Test func `steps can be written`() throws {
    let sms = JourneyMessage(channel: .sms, kind: .service, topic: .care)
    let table: [(text: String, step: JourneyStep)] = [
      ("send: sms", .send(sms)),
      (
        "send: wecom, coupon: c, unread: sms after 48 hours",
        .send(
          JourneyMessage(
            channel: .wecom, kind: .promotional, topic: .coupon, coupon: 0,
            fallback: JourneyMessage.Fallback(channel: .sms, minutes: 2880)))
      ),
      (
        "send: sms, topic: content, kind: transactional",
        .send(JourneyMessage(channel: .sms, kind: .transactional, topic: .content))
      ),
      ("wait: 3 days", .wait(minutes: 4320)), ("grant: c", .grant(offer: 0)),
      ("tag: seen", .tag(1)),
      ("task: 5 minutes", .task(minutes: 5)), ("end: here", .end),
      (
        "if: opened, then: [{ end: here }], else: [{ send: sms }]",
        .branch(.opened, then: [.end], otherwise: [.send(sms)])
      ),
      (
        "if: tier gold, then: [{ grant: c }]",
        .branch(.tier(1), then: [.grant(offer: 0)], otherwise: [])
      ),
      ("if: tagged S", .branch(.tagged(0), then: [], otherwise: [])),
      ("if: holds c", .branch(.holds(offer: 0), then: [], otherwise: [])),
    ]
    for (text, step) in table { #expect(try journey(step: text).steps == [step], "\(text)") }
  }

  @Test(arguments: [
    ("joined", "send: sms", 13, "does not begin a journey"),
    ("tagged T", "send: sms", 13, "unknown tag \"T\""),
    ("2 days before the end of d", "send: sms", 13, "unknown coupon \"d\""),
    ("3 days before easter", "send: sms", 13, "\"easter\" is nothing to be before of"),
    ("silent 5 hours", "send: sms", 13, "silence is stated in days"),
    ("tagged seen", "send: sms", 13, "waits for a tag that journeys give"),
    ("joining", "send: fax", 15, "\"fax\" is not a channel"),
    ("joining", "send: sms, wait: 3 days", 15, "the step does 2 things at once"),
    ("joining", "topic: care", 15, "\"topic\" belongs to a message"),
    ("joining", "grant: d", 15, "unknown coupon \"d\""),
    ("joining", "tag: S", 15, "a tag that members come into by themselves"),
    ("joining", "wait: 3 months", 15, "write minutes, hours, days or weeks"),
    ("joining", "if: tier silver", 15, "unknown tier \"silver\""),
    ("joining", "then: [{ end: here }]", 15, "\"then\" needs a condition"),
    ("joining", "send: sms, unread: sms after 2 days", 15, "falls back to the channel"),
  ])
  func `what is wrong with them is found where it stands`(
    when: String, step: String, line: Int, message: String
  ) throws {
    let text = Self.text(when: when, step: step)
    let found = try #require(problems(of: text, name: "x.yaml"))
    #expect(found.problems.map(\.line) == [line], "\(found.rendered)")
    #expect(found.rendered.contains(message), "\(found.rendered)")
  }

  @Test func `tasks of guides need what a minute costs`() throws {
    let text = Self.text(step: "task: 5 minutes")
      .replacingOccurrences(of: ", staff-minute: ¥1", with: "")
    let found = try #require(problems(of: text, name: "x.yaml"))
    #expect(found.problems.map(\.line) == [6], "\(found.rendered)")
    #expect(found.rendered.contains("state what a minute of theirs costs"), "\(found.rendered)")
  }
}
