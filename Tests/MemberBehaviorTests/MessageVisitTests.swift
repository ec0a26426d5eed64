import MemberBehavior
import Testing

/// Visits that messages bring: impulses, or a share of them visits like any other.
@Suite struct MessageVisitTests {
  private func acceptance(_ conversion: Double, utility: Double, hasLapsed: Bool = false) -> Double
  {
    reaction([.visitConversion: conversion])
      .acceptance(of: .message, utility: utility, hasLapsed: hasLapsed)
  }

  @Test func `with nothing offered a visit of one's own converts one time in ten`() {
    #expect(acceptance(0, utility: 0) == 0)
    #expect(close(acceptance(0.5, utility: 0), 0.05))
    #expect(close(acceptance(1, utility: 0), 0.1))
  }

  @Test func `twice the odds by hand`() {
    // σ(c + ln 2) = 2/9 ÷ (1 + 2/9) = 2/11; an impulse (2/11 − 1/10) ÷ 9/10 = 1/11.
    let utility = 0.693_147_180_559_945_3
    #expect(close(acceptance(1, utility: utility), 2.0 / 11))
    #expect(close(acceptance(0, utility: utility), 1.0 / 11))
    #expect(close(acceptance(0.5, utility: utility), 1.5 / 11))
  }

  @Test func `wear keeps visitors away, and after lapse a tenth is left`() {
    #expect(acceptance(1, utility: -1) < 0.1 && acceptance(1, utility: -1) > 0)
    #expect(close(acceptance(1, utility: 0, hasLapsed: true), 0.01))
  }

  @Test func `the mark decides as the share says`() {
    let model = reaction([.visitConversion: 1])
    #expect(model.acceptsMessageVisit(mark: 0.0999, utility: 0, hasLapsed: false))
    #expect(!model.acceptsMessageVisit(mark: 0.1001, utility: 0, hasLapsed: false))
    let off = reaction([.visitConversion: 1], off: [.messageVisits])
    #expect(!off.acceptsMessageVisit(mark: 0.0001, utility: 0, hasLapsed: false))
  }
}
