#!/usr/bin/env python3
"""Reference values and polynomial coefficients of PortableMath (needs mpmath).

references.py               rewrites references.csv beside this file
references.py coefficients  prints the polynomials of Sources/PortableMath

A row of the table is: function, bits of x, bits of y (pow only), bits of the correctly rounded
result, as 16 hexadecimal digits. Points are special values, edges of the domain and of the
argument reductions, points where the result is small, and points from a fixed seed.
"""

import math
import pathlib
import random
import struct
import sys

from mpmath import atanh, chebyfit, exp, expm1, floor, ldexp, log, log1p, mp, mpf, sqrt

mp.prec = 4000  # 1 + e^-745 and 1 + 2^-1074 keep every bit

SMALLEST = 5e-324
LARGEST = sys.float_info.max
INFINITY = math.inf


def bits(value):
    # One NaN stands for all.
    pattern = struct.unpack("<Q", struct.pack("<d", value))[0]
    return "7ff8000000000000" if math.isnan(value) else f"{pattern:016x}"


def rounded(value):
    """The double nearest to an mpf, ties to even, with subnormals and overflow."""
    if value == 0:
        return 0.0
    sign = -1.0 if value < 0 else 1.0
    size = abs(value)
    exponent = max(int(floor(log(size, 2))), -1022) - 52
    steps = ldexp(size, -exponent)
    whole = int(floor(steps))
    rest = steps - whole
    if rest > mpf(1) / 2 or (rest == mpf(1) / 2 and whole % 2 == 1):
        whole += 1
    try:
        return sign * math.ldexp(whole, exponent)
    except OverflowError:
        return sign * INFINITY


def neighbors(x):
    return [math.nextafter(x, -INFINITY), x, math.nextafter(x, INFINITY)]


def exponential(x):
    if math.isnan(x) or x == INFINITY:
        return x
    return 0.0 if x < -800 else INFINITY if x > 800 else rounded(exp(mpf(x)))


def exponential_less_one(x):
    if math.isnan(x) or x == INFINITY or x == 0:
        return x
    return -1.0 if x < -800 else INFINITY if x > 800 else rounded(expm1(mpf(x)))


def logistic(x):
    if math.isnan(x):
        return x
    return 0.0 if x < -800 else 1.0 if x > 800 else rounded(1 / (1 + exp(-mpf(x))))


def logarithm(x):
    if math.isnan(x) or x < 0:
        return math.nan
    if x == 0:
        return -INFINITY
    return x if x == INFINITY else rounded(log(mpf(x)))


def logarithm_of_one_plus(x):
    if math.isnan(x) or x < -1:
        return math.nan
    if x == -1:
        return -INFINITY
    return x if x in (0, INFINITY) else rounded(log1p(mpf(x)))


def power(x, y):
    try:
        special = math.pow(x, y)  # C's special values
    except OverflowError:
        special = None
    except ValueError:
        # Python raises where C returns NaN (negative base) or an infinity (zero base).
        if x != 0:
            return math.nan
        odd = math.fmod(y, 2) in (1, -1)
        return math.copysign(INFINITY, x) if odd else INFINITY
    plain = x != 0 and y != 0 and all(math.isfinite(v) for v in (x, y))
    if not plain:
        return special
    sign = -1 if x < 0 and math.fmod(y, 2) in (1, -1) else 1
    exponent = mpf(y) * log(abs(mpf(x)))
    if abs(exponent) > 800:
        return sign * (INFINITY if exponent > 0 else 0.0)
    return sign * rounded(exp(exponent))


def one_argument_points(seed):
    generator = random.Random(seed)
    specials = [0.0, -0.0, SMALLEST, -SMALLEST, 2.0**-1022, LARGEST, -LARGEST]
    specials += [INFINITY, -INFINITY, math.nan, 0.5, 2.0, 3.0, 10.0, -1e-300, 1e-300]
    for edge in (1.0, -1.0, 2.0**-54, -(2.0**-54), math.sqrt(0.5), math.sqrt(2)):
        specials += neighbors(edge)
    anywhere = [struct.unpack("<d", struct.pack("<Q", generator.getrandbits(64)))[0]
                for _ in range(40)]
    return generator, specials + anywhere


def exponential_points(seed):
    generator, points = one_argument_points(seed)
    for edge in (709.782712893384, -745.1332191019412, -708.3964185322641, 707.0, -707.0, 40.0,
                 -40.0, -38.0, 0.34657359027997264, -0.34657359027997264, 36.7, -36.7):
        points += neighbors(edge)
    points += [generator.uniform(-745, 709) for _ in range(100)]
    points += [generator.uniform(-745, -708) for _ in range(30)]
    return points + [generator.uniform(-2, 2) for _ in range(100)]


