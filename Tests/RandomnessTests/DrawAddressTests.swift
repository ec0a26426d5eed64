import Randomness
import Testing

struct DrawAddressTests {
  @Test func `campaign and day pack into one occurrence, campaign first`() throws {
    #expect(try Occurrence.campaign(0, day: 0) == 0)
    #expect(try Occurrence.campaign(3, day: 17) == 3 * 65_536 + 17)
    #expect(try Occurrence.campaign(65_535, day: 65_535) == UInt32.max)
  }

  @Test(arguments: [-1, 65_536, Int.max])
  func `a campaign that does not fit is named`(campaign: Int) {
    #expect(throws: DrawAddressError.campaignOutOfRange(campaign: campaign, day: 5)) {
      try Occurrence.campaign(campaign, day: 5)
    }
  }

  @Test(arguments: [-1, 65_536, Int.min])
  func `a day that does not fit is named`(day: Int) {
    #expect(throws: DrawAddressError.dayOutOfRange(campaign: 2, day: day)) {
      try Occurrence.campaign(2, day: day)
    }
  }

  @Test func `the message says what did not fit and what would`() {
    let error = DrawAddressError.dayOutOfRange(campaign: 2, day: 70_000)
    #expect("\(error)" == "day 70000 of campaign 2: days are numbered 0 to 65535")
  }
}
