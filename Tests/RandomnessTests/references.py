#!/usr/bin/env python3
"""Rewrites the tables of RandomnessTests (needs NumPy, SciPy and mpmath).

distributions.csv  name, critical chi-square value (p = 0.0001), mean, variance, excess kurtosis,
                   edges of the bins, probabilities of the bins (one more than the edges)
addresses.csv      seed, replication, subject, purpose, occurrence, attempt, the block's four
                   words, the first and second uniform: from the Philox written below
functions.csv      function, argument, second argument, value: from mpmath at 60 digits
"""

import pathlib
import random

import numpy as np
from mpmath import erfinv, log, loggamma, mp, mpf, sqrt
from scipy import stats

HERE = pathlib.Path(__file__).parent
mp.dps = 60

# Equal steps of 2%, and the tails in finer ones.
LEVELS = np.concatenate([[0.001, 0.005], np.arange(0.02, 0.99, 0.02), [0.995, 0.999]])


def write(name, rows):
    (HERE / name).write_text("\n".join(",".join(map(str, row)) for row in rows) + "\n")


def spread(values):
    return " ".join(repr(float(value)) for value in values)


def distribution_row(name, law, edges):
    levels = np.concatenate([[0], law.cdf(edges), [1]])
    probabilities = np.diff(levels)
    critical = stats.chi2.ppf(1 - 1e-4, len(edges))
    moments = law.stats(moments="mvk")
    return [name, *(repr(float(v)) for v in (critical, *moments)), spread(edges),
            spread(probabilities)]


def continuous(name, law):
    edges = np.unique(law.ppf(LEVELS))
    # Above this a beta value of small shape is rounded to 1 too coarsely to compare.
    if name.startswith("beta"):
        edges = edges[edges < 1 - 1e-9]
    return distribution_row(name, law, edges)


def discrete(name, law):
    edges, last = [], 0.0
    for count in range(int(law.ppf(1 - 1e-9)) + 1):
        if law.cdf(count) - last > 0.01 and law.sf(count) > 0.001:
            edges.append(count + 0.5)
            last = law.cdf(count)
    return distribution_row(name, law, np.array(edges))


def distributions():
    rows = [continuous("uniform", stats.uniform()),
            continuous("exponential 0.25", stats.expon(scale=4)),
            continuous("normal 3 2", stats.norm(3, 2)),
            continuous("lognormal 1 0.5", stats.lognorm(0.5, scale=np.exp(1)))]
    for stages in (1, 2, 3, 4, 16, 40):
        rows.append(continuous(f"erlang {stages} 2", stats.gamma(stages, scale=0.5)))
    for shape in (0.05, 0.243, 0.5, 0.999, 1, 2.5, 6.25, 50):
        rows.append(continuous(f"gamma {shape} 2", stats.gamma(shape, scale=0.5)))
    for a, b in ((0.793, 2.426), (0.05, 0.05), (1, 1), (2, 3), (0.3, 5), (40, 60)):
        rows.append(continuous(f"beta {a} {b}", stats.beta(a, b)))
    for mean in (0.1, 1, 3, 9.99, 10, 15, 30, 10000):
        rows.append(discrete(f"poisson {mean}", stats.poisson(mean)))
    rows.append(discrete("integer 6", stats.randint(0, 6)))
    rows.append(discrete("bernoulli 0.3", stats.bernoulli(0.3)))
    return rows


def philox(counter, key, rounds=10):
    """Philox4x32 from the description in Salmon et al. 2011."""
    c, k = list(counter), list(key)
    for _ in range(rounds):
        a, b = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(b >> 32) ^ c[1] ^ k[0], b % 2**32, (a >> 32) ^ c[3] ^ k[1], a % 2**32]
        k = [(k[0] + 0x9E3779B9) % 2**32, (k[1] + 0xBB67AE85) % 2**32]
    return c


def addresses():
    generator = random.Random(1)
    rows = []
    for index in range(60):
        if index < 4:
            seed, parts = index % 2, [index // 2, 0, 0, 0, 0]
        else:
            seed, parts = generator.getrandbits(64), [generator.getrandbits(32) for _ in range(5)]
        replication, *counter = parts
        key = philox([replication, 0, 0, 0], [seed % 2**32, seed >> 32])[:2]
        words = philox(counter, key)
        # The middle of one of 2^52 cells.
        uniforms = [((high * 2**32 + low) // 2**12 + 0.5) / 2**52
                    for low, high in (words[:2], words[2:])]
        rows.append([seed, *parts, *words, *map(repr, uniforms)])
    return rows


def functions():
    generator = random.Random(2)
    rows = []
    probabilities = [2.0**-53, 1 - 2.0**-53, 1e-12, 1e-11, 1e-5, 0.075, 0.0750000001, 0.3, 0.7,
                     0.925, 0.99, 1 - 1e-5]
    probabilities += [generator.random() for _ in range(60)]
    probabilities += [10 ** generator.uniform(-15.9, -1) for _ in range(60)]
    for p in probabilities:
        value = sqrt(mpf(2)) * erfinv(2 * mpf(p) - 1)
        rows.append(["normalQuantile", repr(p), "", repr(float(value))])
    for mean in (0.1, 3.7, 10.0, 30.25, 10000.0, 2.0e9):
        middle = int(mean)
        for count in {0, 1, 2, 5, 15, 16, 17, 40, middle, middle // 2, int(middle * 1.01) + 1,
                      int(mean + 5 * mean**0.5)}:
            value = count * log(mpf(mean)) - mpf(mean) - loggamma(count + 1)
            rows.append(["logPoisson", count, repr(mean), repr(float(value))])
    return rows


write("distributions.csv", distributions())
write("addresses.csv", addresses())
write("functions.csv", functions())
