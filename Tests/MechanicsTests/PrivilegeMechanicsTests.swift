import Measurement
import Testing

/// Privileges (M26, M29): the files are sound, and what is given is booked at its cost.
@Suite struct PrivilegeMechanicsTests {
  @Test
  func `M29: boxes, shipping and the hidden can are given at their cost, presales open early`()
    async throws
  {
    let run = try await MechanicRun("M29-privileges")
    run.expectSound()
    let box = try run.arm("box-alone")
    #expect(box[.privileges] > 0 && box[.privilegeCostMinor] == box[.privileges] * 1_200)
    #expect(box.incentiveCostMinor == box[.privilegeCostMinor])
    let all = try run.arm("privileges")
    #expect(all[.privilegeCostMinor] > box[.privilegeCostMinor])
    #expect(all[.rewardCostMinor] == 0 && all[.tierDiscountMinor] == 0)
    #expect(all[.depositsMinor] > (try run.arm("presale-alone"))[.depositsMinor])
    #expect(try run.arm("control")[.privileges] == 0)
  }

  @Test
  func `M26: silver ships free, gold has its own service, and boxes come on birthdays`()
    async throws
  {
    let run = try await MechanicRun("M26-tier-prices")
    run.expectSound()
    let services = try run.arm("services")
    // Each order of silver and gold ships free at ¥8, each of gold has a service for ¥3.
    let gold = try run.orders(inTier: 2, of: "services")
    let shipped = try run.orders(inTier: 1, of: "services") + gold
    let boxes = services[.privileges] - shipped - gold
    #expect(boxes > 0)
    #expect(services[.privilegeCostMinor] == 800 * shipped + 300 * gold + 2_000 * boxes)
    #expect(try run.arm("steep")[.privileges] == 0)
  }
}
