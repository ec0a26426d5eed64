import PointsLedger
import Quantities
import Testing
import Timeline

struct LedgerStoryTests {
  @Test func `points are earned, spent and expire at the end of their last day`() throws {
    try _ = Story(
      """
      date       | what happens                | outcome            | active | pending | transfers
      2026-01-31 | earn 120 2026-01/2026-02-28 | posted             | 120    | 0 | 120 of 2026-01/2026-02-28 issued
      2026-02-10 | spend 50                    | posted             | 70     | 0 | 50 of 2026-01/2026-02-28 spent
      2026-02-28 | spend 20                    | posted             | 50     | 0 | 20 of 2026-01/2026-02-28 spent
      2026-03-01 | spend 1                     | activeInsufficient | 0      | 0 | 50 of 2026-01/2026-02-28 expired 2026-03-01
      """)
  }

  @Test func `one month after 31 January is the last day of February`() throws {
    let earned = try Story.day("2026-01-31")
    let lot = LotKey(
      vintage: Month(earned), expiry: earned.adding(months: 1), funding: .purchase, rule: .none)
    #expect(Story.text(lot) == "2026-01/2026-02-28")
    #expect(try Story.text(lot) == Story.text(Story.lot("2026-01/2026-02-28")))
  }

  @Test func `an expiry is dated by its lot, however late it is noticed`() throws {
    try _ = Story(
      """
      date       | what happens                | outcome | active | pending | transfers
      2026-01-05 | earn 10 2026-01/2026-01-31  | posted  | 10     | 0 | 10 of 2026-01/2026-01-31 issued
      2026-01-06 | earn 20 2026-01/2026-03-31  | posted  | 30     | 0 | 20 of 2026-01/2026-03-31 issued
      2026-01-07 | earn 40 2026-01/never       | posted  | 70     | 0 | 40 of 2026-01/never issued
      2027-06-15 | look                        | posted  | 40     | 0 | 10 of 2026-01/2026-01-31 expired 2026-02-01; 20 of 2026-01/2026-03-31 expired 2026-04-01
      2027-06-16 | look                        | posted  | 40     | 0 |
      """)
  }

  @Test func `the soonest expiring points are spent first, whatever order they came in`() throws {
    try _ = Story(
      """
      date       | what happens                | outcome | active | pending | transfers
      2026-01-10 | earn 100 2026-01/2026-12-31 | posted  | 100    | 0 | 100 of 2026-01/2026-12-31 issued
      2026-02-10 | earn 50 2026-02/2026-06-30  | posted  | 150    | 0 | 50 of 2026-02/2026-06-30 issued
      2026-03-10 | earn 30 2026-03/never       | posted  | 180    | 0 | 30 of 2026-03/never issued
      2026-03-20 | spend 70                    | posted  | 110    | 0 | 50 of 2026-02/2026-06-30 spent; 20 of 2026-01/2026-12-31 spent
      2026-03-21 | spend 100                   | posted  | 10     | 0 | 80 of 2026-01/2026-12-31 spent; 20 of 2026-03/never spent
      """)
  }

  @Test func `ties go to the older vintage, then purchase before promotion, then the earlier rule`()
    throws
  {
    try _ = Story(
      """
      date       | what happens                                    | outcome | active | pending | transfers
      2026-03-01 | earn 1 2026-03/2026-12-31                       | posted | 1 | 0 | 1 of 2026-03/2026-12-31 issued
      2026-03-01 | earn 2 2026-02/2026-12-31/partner/rule 1        | posted | 3 | 0 | 2 of 2026-02/2026-12-31/partner/rule 1 issued
      2026-03-01 | earn 3 2026-02/2026-12-31/promotional/rule 9    | posted | 6 | 0 | 3 of 2026-02/2026-12-31/promotional/rule 9 issued
      2026-03-01 | earn 4 2026-02/2026-12-31/promotional/rule 2    | posted | 10 | 0 | 4 of 2026-02/2026-12-31/promotional/rule 2 issued
      2026-03-02 | spend 10 | posted | 0 | 0 | 4 of 2026-02/2026-12-31/promotional/rule 2 spent; 3 of 2026-02/2026-12-31/promotional/rule 9 spent; 2 of 2026-02/2026-12-31/partner/rule 1 spent; 1 of 2026-03/2026-12-31 spent
      """)
  }

  @Test func `spending is all or nothing`() throws {
    try _ = Story(
      """
      date       | what happens               | outcome            | active | pending | transfers
      2026-01-10 | earn 99 2026-01/2026-12-31 | posted             | 99     | 0 | 99 of 2026-01/2026-12-31 issued
      2026-01-11 | spend 100                  | activeInsufficient | 99     | 0 |
      2026-01-11 | spend 99                   | posted             | 0      | 0 | 99 of 2026-01/2026-12-31 spent
      """)
  }

  @Test func `promised points cannot be spent until they are activated`() throws {
    try _ = Story(
      """
      date       | what happens                   | outcome             | active | pending | transfers
      2026-01-10 | promise 80 2026-01/2026-12-31  | posted              | 0      | 80 | 80 of 2026-01/2026-12-31 promised
      2026-01-11 | spend 1                        | activeInsufficient  | 0      | 80 |
      2026-01-25 | activate 50 2026-01/2026-12-31 | posted              | 50     | 30 | 50 of 2026-01/2026-12-31 activated
      2026-01-26 | cancel 31 2026-01/2026-12-31   | pendingInsufficient | 50     | 30 |
      2026-01-26 | cancel 30 2026-01/2026-12-31   | posted              | 50     | 0  | 30 of 2026-01/2026-12-31 taken back
      2026-01-27 | spend 50                       | posted              | 0      | 0  | 50 of 2026-01/2026-12-31 spent
      """)
  }

