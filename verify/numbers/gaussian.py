"""The Gaussian chain. With nu = n - 1 and divisor d a step multiplies std by root = sqrt(chi-square_nu / d) and moves
the mean by std N(0, 1) / sqrt(n); the steps are independent."""
import numpy as np
from scipy import special, stats

from tables import experiments, from_cumulants, moments, write

experiment = experiments("gaussian", 1300)

# Where the ziggurat's tail begins, and what is around it.
TAIL = 3.6541528853610088
UPPER = [0.5, 1.5, 2.5, 3.3, TAIL, 3.7, 3.9]
NORMAL_EDGES = [*(-x for x in reversed(UPPER)), 0, *UPPER]


def name(n, what, estimator="unbiased", method="statistic", **_):
    ml = "ml" if estimator == "ml" else ""
    samples = "sample by sample" if method == "samples" else ""
    return ", ".join(part for part in ["Gaussian", f"n = {n}", ml, samples, what] if part)


def divisor(n, estimator="unbiased", **_):
    return n if estimator == "ml" else n - 1


def log_root(n, d):
    """Mean and variance of ln root, standardised cumulants 3 to 6."""
    half = (n - 1) / 2
    variance = special.polygamma(1, half) / 4
    cumulants = [special.polygamma(j - 1, half) / 2**j / variance ** (j / 2) for j in range(3, 7)]
    return (special.digamma(half) - np.log(d / 2)) / 2, variance, cumulants


def normal_law(n, edges, below=stats.norm.cdf):
    scaled = [e / n**0.5 for e in edges]
    shares = np.diff([0, *(below(e) for e in edges), 1])
    return {"about": 0, "unit": n**-0.5, "edges": scaled, "shares": shares, "moments": moments((0, 3, 0, 15))}


def steps(n, trajectories, generations, edges_of_root, both=True, **model):
    """Both parts of a step, or that of std alone, seen in the records."""
    d = divisor(n, **model)
    mean, variance, cumulants = log_root(n, d)
    law = stats.chi2(n - 1)
    below = [0, *(law.cdf(d * r * r) for r in edges_of_root), 1]
    return {
        "name": name(n, "steps of both" if both else "steps of std", **model),
        "source": "normal and chi-square distribution functions; cumulants of ln chi-square: polygamma functions",
        "experiment": experiment(
            generations, trajectories, ["mean", "std", "logStd"][0 if both else 2 :], samples=n, **model
        ),
        "rows": [
            *([{"steps": "mean", "per": "std", **normal_law(n, NORMAL_EDGES)}] if both else []),
            {
                "steps": "logStd",
                "about": mean,
                "unit": variance**0.5,
                "edges": np.log(edges_of_root),
                "shares": np.diff(below),
                "moments": moments(from_cumulants(*cumulants)),
            },
        ],
    }


def quantile_edges(n, d):
    return [(stats.chi2(n - 1).ppf(q) / d) ** 0.5 for q in [0.001, 0.01, 0.1, 0.4, 0.7, 0.95, 0.995, 0.9999]]


