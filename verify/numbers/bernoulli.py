"""The Bernoulli chain: one generation is a binomial law, more are powers of the transition matrix."""
import numpy as np
from scipy import stats

from tables import at_count, central, experiments, wright_fisher, write

experiment = experiments("bernoulli", 1100, ["p"])


def one_generation(n, p, trajectories, **more):
    law = stats.binom(n, p)
    variance = p * (1 - p) / n
    fourth = variance**2 * (3 + (1 - 6 * p * (1 - p)) / (n * p * (1 - p)))
    counts = sorted({int(law.ppf(q)) for q in [0.01, 0.1, 0.4, 0.7, 0.95, 0.995]} - {0, n})
    return {
        "name": f"Bernoulli, one generation of {n}, p = {p}" + (", sample by sample" if more else ""),
        "source": "binomial distribution function, variance and kurtosis",
        "experiment": experiment(1, trajectories, p=p, samples=n, **more),
        "rows": [
            # Half a count above, so that no rounding decides.
            *({"event": f"p>{(k + 0.5) / n!r}", "at": [1], "expected": [law.sf(k)]} for k in counts),
            {"observable": "p", "at": [1], "expected": [p]},
            {"variance": "p", "at": [1], "expected": [variance], "fourth": [fourth]},
        ],
    }


def chain(n, count, at, trajectories, **more):
    laws = wright_fisher(n, at_count(n, count), max(at))
    shares = np.arange(n + 1) / n
    _, variances, fourths = zip(*(central(shares, laws[k]) for k in at))
    return {
        "name": f"Bernoulli, {count} of {n}" + (", sample by sample" if more else ""),
        "source": "powers of the transition matrix",
        "experiment": experiment(max(at), trajectories, p=count / n, samples=n, **more),
        "rows": [
            {"event": "p!=0", "at": at, "expected": [1 - laws[k][0] for k in at]},
            {"event": "p!=1", "at": at, "expected": [1 - laws[k][n] for k in at]},
            {"event": "p>0.5000001", "at": at, "expected": [laws[k][n // 2 + 1 :].sum() for k in at]},
            {"observable": "p", "at": at, "expected": [count / n] * len(at)},
            {"variance": "p", "at": at, "expected": variances, "fourth": fourths},
        ],
    }


def quantiles(n, trajectories, generations):
    """Of the time until one symbol is left. It is whole, so that its empirical quantiles are rounded up."""
    absorbed = np.array([law[0] + law[n] for law in wright_fisher(n, at_count(n, n // 2), generations)])
    q = [0.1, 0.25, 0.5, 0.75, 0.9]
    expected = np.interp(q, absorbed, np.arange(len(absorbed))) + 0.5
    density = np.interp(expected, np.arange(1, len(absorbed)), np.diff(absorbed))
    return {
        "name": f"Bernoulli, quantiles of the time to one symbol of {n}",
        "source": "powers of the transition matrix; sd = sqrt(q (1 - q)) / density",
        "experiment": {**experiment(generations, trajectories, p=0.5, samples=n), "record": f"every:{generations}"},
        "rows": [
            {
                "timeQuantile": "p!=0,1",
                "q": q,
                "expected": expected,
                "sd": [(x * (1 - x)) ** 0.5 / d for x, d in zip(q, density)],
                "error": 12**-0.5,
            }
        ],
    }


def restricted(n, trajectories, generations):
    """The time until one symbol is left, or else `generations`."""
    absorbed = np.array([law[0] + law[n] for law in wright_fisher(n, at_count(n, n // 2), generations - 1)])
    law = np.append(np.diff(absorbed), 1 - absorbed[-1])  # of the times 1, 2, …
    mean, variance, fourth = central(np.arange(1, generations + 1), law)
    last = wright_fisher(n, at_count(n, n // 2), generations)[-1]
    return {
        "name": f"Bernoulli, time to one symbol of {n}, {generations} generations at most",
        "source": "powers of the transition matrix",
        "experiment": {**experiment(generations, trajectories, p=0.5, samples=n), "record": f"every:{generations}"},
        "rows": [
            {"time": "p!=0,1", "mean": mean, "sd": variance**0.5, "fourth": fourth, "censored": 1 - last[0] - last[n]}
        ],
    }


write(
    "bernoulli-exact",
    [
        one_generation(1000, 0.004, 1_000_000),
        one_generation(1000, 0.996, 1_000_000),
        one_generation(1000, 0.3, 1_000_000),
        one_generation(10_000, 0.8, 1_000_000),
        one_generation(1_000_000_000_000, 0.3, 1_000_000),
        one_generation(50, 0.4, 400_000, method="samples"),
        chain(20, 6, [1, 2, 5, 10, 20], 400_000),
        chain(100, 80, [1, 2, 10, 50, 100], 200_000),
        # Too many for tables: every generation is a binomial draw.
        chain(2100, 420, [1, 2, 20], 400_000),
        chain(2100, 1680, [1, 2, 20], 200_000),
        chain(20, 6, [1, 2, 5, 10, 20], 200_000, method="samples"),
        quantiles(500, 400_000, 9000),
        restricted(40, 400_000, 60),
    ],
)