  @Test func `promised points expire too, and spending passes them over`() throws {
    try _ = Story(
      """
      date       | what happens                   | outcome    | active | pending | transfers
      2026-01-10 | promise 80 2026-01/2026-01-31  | posted     | 0      | 80 | 80 of 2026-01/2026-01-31 promised
      2026-01-10 | earn 20 2026-01/2026-02-28     | posted     | 20     | 80 | 20 of 2026-01/2026-02-28 issued
      2026-01-11 | spend 5                        | posted     | 15     | 80 | 5 of 2026-01/2026-02-28 spent
      2026-02-01 | activate 80 2026-01/2026-01-31 | lotExpired | 15     | 0  | 80 of 2026-01/2026-01-31 expired 2026-02-01
      """)
  }

  @Test func `a refund gives spent points back to their lot while it lives`() throws {
    try _ = Story(
      """
      date       | what happens                  | outcome              | active | pending | transfers
      2026-01-10 | earn 60 2026-01/2026-03-31    | posted               | 60     | 0 | 60 of 2026-01/2026-03-31 issued
      2026-03-01 | spend 60                      | posted               | 0      | 0 | 60 of 2026-01/2026-03-31 spent
      2026-03-31 | restore 25 2026-01/2026-03-31 | posted               | 25     | 0 | 25 of 2026-01/2026-03-31 given back
      2026-04-01 | restore 35 2026-01/2026-03-31 | lotExpired           | 0      | 0 | 25 of 2026-01/2026-03-31 expired 2026-04-01
      2026-04-01 | restore 35 2026-01/2026-04-30 | posted               | 35     | 0 | 35 of 2026-01/2026-04-30 given back
      2026-04-01 | restore 1 2026-01/2026-04-30  | redeemedInsufficient | 35     | 0 |
      """)
  }

  @Test func `a refund takes earned points from their own lot first, then the soonest`() throws {
    try _ = Story(
      """
      date       | what happens                    | outcome            | active | pending | transfers
      2026-01-10 | earn 40 2026-01/2026-06-30      | posted             | 40     | 0 | 40 of 2026-01/2026-06-30 issued
      2026-02-10 | earn 40 2026-02/2026-07-31      | posted             | 80     | 0 | 40 of 2026-02/2026-07-31 issued
      2026-02-12 | claw-back 55 2026-02/2026-07-31 | posted             | 25     | 0 | 40 of 2026-02/2026-07-31 taken back; 15 of 2026-01/2026-06-30 taken back
      2026-02-13 | claw-back 26 2026-02/2026-07-31 | activeInsufficient | 25     | 0 |
      2026-02-13 | claw-back 25 2026-02/2026-07-31 | posted             | 0      | 0 | 25 of 2026-01/2026-06-30 taken back
      """)
  }

  @Test func `corrections by hand go both ways`() throws {
    try _ = Story(
      """
      date       | what happens                  | outcome            | active | pending | transfers
      2026-01-01 | adjust 500 2025-12/2026-06-30 | posted             | 500    | 0 | 500 of 2025-12/2026-06-30 adjusted in
      2026-01-02 | earn 10 2026-01/2026-01-31    | posted             | 510    | 0 | 10 of 2026-01/2026-01-31 issued
      2026-01-03 | adjust -30 2026-01/2026-06-30 | posted             | 480    | 0 | 10 of 2026-01/2026-01-31 adjusted out; 20 of 2025-12/2026-06-30 adjusted out
      2026-01-04 | adjust -481 2026-01/never     | activeInsufficient | 480    | 0 |
      2026-01-04 | adjust 0 2026-01/never        | amountNotPositive  | 480    | 0 |
      """)
  }

  @Test func `an extended lot lives to its new last day`() throws {
    try _ = Story(
      """
      date       | what happens                          | outcome            | active | pending | transfers
      2026-01-10 | earn 40 2026-01/2026-01-31            | posted             | 40     | 0 | 40 of 2026-01/2026-01-31 issued
      2026-01-10 | earn 2 2026-01/2026-02-28             | posted             | 42     | 0 | 2 of 2026-01/2026-02-28 issued
      2026-01-31 | extend 2026-02-28 2026-01/2026-01-31  | posted             | 42     | 0 | 40 of 2026-01/2026-01-31 adjusted out; 40 of 2026-01/2026-02-28 adjusted in
      2026-02-01 | extend 2026-03-31 2026-01/2026-01-31  | lotExpired         | 42     | 0 |
      2026-02-01 | extend 2026-03-31 2026-02/2026-02-28  | activeInsufficient | 42     | 0 |
      2026-02-28 | spend 42                              | posted             | 0      | 0 | 42 of 2026-01/2026-02-28 spent
      """)
  }

  @Test func `points of one month, expiry, funding and rule are one lot`() throws {
    let story = try Story(
      """
      date       | what happens                           | outcome | active | pending | transfers
      2026-01-10 | earn 1 2026-01/2026-12-31              | posted  | 1      | 0 | 1 of 2026-01/2026-12-31 issued
      2026-01-20 | earn 2 2026-01/2026-12-31              | posted  | 3      | 0 | 2 of 2026-01/2026-12-31 issued
      2026-01-20 | earn 4 2026-01/2026-12-31/promotional  | posted  | 7      | 0 | 4 of 2026-01/2026-12-31/promotional issued
      2026-01-20 | promise 8 2026-01/2026-12-31           | posted  | 7      | 8 | 8 of 2026-01/2026-12-31 promised
      """)
    let lots = story.ledger.lots(of: 0)
    #expect(lots.filter { !$0.isPending }.map(\.points.count) == [3, 4])
    #expect(lots.filter(\.isPending).map(\.points.count) == [8])
  }
}
