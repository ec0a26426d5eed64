import Quantities

extension Scheme {
  /// What is wrong with privileges.
  var privilegeProblems: [SchemeProblem] {
    var list = ProblemList()
    list.require(
      privileges.count <= Self.maximumPrivilegeCount, "privileges",
      "a scheme has at most \(Self.maximumPrivilegeCount) privileges")
    list.requireUnique(privileges.map(\.name), "privileges")
    for privilege in privileges {
      let path = "privileges.\(privilege.name)"
      list.check(privilege.condition, tierCount: tiers?.tiers.count ?? 0, path)
      list.require(amount: privilege.cost.minor, "\(path).cost")
      list.require(amount: privilege.value.minor, "\(path).worth")
      list.check(privilege, path)
      check(privilege, path, &list)
      if case .earlyAccess = privilege.kind {
        list.require(
          offers.indices.contains { deposit(ofOffer: $0) != nil }, path,
          "opens presales early, but the scheme has none")
      }
    }
    return list.problems
  }

  /// Whether what asks for a presale's balance comes with an order that can pay one.
  private func check(_ privilege: Privilege, _ path: String, _ list: inout ProblemList) {
    guard let presale = privilege.condition.presale else { return }
    list.require(
      deposit(ofOffer: presale) != nil, "\(path).presale", "there is no such presale")
    switch privilege.kind {
    case .perOrder, .hidden: return
    case .box, .earlyAccess:
      list.require(false, "\(path).presale", "only what comes with an order looks at its balance")
    }
  }
}

extension ProblemList {
  fileprivate mutating func check(
    _ condition: Privilege.Condition, tierCount: Int, _ path: String
  ) {
    if let tier = condition.tier {
      require((0..<tierCount).contains(tier), "\(path).tier", "there is no such tier")
    }
    if let spend = condition.yearSpend {
      require(amount: spend.minor, "\(path).spend")
      require(spend > .zero, "\(path).spend", "must be above zero")
    }
    if let orders = condition.monthOrders {
      require((1...1000).contains(orders), "\(path).orders", "must be 1 to 1000 orders")
    }
  }

  fileprivate mutating func check(_ privilege: Privilege, _ path: String) {
    if case .earlyAccess(let days) = privilege.kind {
      require(
        (1...Scheme.maximumEarlyDays).contains(days), "\(path).days",
        "must be 1 to \(Scheme.maximumEarlyDays) days")
      require(
        privilege.cost == .zero && privilege.value == .zero, "\(path).worth",
        "early access costs nothing; what it is worth lies in the presale")
    } else {
      require(privilege.value > .zero, "\(path).worth", "must be above zero")
    }
    if case .hidden(let items) = privilege.kind {
      require(!items.isEmpty, "\(path).items", "needs at least one item")
    }
  }
}
