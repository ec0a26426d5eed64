"""The small model of Benchmarks/README.md in NumPy: all members at once, day by day.

--mode textbook  the formulas as columns: fatigue, balance and probability of every member and day
--mode tuned     single-precision uniforms, buffers reused, and a ceiling on the probability first,
                 so that only the few members below it are looked at closely
"""

import argparse
import json
import math
import sys
import time

import numpy as np

DAYS = 365
LIFE_DAYS = 180
REWARD_POINTS = 1000
AMOUNT_LOG_MEAN = math.log(100) - 0.18
AMOUNT_LOG_DEVIATION = 0.6


class Members:
    """The columns that both modes share, and everything that happens once somebody orders.

    Redemption and expiry both use points up oldest first. So a lot need only remember where it
    ends on its member's line of points ever issued, and `used` says how far that line is used up.
    """

    def __init__(self, count, seed):
        self.random = np.random.Generator(np.random.SFC64(seed))
        self.rate = self.random.gamma(2, 1 / 60, count)
        self.active = np.ones(count, dtype=bool)
        self.balance = np.zeros(count, dtype=np.int32)
        self.used = np.zeros(count, dtype=np.int32)
        self.batches = []  # of each day: (members who ordered, where their new lots end)
        self.orders = self.issued = self.redeemed = self.expired = self.stranded = 0
        self.revenue = 0.0

    def expire(self, day):
        if day < LIFE_DAYS:
            return
        who, ends = self.batches[day - LIFE_DAYS]
        self.batches[day - LIFE_DAYS] = None
        stays = self.active[who]
        who, ends = who[stays], ends[stays]
        left = np.maximum(ends - self.used[who], 0)
        self.used[who] += left
        self.balance[who] -= left
        self.expired += int(left.sum())

    def order(self, who, in_window):
        random, count = self.random, len(who)
        pay = random.lognormal(AMOUNT_LOG_MEAN, AMOUNT_LOG_DEVIATION, count)
        if in_window:
            pay *= 0.9
        balance = self.balance[who]
        redeems = (balance >= REWARD_POINTS) & (random.random(count) < 0.5)
        taken = REWARD_POINTS * redeems.astype(np.int32)
        points = pay.astype(np.int32)
        balance += points - taken
        self.balance[who] = balance
        used = self.used[who] + taken
        self.used[who] = used
        self.batches.append((who.astype(np.int32), used + balance))
        self.orders += count
        self.revenue += float(pay.sum())
        self.issued += int(points.sum())
        self.redeemed += int(taken.sum())
        leaves = random.random(count) < 0.02
        self.active[who[leaves]] = False
        self.stranded += int(balance[leaves].sum())

    def outstanding(self):
        """What the living lots of active members still hold, counted lot by lot."""
        points, start = 0, self.used.copy()
        for who, ends in (batch for batch in self.batches if batch is not None):
            left = np.maximum(ends - start[who], 0)
            points += int(left[self.active[who]].sum())
            start[who] += left
        return points


def run_textbook(members):
    fatigue = np.zeros(len(members.rate))
    for day in range(DAYS):
        in_window = day % 7 < 3
        if day % 7 == 0:
            fatigue += 0.1
        members.expire(day)
        probability = members.rate * np.exp(-fatigue)
        probability[members.balance >= REWARD_POINTS] *= 1.3
        if in_window:
            probability *= 1.5
        drawn = members.random.random(len(probability)) < probability
        members.order(np.flatnonzero(drawn & members.active), in_window)
        fatigue *= 0.95


def run_tuned(members):
    count = len(members.rate)
    rate = members.rate.astype(np.float32)
    uniform = np.empty(count, dtype=np.float32)
    ceiling = np.empty(count, dtype=np.float32)
    below = np.empty(count, dtype=bool)
    fatigue = 0.0  # everybody gets the same pushes
    for day in range(DAYS):
        in_window = day % 7 < 3
        if day % 7 == 0:
            fatigue += 0.1
        members.expire(day)
        factor = math.exp(-fatigue) * (1.5 if in_window else 1)
        members.random.random(out=uniform, dtype=np.float32)
        np.multiply(rate, np.float32(1.3 * factor), out=ceiling)
        np.less(uniform, ceiling, out=below)
        below &= members.active
        who = np.flatnonzero(below)
        boost = np.where(members.balance[who] >= REWARD_POINTS, 1.3, 1.0)
        members.order(who[uniform[who] < rate[who] * factor * boost], in_window)
        fatigue *= 0.95


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mode", choices=("textbook", "tuned"), default="textbook")
    parser.add_argument("--members", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()

    start = time.perf_counter()
    members = Members(arguments.members, arguments.seed)
    run = run_textbook if arguments.mode == "textbook" else run_tuned
    run(members)
    seconds = time.perf_counter() - start

    used = members.redeemed + members.expired + members.stranded
    identity = members.issued == used + members.outstanding()
    count = arguments.members
    print(json.dumps({
        "implementation": "numpy-" + arguments.mode,
        "members": count,
        "days": DAYS,
        "seconds": seconds,
        "member_days_per_second": count * DAYS / seconds,
        "orders": members.orders / count,
        "revenue": members.revenue / count,
        "redeemed": members.redeemed / count,
        "expired": members.expired / count,
        "active_end": float(members.active.mean()),
        "identity": identity,
    }))
    return 0 if identity else 1


if __name__ == "__main__":
    sys.exit(main())
