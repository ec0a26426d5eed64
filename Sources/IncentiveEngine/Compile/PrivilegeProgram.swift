import PointsLedger
import Quantities
import Timeline

/// One privilege as the engine runs it.
struct PrivilegeProgram: Sendable {
  var rule: RuleID
  var occasion: Privilege.Occasion?
  /// By how many days presales open early.
  var earlyDays = 0
  var tier = 0
  /// Money to pay in a year; zero for none.
  var spend: Int64 = 0
  /// Orders to place in a month; zero for none.
  var orders: Int64 = 0
  var cost: Int64
  var value: Int64
  /// The offers of which an order uses one, one bit each; all bits if any order will do.
  var offers = UInt16.max
  /// Whether it comes with orders, and where the items stand that it is for; none for all.
  var isWithOrders = false
  var items = 0..<0
  /// Where what members pay, and how often they order, is counted; shared by a scheme's privileges.
  var paid: PeriodSlot?
  var placed: PeriodSlot?
}

extension ProgramTable {
  /// Lays out the privileges of one scheme; their counters are there only if one looks at them.
  mutating func appendPrivileges(
    of compiled: CompiledScheme, to program: inout SchemeProgram, _ slots: inout SlotAllocation
  ) {
    let list = compiled.scheme.privileges
    program.firstPrivilege = Int32(privileges.count)
    program.privilegeCount = UInt8(list.count)
    if list.contains(where: { $0.condition.yearSpend != nil }) {
      program.yearSpend = slots.periodCounter(.year)
    }
    if list.contains(where: { $0.condition.monthOrders != nil }) {
      program.monthOrders = slots.periodCounter(.month)
    }
    for (position, privilege) in list.enumerated() {
      var compiledPrivilege = PrivilegeProgram(
        rule: compiled.rule(privilege: position),
        tier: privilege.condition.tier ?? 0, spend: privilege.condition.yearSpend?.minor ?? 0,
        orders: Int64(privilege.condition.monthOrders ?? 0), cost: privilege.cost.minor,
        value: privilege.value.minor, paid: program.yearSpend, placed: program.monthOrders)
      if let presale = privilege.condition.presale {
        compiledPrivilege.offers = 1 << UInt16(presale)
      }
      switch privilege.kind {
      case .perOrder: compiledPrivilege.isWithOrders = true
      case .hidden(let items):
        compiledPrivilege.isWithOrders = true
        compiledPrivilege.items = privilegeItems.count..<privilegeItems.count + items.count
        privilegeItems += items
      case .box(let occasion): compiledPrivilege.occasion = occasion
      case .earlyAccess(let days): compiledPrivilege.earlyDays = days
      }
      privileges.append(compiledPrivilege)
    }
  }
}
