#!/usr/bin/env python3
"""Rewrites references.csv of StatisticsTests.

Needs SciPy 1.17.1, statsmodels 0.15.0 and tea-tasting 1.14.0 (and NumPy, PyArrow, which these bring);
the versions used stand in the first row. Lists in a field are separated by blanks.

versions     library and version, each
segments     name, effects, errors, tau² (SciPy's brentq; statsmodels agrees), mu and its error, shrunk
             effects, their errors (scipy.integrate.quad), weights of the own measurement
interaction  name, effects, errors, Q, df, p, I² (statsmodels)
pvalues      name, p-values, Benjamini-Hochberg, Holm (statsmodels; SciPy agrees)
ttest        values, null value, p two-sided, greater, less (SciPy)
ratio        x, y, ratio, standard error (tea-tasting)
ratios       x, y, x', y', difference, error, relative difference, error (statsmodels, delta method)
controlled   name, y, number of variates, each variate, mean at variates of zero, its error, interval at 95%
             (statsmodels, ordinary least squares with intercept)
stein        pilot, half-width, level, units, half-width with these (SciPy)
"""

import importlib.metadata
import pathlib

import numpy as np
import pyarrow
import tea_tasting.aggr
import statsmodels.api as sm
from scipy import integrate, optimize, stats
from statsmodels.stats import meta_analysis, multitest
from statsmodels.stats._delta_method import NonlinearDeltaCov

HERE = pathlib.Path(__file__).parent

# Tuberculosis vaccine trials, cases and non-cases with and without vaccine: Colditz et al. 1994,
# JAMA 271, 698-702, table 1.
BCG = np.array([
    [4, 119, 11, 128], [6, 300, 29, 274], [3, 228, 11, 209], [62, 13536, 248, 12619],
    [33, 5036, 47, 5761], [180, 1361, 372, 1079], [8, 2537, 10, 619], [505, 87886, 499, 87892],
    [29, 7470, 45, 7232], [17, 1699, 65, 1600], [186, 50448, 141, 27197], [5, 2493, 3, 2338],
    [27, 16886, 29, 17825]])


def risk_ratios():
    a, b, c, d = BCG.T.astype(float)
    return (np.log(a / (a + b)) - np.log(c / (c + d)),
            np.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)))


SEGMENTS = {
    # Rubin 1981, Journal of Educational Statistics 6, 377-401, table 1.
    "eight schools": ([28, 8, -3, 7, -1, 1, 18, 12], [15, 10, 16, 11, 9, 11, 10, 18]),
    "vaccine trials": risk_ratios(),
    "three tiers": ([0.8, 2.1, 6.4], [0.5, 0.7, 1.2]),
    "unequal errors": ([1.0, 1.4, 3.0, 0.2], [0.01, 0.5, 1.0, 0.05]),
    "money": ([-120_000.0, 3_000.0, 410_000.0, 95_000.0, 12_000.0],
              [40_000.0, 9_000.0, 150_000.0, 30_000.0, 5_000.0]),
}


def text(values):
    return " ".join(repr(float(value)) for value in np.atleast_1d(values))


def mean_of(y, v, between):
    weights = 1 / (v + between)
    return (weights * y).sum() / weights.sum(), 1 / weights.sum()


def paule_mandel(y, v):
    """By Brent's method; statsmodels agrees where its Newton steps do not overshoot."""
    def excess(between):
        return (((y - mean_of(y, v, between)[0]) ** 2) / (v + between)).sum() - (len(y) - 1)

    if excess(0.0) <= 0:
        return 0.0
    root = optimize.brentq(excess, 0.0, np.var(y, ddof=1) * 1.01, xtol=1e-300, rtol=1e-15)
    theirs, _ = meta_analysis._fit_tau_iterative(y, v, atol=1e-12, maxiter=100_000)
    assert theirs == 0 or np.isclose(root, theirs, rtol=1e-10)
    return root


def squared_errors(y, v, shrunk):
    """E[(theta - shrunk)²] over the posterior with a flat prior on tau, by adaptive quadrature."""
    scale = np.sqrt((v + (y - y.mean()) ** 2).mean())

    def log_likelihood(tau):
        mean, variance = mean_of(y, v, tau ** 2)
        total = v + tau ** 2
        return (np.log(variance) - (np.log(total) + (y - mean) ** 2 / total).sum()) / 2

    best = max(log_likelihood(tau) for tau in np.linspace(0, 5 * scale, 2001))

    def moment(value):
        def integrand(x):
            tau = scale * x / (1 - x)
            return np.exp(log_likelihood(tau) - best) / (1 - x) ** 2 * value(tau ** 2)
        cuts = np.unique(np.concatenate([[0, 1], np.geomspace(1e-6, 1e-1, 6),
                                         np.linspace(0.1, 0.99, 30)]))
        return sum(integrate.quad(integrand, a, b, epsabs=0, epsrel=1e-12, limit=200)[0]
                   for a, b in zip(cuts, cuts[1:]))

    def distance(index):
        def value(between):
            mean, variance = mean_of(y, v, between)
            share = v[index] / (v[index] + between)
            center = share * mean + (1 - share) * y[index]
            return (v[index] * (1 - share) + share ** 2 * variance
                    + (center - shrunk[index]) ** 2)
        return value

    whole = moment(lambda between: 1.0)
    return np.array([moment(distance(index)) / whole for index in range(len(y))])


