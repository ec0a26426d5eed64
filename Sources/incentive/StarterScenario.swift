/// What `incentive init` writes.
enum StarterScenario {
  /// The text of `scenarios/starter.yaml`; a test holds the two against each other.
  static let text = """
    # yaml-language-server: $schema=../schema/scenario.json
    # A first scenario: one store chain, one points program, one question.
    # Every key is explained in docs/scenario-reference.md.
    scenario: Do points pay?
    horizon: { from: 2026-01-01, days: 12 months, zone: Asia/Shanghai }
    currency: CNY
    seed: 1                    # another seed is another draw of luck

    people:
      members: 20_000
      prospects: 10_000        # may join when they buy
      start: { base: { history: 1 year, scheme: none } }
      segments:                # shares sum to 100%
        - { name: regulars,   share: 70%, use: grocery }
        - { name: occasional, share: 30%, use: discretionary }

    economics:
      margin: 30%
      message-cost: { wecom: ¥0.01 }

    scheme:
      points:
        earn: 1 per ¥1         # on money actually paid
        redeem: 100 points = ¥1
        expire: { after: 6 months, at: month-end }
        warn: { day: 25 }

    arms:                      # every arm faces the same people with the same luck
      control:  { scheme: none }
      points:   {}
      generous: { set: { scheme.points.redeem: 100 points = ¥2 } }

    expect:
      - { metric: net-value-per-member, role: goal, of: points, against: control, direction: up }
      - { metric: opt-out-rate, role: guardrail, at-most: 2% }
    """ + "\n"
}