def generations(n, at, trajectories, **model):
    """Mean, standard deviation and its logarithm, at some generations."""
    d = divisor(n, **model)
    nu = n - 1

    def power(s):
        """E root^s."""
        return (2 / d) ** (s / 2) * np.exp(special.gammaln((nu + s) / 2) - special.gammaln(nu / 2))

    mean, variance, cumulants = log_root(n, d)
    means, std_variances, std_fourths, mean_variances, mean_fourths = [], [], [], [], []
    for k in at:
        m1, m2, m3, m4 = (power(s) ** k for s in (1, 2, 3, 4))
        means.append(m1)
        std_variances.append(m2 - m1**2)
        std_fourths.append(m4 - 4 * m3 * m1 + 6 * m2 * m1**2 - 3 * m1**4)
        # Given all std_j, the mean is normal with variance V = sum of std_j^2 / n over j < k.
        e2, e4 = power(2), power(4)
        v1 = sum(e2**j for j in range(k)) / n
        v2 = sum(e4 ** min(i, j) * e2 ** abs(i - j) for i in range(k) for j in range(k)) / n**2
        mean_variances.append(v1)
        mean_fourths.append(3 * v2)
    return {
        "name": name(n, "moments", **model),
        "source": "moments of chi-square: gamma functions; of its logarithm: polygamma functions",
        "experiment": experiment(max(at), trajectories, ["mean", "std", "logStd"], samples=n, **model),
        "rows": [
            {"observable": "mean", "at": at, "expected": [0] * len(at)},
            {"observable": "std", "at": at, "expected": means},
            {"observable": "logStd", "at": at, "expected": [k * mean for k in at]},
            {"variance": "mean", "at": at, "expected": mean_variances, "fourth": mean_fourths},
            {"variance": "std", "at": at, "expected": std_variances, "fourth": std_fourths},
            {
                "variance": "logStd",
                "at": at,
                "expected": [k * variance for k in at],
                "fourth": [(k * variance) ** 2 * (3 + cumulants[1] / k) for k in at],
            },
        ],
    }


def far(n, std, at, trajectories):
    """Where std leaves the range of doubles."""
    mean, variance, cumulants = log_root(n, n - 1)
    return {
        "name": name(n, f"std {std:g}, far away"),
        "source": "ln std is a sum of independent terms: digamma and polygamma functions",
        "experiment": {**experiment(max(at), trajectories, ["logStd"], samples=n, std=std), "record": f"every:{at[0]}"},
        "rows": [
            {
                "variance": "logStd",
                "at": at,
                "expected": [k * variance for k in at],
                "fourth": [(k * variance) ** 2 * (3 + cumulants[1] / k) for k in at],
            },
            {"observable": "logStd", "at": at, "expected": [np.log(std) + k * mean for k in at]},
        ],
    }


def quantiles(n, trajectories):
    q = [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99]
    z = stats.norm.ppf(q)
    return {
        "name": name(n, "quantiles of the mean"),
        "source": "normal quantiles; sd = sqrt(q (1 - q)) / density",
        "experiment": experiment(1, trajectories, ["mean"], samples=n),
        "rows": [
            {
                "quantile": "mean",
                "at": 1,
                "q": q,
                "expected": z / n**0.5,
                "sd": np.sqrt(np.array(q) * (1 - np.array(q))) / stats.norm.pdf(z) / n**0.5,
            }
        ],
    }


# For n = 2 root is |N(0, 1)|.
TAIL_EDGES = [0.01, 0.1, 0.5, 1, 1.5, 2, 2.5, 3, 3.4, TAIL, 3.7, 3.9, 4.2]

write(
    "gaussian-exact",
    [
        steps(2, 130_000, 20, TAIL_EDGES),
        steps(3, 100_000, 50, quantile_edges(3, 2)),
        steps(10, 100_000, 50, quantile_edges(10, 10), estimator="ml"),
        steps(1000, 50_000, 50, quantile_edges(1000, 999)),
        steps(10, 100_000, 20, quantile_edges(10, 9), method="samples"),
        # A training set that is summed in bursts.
        steps(600, 20_000, 20, quantile_edges(600, 600), method="samples", estimator="ml"),
        generations(2, [1, 2, 3], 1_000_000),
        generations(10, [1, 2, 5, 10], 1_000_000),
        generations(10, [1, 2, 5, 10], 1_000_000, estimator="ml"),
        far(2, 1, [500, 1500], 20_000),
        far(2, 1e100, [10, 100], 50_000),
        quantiles(4, 300_000),
        # Steps so small that a wrong change of scale, at 2^256 and 2^-256, is seen.
        far(1000, 1e100, [10, 20], 50_000),
        far(1000, 8.7e-78, [10, 20], 50_000),
        # As many as the ziggurat's tail takes, one of 4000.
        steps(2, 500_000, 20, TAIL_EDGES, both=False),
    ],
)