def segment_rows():
    for name, (effects, errors) in SEGMENTS.items():
        y, v = np.array(effects, float), np.array(errors, float) ** 2
        between = paule_mandel(y, v)
        mean, variance = mean_of(y, v, between)
        share = v / (v + between)
        shrunk = share * mean + (1 - share) * y
        squares = squared_errors(y, v, shrunk)
        yield ["segments", name, text(effects), text(errors), text(between), text(mean),
               text(np.sqrt(variance)), text(shrunk), text(np.sqrt(squares)), text(1 - share)]
        combined = meta_analysis.combine_effects(y, v, method_re="chi2")
        homogeneity = combined.test_homogeneity()
        yield ["interaction", name, text(effects), text(errors), text(homogeneity.statistic),
               int(homogeneity.df), text(homogeneity.pvalue), text(max(0, combined.i2))]


PVALUES = {
    # Benjamini & Hochberg 1995, section 4.1: goals of a trial of thrombolysis.
    "thrombolysis": [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459,
                     0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000],
    "out of order": [0.04, 0.01, 0.03, 0.005],
    "ties and ends": [0.02, 1.0, 0.02, 0.0, 0.6],
    "one": [0.03],
}


def pvalue_rows():
    for name, values in PVALUES.items():
        discovery = multitest.multipletests(values, method="fdr_bh")[1]
        assert np.allclose(discovery, stats.false_discovery_control(values), rtol=1e-14)
        holm = multitest.multipletests(values, method="holm")[1]
        yield ["pvalues", name, text(values), text(discovery), text(holm)]


DIFFERENCES = [12, -3, 5, 8, 0, -7, 15, 4, 9, -1]


def ttest_rows():
    for values, null in [(DIFFERENCES, 0), (DIFFERENCES, 2), (DIFFERENCES, -5),
                         ([2, 3], 0), ([100, 101, 99, 102, 98], 50)]:
        row = [stats.ttest_1samp(values, null, alternative=side).pvalue
               for side in ("two-sided", "greater", "less")]
        yield ["ttest", text(values), text(null), *map(text, row)]


def ratio_rows():
    x = [105, 98, 110, 87, 120, 101, 95, 108, 99, 113]
    for y in ([52, 47, 58, 40, 61, 50, 49, 55, 46, 57], [9, 12, 8, 15, 7, 11, 10, 13, 9, 6]):
        table = pyarrow.table({"x": x, "y": y})
        totals = tea_tasting.aggr.read_aggregates(
            table, None, has_count=True, mean_cols=("x", "y"), var_cols=("x", "y"),
            cov_cols=(("x", "y"),))
        error = np.sqrt(totals.ratio_var("x", "y") / totals.count())
        yield ["ratio", text(x), text(y), text(totals.mean("x") / totals.mean("y")), text(error)]


def ratios_rows():
    units = np.array([[20, 40, 17, 36], [24, 45, 22, 44], [29, 50, 23, 46], [31, 52, 30, 51],
                      [18, 39, 19, 40], [26, 47, 21, 43], [22, 41, 20, 38]])
    means, cov = units.mean(axis=0), np.cov(units.T) / len(units)
    row = ["ratios", *map(text, units.T)]
    for function in (lambda m: np.array([m[0] / m[1] - m[2] / m[3]]),
                     lambda m: np.array([m[0] / m[1] / (m[2] / m[3]) - 1])):
        delta = NonlinearDeltaCov(function, means, cov)
        row += [text(delta.predicted()), text(delta.se_vectorized())]
    yield row


def stein_rows():
    for pilot, width, level in [(DIFFERENCES, 2.0, 0.95), (DIFFERENCES, 50.0, 0.95),
                                (DIFFERENCES, 0.5, 0.9), ([3, 9], 1.0, 0.95)]:
        t = stats.t.ppf((1 + level) / 2, len(pilot) - 1)
        spread = t * np.std(pilot, ddof=1)
        units = max(len(pilot), int(np.ceil((spread / width) ** 2)))
        yield ["stein", text(pilot), text(width), text(level), units,
               text(spread / np.sqrt(units))]


def controlled_rows():
    luck = np.random.default_rng(20130204)
    for name, count, variates in [("one variate", 120, 1), ("two of 160 units", 160, 2),
                                  ("five of 200 units", 200, 5)]:
        z = np.rint(luck.normal(0, 1000, (variates, count))).astype(int)
        z[-1] += z[0] // 2
        y = np.rint(500 + luck.normal(0, 40, count) + 0.06 * z.sum(axis=0)).astype(int)
        fit = sm.OLS(y, sm.add_constant(z.T)).fit()
        yield ["controlled", name, text(y), variates, *map(text, z), text(fit.params[0]),
               text(fit.bse[0]), *map(text, fit.conf_int(0.05)[0])]


def main():
    names = ("scipy", "statsmodels", "tea-tasting", "numpy", "pyarrow")
    rows = [["versions", *(f"{name} {importlib.metadata.version(name)}" for name in names)]]
    for part in (segment_rows, pvalue_rows, ttest_rows, ratio_rows, ratios_rows, stein_rows,
                 controlled_rows):
        rows += part()
    (HERE / "references.csv").write_text(
        "\n".join(",".join(map(str, row)) for row in rows) + "\n")


main()
