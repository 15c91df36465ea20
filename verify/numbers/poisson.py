"""The Poisson chain: a critical branching process, whose cumulants and laws follow from its generating function."""
import numpy as np
from mpmath import mp, mpf
from scipy import stats

from tables import experiments, write

mp.dps = 60
experiment = experiments("poisson", 1200, ["rate"])


def variance_and_fourth(mean, generations):
    """Of the sum: ln E e^(tS) after k generations is mean (e^t - 1), with t replaced k - 1 times by e^t - 1."""
    grow = [mpf(0)] + [1 / mp.factorial(j) for j in range(1, 5)]
    series = grow
    for _ in range(generations - 1):
        # e^series - 1, up to t^4
        powers, total = [mpf(1)] + [mpf(0)] * 4, [mpf(0)] * 5
        for j in range(1, 5):
            powers = [sum(powers[i] * series[m - i] for i in range(m + 1)) for m in range(5)]
            total = [a + b / mp.factorial(j) for a, b in zip(total, powers)]
        series = total
    k2, k4 = mean * 2 * series[2], mean * 24 * series[4]
    return float(k2), float(k4 + 3 * k2**2)


def moments_row(n, rate, at):
    variances, fourths = zip(*(variance_and_fourth(n * rate, k) for k in at))
    return {
        "variance": "rate",
        "at": at,
        "expected": [v / n**2 for v in variances],
        "fourth": [f / n**4 for f in fourths],
    }


def one_generation(n, rate, trajectories):
    law = stats.poisson(n * rate)
    sums = sorted({int(law.ppf(q)) for q in [0.01, 0.1, 0.4, 0.7, 0.95, 0.995]} - {0})
    return {
        "name": f"Poisson, one generation, sum {n * rate:g}",
        "source": "Poisson distribution function, variance and kurtosis",
        "experiment": experiment(1, trajectories, rate=rate, samples=n),
        "rows": [
            *({"event": f"rate>{(k + 0.5) / n!r}", "at": [1], "expected": [law.sf(k)]} for k in sums),
            {"observable": "rate", "at": [1], "expected": [rate]},
            moments_row(n, rate, [1]),
        ],
    }


def extinct(mean, generations):
    g = 1.0
    for _ in range(generations - 1):
        g = -np.expm1(-g)
    return float(np.exp(-mean * g))


def chain(n, rate, at, trajectories, **more):
    rows = [
        {"event": "rate!=0", "at": at, "expected": [1 - extinct(n * rate, k) for k in at]},
        {"observable": "rate", "at": at, "expected": [rate] * len(at)},
        moments_row(n, rate, at),
    ]
    return {
        "name": f"Poisson, rate {rate:g}, n = {n}" + (", sample by sample" if more else ", moments"),
        "source": "exp(-n rate g_k); cumulants of the iterated generating function",
        "experiment": experiment(max(at), trajectories, rate=rate, samples=n, **more),
        "rows": rows[1 if extinct(n * rate, max(at)) < 1e-9 else 0 :],
    }


write(
    "poisson-exact",
    [
        one_generation(4, 1.25, 1_000_000),
        one_generation(10, 4.5, 1_000_000),
        one_generation(10, 100_000, 1_000_000),
        chain(20, 0.7, [1, 2, 5, 20], 1_000_000),
        # Sums on both sides of 512.
        chain(10, 51.2, [1, 2, 5], 1_000_000),
        chain(10, 0.8, [1, 2, 5, 10], 300_000, method="samples"),
        chain(3, 15, [1, 2, 5], 300_000, method="samples"),
        # Sums of three digits, and on both sides of 14,336, up to which they are drawn by digits.
        chain(10, 300, [1, 2, 5], 1_000_000),
        chain(10, 1433.6, [1, 2, 5], 1_000_000),
    ],
)