def logarithm_points(seed):
    generator, points = one_argument_points(seed)
    for edge in (-0.2928, 0.4142, -0.5, 2.0**53):
        points += neighbors(edge)
    points += [generator.getrandbits(52) * SMALLEST for _ in range(20)]
    points += [math.ldexp(generator.uniform(0.5, 1), generator.randint(-1021, 1024))
               for _ in range(80)]
    points += [generator.uniform(0.5, 2) for _ in range(80)]
    points += [generator.uniform(-1, 1) for _ in range(60)]
    return points + [1 + generator.uniform(-1e-6, 1e-6) for _ in range(40)]


def power_points(seed):
    generator = random.Random(seed)
    bases = [0.0, 0.5, 1.0, 2.0, 7.0, SMALLEST, LARGEST, INFINITY]
    bases += [-base for base in bases] + [math.nan]
    exponents = [0.0, 0.5, 1.0, 2.0, 3.0, 2.5, 1023.0, 1074.0, 2.0**52 + 1, 2.0**53, 1e300]
    exponents += [SMALLEST, INFINITY]
    exponents += [-exponent for exponent in exponents] + [math.nan]
    points = [(x, y) for x in bases for y in exponents]
    for x in neighbors(1.0):
        points += [(x, y) for y in (2.0**53, -(2.0**53), 2.0**62, 2.0**64, 2.0**70, -1e18)]
    for _ in range(150):
        x = math.ldexp(generator.uniform(0.5, 1), generator.randint(-1073, 1024))
        points.append((x, generator.uniform(-745, 709) / math.log(x)))
    for _ in range(150):
        x = generator.uniform(0.7, 1.42)
        points.append((x, generator.uniform(-745, 709) / math.log(x)))
    for _ in range(100):
        points.append((generator.uniform(0, 100), generator.uniform(-5, 5)))
    # Exactly representable results, and results halfway between two doubles' neighbors.
    points += [(float(x), float(y)) for x in (3, 5, 11, 1.5, 0.75) for y in (2, 7, 15, -3)]
    return points


def write_table():
    one_argument = [
        ("exp", exponential, exponential_points(1)),
        ("expm1", exponential_less_one, exponential_points(2)),
        ("logistic", logistic, exponential_points(3)),
        ("log", logarithm, logarithm_points(4)),
        ("log1p", logarithm_of_one_plus, logarithm_points(5)),
    ]
    rows = [f"{name},{bits(x)},,{bits(function(x))}"
            for name, function, points in one_argument for x in points]
    rows += [f"pow,{bits(x)},{bits(y)},{bits(power(x, y))}" for x, y in power_points(6)]
    pathlib.Path(__file__).with_name("references.csv").write_text("\n".join(rows) + "\n")
    print(len(rows), "rows")


def print_fit(name, function, interval, count):
    coefficients, error = chebyfit(function, interval, count, error=True)
    print(f"{name}: largest deviation {mp.nstr(error, 3)}")
    for coefficient in reversed(coefficients):
        print("   ", float(coefficient).hex())


def print_coefficients():
    mp.dps = 60
    ln2 = log(mpf(2))
    high = float(floor(ln2 * 2**41)) / 2**41
    print("ln 2:", high.hex(), float(ln2 - mpf(high)).hex(), "1/ln 2:", float(1 / ln2).hex())
    tiny = mpf(10) ** -14

    def quadratic_remainder(r):
        return (expm1(r) - r) / r**2 if abs(r) > tiny else mpf(1) / 2 + r / 6 + r * r / 24

    def beyond_first(z):
        return (2 * atanh(sqrt(z)) - 2 * sqrt(z)) / (sqrt(z) * z) if z > tiny else (
            mpf(2) / 3 + 2 * z / 5 + 2 * z * z / 7)

    def beyond_second(z):
        return (beyond_first(z) - mpf(2) / 3) / z if z > tiny else (
            mpf(2) / 5 + 2 * z / 7 + 2 * z * z / 9)

    reach = mpf("0.3467")
    # s = f / (2 + f) at f = sqrt(2) - 1, a hair beyond.
    top = ((sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1)) ** 2 * mpf("1.0001")
    print_fit("exp", quadratic_remainder, [-reach, reach], 11)
    print_fit("log", beyond_first, [0, top], 7)
    print_fit("pow", beyond_second, [0, top], 8)


if __name__ == "__main__":
    print_coefficients() if sys.argv[1:] == ["coefficients"] else write_table()
