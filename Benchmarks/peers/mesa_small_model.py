"""The small model of Benchmarks/README.md in Mesa 3, as its tutorials teach: one agent a member."""

import argparse
import json
import math
import sys
import time
from collections import deque

import mesa

DAYS = 365
LIFE_DAYS = 180
REWARD_POINTS = 1000
AMOUNT_LOG_MEAN = math.log(100) - 0.18
AMOUNT_LOG_DEVIATION = 0.6


class Member(mesa.Agent):
    """A member with a rate of its own, fatigue, and dated lots of points."""

    def __init__(self, model):
        super().__init__(model)
        self.rate = self.random.gammavariate(2, 1 / 60)
        self.fatigue = 0.0
        self.balance = 0
        self.lots = deque()  # [day, points], oldest first

    def step(self):
        model = self.model
        if model.push_today:
            self.fatigue += 0.1
        self.expire()
        probability = self.rate * math.exp(-self.fatigue)
        if self.balance >= REWARD_POINTS:
            probability *= 1.3
        if model.in_window:
            probability *= 1.5
        if self.random.random() < probability:
            self.order()
        self.fatigue *= 0.95

    def expire(self):
        lots = self.lots
        while lots and lots[0][0] + LIFE_DAYS <= self.model.day:
            points = lots.popleft()[1]
            self.balance -= points
            self.model.expired += points

    def order(self):
        model = self.model
        amount = self.random.lognormvariate(AMOUNT_LOG_MEAN, AMOUNT_LOG_DEVIATION)
        pay = 0.9 * amount if model.in_window else amount
        model.orders += 1
        model.revenue += pay
        if self.balance >= REWARD_POINTS and self.random.random() < 0.5:
            self.redeem(REWARD_POINTS)
        points = int(pay)
        self.lots.append([model.day, points])
        self.balance += points
        model.issued += points
        if self.random.random() < 0.02:
            model.stranded += self.held_points()
            self.remove()

    def redeem(self, points):
        self.model.redeemed += points
        self.balance -= points
        while points > 0:
            lot = self.lots[0]
            taken = min(points, lot[1])
            lot[1] -= taken
            points -= taken
            if lot[1] == 0:
                self.lots.popleft()

    def held_points(self):
        return sum(points for _, points in self.lots)


class SmallModel(mesa.Model):
    """A year of members who buy, collect points and tire of pushes."""

    def __init__(self, members, seed=None):
        super().__init__(seed=seed)
        self.day = 0
        self.orders = self.issued = self.redeemed = self.expired = self.stranded = 0
        self.revenue = 0.0
        Member.create_agents(self, members)

    def step(self):
        self.push_today = self.day % 7 == 0
        self.in_window = self.day % 7 < 3
        self.agents.do("step")  # members do not meet, so no shuffling is needed
        self.day += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()

    start = time.perf_counter()
    model = SmallModel(arguments.members, seed=arguments.seed)
    for _ in range(DAYS):
        model.step()
    seconds = time.perf_counter() - start

    outstanding = sum(member.held_points() for member in model.agents)
    used = model.redeemed + model.expired + model.stranded
    identity = model.issued == used + outstanding
    members = arguments.members
    print(json.dumps({
        "implementation": "mesa",
        "members": members,
        "days": DAYS,
        "seconds": seconds,
        "member_days_per_second": members * DAYS / seconds,
        "orders": model.orders / members,
        "revenue": model.revenue / members,
        "redeemed": model.redeemed / members,
        "expired": model.expired / members,
        "active_end": len(model.agents) / members,
        "identity": identity,
    }))
    return 0 if identity else 1


if __name__ == "__main__":
    sys.exit(main())
