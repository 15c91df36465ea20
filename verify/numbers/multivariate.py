"""Gaussians of d dimensions: digamma functions, characteristic functions, moments of Wishart matrices; and a simulation that
draws all data where there is no law. Takes two minutes."""
import numpy as np
from scipy import special

from regimes import gaussian_moments
from tables import experiments, write

experiment = experiments("multivariate", 2600)
FULL = [[2, 0.6, -0.3], [0.6, 1, 0.2], [-0.3, 0.2, 0.5]]


def divisor(n, estimator="unbiased", **_):
    return n if estimator == "ml" else n - 1


def log_det(d, n, **model):
    """Mean and variance of a step of ln det, from the chi-squares on the diagonal."""
    halves = (n - 1 - np.arange(min(d, n - 1))) / 2
    mean = np.sum(special.digamma(halves) - np.log(divisor(n, **model) / 2))
    return mean, np.sum(special.polygamma(1, halves))


def det_above(d, n, k, log_x, **model):
    """Pr(ln det > x), by the inversion of the characteristic function along the real line (J. Gil-Pelaez 1951)."""
    halves = (n - 1 - np.arange(d)) / 2
    mean, variance = (k * x for x in log_det(d, n, **model))
    step = 0.01 / np.sqrt(variance)
    t = (np.arange(400_000) + 0.5) * step
    log_phi = k * sum(special.loggamma(a + 1j * t) - special.loggamma(a) for a in halves)
    phi = np.exp(log_phi + 1j * t * (d * k * np.log(2 / divisor(n, **model)) - log_x))
    return 0.5 + np.sum(phi.imag / t) * step / np.pi


def second_moments(sigma, n, at, estimator):
    """E tr S^2 and E (tr S)^2 under replace."""
    nu, delta = n - 1, divisor(n, estimator)
    p, q = np.trace(sigma @ sigma), np.trace(sigma) ** 2
    found = {0: (p, q)}
    for k in range(1, max(at) + 1):
        p, q = (nu * (nu + 1) * p + nu * q) / delta**2, (2 * nu * p + nu**2 * q) / delta**2
        found[k] = (p, q)
    return [found[k] for k in at]


def replaced(d, n, at, trajectories, estimator="unbiased", sigma=None):
    full = np.eye(d) if sigma is None else np.array(sigma)
    trace, square = np.trace(full), np.trace(full @ full)
    drift, variance = log_det(d, n, estimator=estimator)
    left = 1 - 1 / n if estimator == "ml" else 1
    strayed = [1 - left**k if estimator == "ml" else k / n for k in at]
    dets = np.prod((n - 1 - np.arange(d)) / divisor(n, estimator))
    errors = [p - 2 * left**k * square + square for k, (p, _) in zip(at, second_moments(full, n, at, estimator))]
    rows = [
        {"observable": "logDet", "at": at, "expected": [np.linalg.slogdet(full)[1] + k * drift for k in at]},
        *[
            {
                "event": f"detRatio>{2.0**-d}",
                "at": at,
                "expected": [det_above(d, n, k, -d * np.log(2), estimator=estimator) for k in at],
            }
        ],
        {"observable": "traceRatio", "at": at, "expected": [left**k for k in at]},
        {"observable": "meanError", "at": at, "expected": [trace * x for x in strayed]},
        {"observable": "covarianceError", "at": at, "expected": errors},
        {
            "observable": "kl",
            "at": at,
            "expected": [(d * (left**k + x) - d - k * drift) / 2 for k, x in zip(at, strayed)],
        },
        # Of the first fits only: later ones have too heavy a tail.
        {"observable": "detRatio", "at": at[:2], "expected": [dets**k for k in at[:2]]},
    ]
    return {
        "name": f"Multivariate, d = {d}, n = {n}, {estimator}" + (", full covariance" if sigma is not None else ""),
        "source": "digamma functions, a characteristic function, moments of Wishart matrices",
        "experiment": experiment(
            max(at),
            trajectories,
            [row["observable"] for row in rows if "observable" in row],
            dimension=d,
            samples=n,
            estimator=estimator,
            **({} if sigma is None else {"covariance": sigma}),
        )
        | {"survival": [row["event"] for row in rows if "event" in row]},
        "rows": rows,
    }


def fused(d, n, at, trajectories, estimator="ml"):
    """What the kernel does by itself, and the spread of ln det."""
    drift, variance = log_det(d, n, estimator=estimator)
    halves = (n - 1 - np.arange(d)) / 2
    fourths = np.sum(special.polygamma(3, halves))
    left = 1 - 1 / n if estimator == "ml" else 1
    return {
        "name": f"Multivariate, d = {d}, n = {n}, {estimator}, by the kernel",
        "source": "digamma functions and their derivatives",
        "experiment": experiment(
            max(at), trajectories, ["logDet", "traceRatio", "meanError"], dimension=d, samples=n, estimator=estimator
        ),
        "rows": [
            {"observable": "logDet", "at": at, "expected": [k * drift for k in at]},
            {
                "variance": "logDet",
                "at": at,
                "expected": [k * variance for k in at],
                "fourth": [k * fourths + 3 * (k * variance) ** 2 for k in at],
            },
            {"observable": "traceRatio", "at": at, "expected": [left**k for k in at]},
            {
                "observable": "meanError",
                "at": at,
                "expected": [d * ((1 - left**k) if estimator == "ml" else k / n) for k in at],
            },
        ],
    }


def few_points(d, n, at, trajectories, estimator="ml"):
    """n <= d: the product of the n - 1 eigenvalues that there are."""
    drift, _ = log_det(d, n, estimator=estimator)
    halves = (d - np.arange(n - 1)) / 2
    first = np.sum(special.digamma(halves) - np.log(divisor(n, estimator) / 2))
    return {
        "name": f"Multivariate, d = {d}, n = {n}, {estimator}",
        "source": "digamma functions",
        "experiment": experiment(
            max(at), trajectories, ["logDet", "traceRatio", "detRatio"], dimension=d, samples=n, estimator=estimator
        ),
        "rows": [
            {"observable": "logDet", "at": at, "expected": [first + (k - 1) * drift for k in at]},
            {"observable": "traceRatio", "at": at[:2], "expected": [((n - 1) / divisor(n, estimator)) ** k for k in at[:2]]},
        ],
    }


def simulated(d, n, at, trajectories, paths, estimator="unbiased", sigma=None):
    """With all data drawn, and fitted by what numpy has."""
    rng = np.random.default_rng(1)
    names = ["effectiveRank", "entropyRank", "topShare", "w2"]
    full = np.eye(d) if sigma is None else np.array(sigma)
    values, vectors = np.linalg.eigh(full)
    half = (vectors * np.sqrt(values)) @ vectors.T
    found = {name: [] for name in names}
    batch = 20_000
    for _ in range(paths // batch):
        mean = np.zeros((batch, d))
        covariance = np.tile(full, (batch, 1, 1))
        seen = {name: [] for name in names}
        for k in range(1, max(at) + 1):
            spectrum, axes = np.linalg.eigh(covariance)
            root = axes * np.sqrt(np.maximum(spectrum, 0))[:, None, :]
            data = mean[:, None, :] + rng.standard_normal((batch, n, d)) @ root.transpose(0, 2, 1)
            mean = data.mean(axis=1)
            data -= mean[:, None, :]
            covariance = data.transpose(0, 2, 1) @ data / divisor(n, estimator)
            if k not in at:
                continue
            spectrum = np.maximum(np.linalg.eigvalsh(covariance), 0)
            shares = spectrum / spectrum.sum(axis=1, keepdims=True)
            seen["effectiveRank"].append(1 / (shares**2).sum(axis=1))
            seen["entropyRank"].append(np.exp(special.entr(shares).sum(axis=1)))
            seen["topShare"].append(shares.max(axis=1))
            between = np.maximum(np.linalg.eigvalsh(half @ covariance @ half), 0)
            traces = spectrum.sum(axis=1) + np.trace(full) - 2 * np.sqrt(between).sum(axis=1)
            seen["w2"].append((mean**2).sum(axis=1) + traces)
        for name in names:
            found[name].append(seen[name])
    rows = []
    for name in names:
        all_paths = np.concatenate([np.array(part) for part in found[name]], axis=1)
        error = all_paths.std(axis=1) / all_paths.shape[1] ** 0.5
        rows.append({"observable": name, "at": at, "expected": all_paths.mean(axis=1), "error": error})
    return {
        "name": f"Multivariate, d = {d}, n = {n}, {estimator}, eigenvalues",
        "source": f"{paths} simulated paths with all data drawn (numpy), and their errors",
        "experiment": experiment(
            max(at),
            trajectories,
            names,
            dimension=d,
            samples=n,
            estimator=estimator,
            **({} if sigma is None else {"covariance": sigma}),
        ),
        "rows": rows,
    }


def accumulated_det(d, n, at, estimator):
    """E det, generation by generation, from the mean minors of a Wishart matrix."""

    def minors(size, before, delta):
        return sum(
            special.comb(size, i) * (before / delta) ** (size - i) * np.prod((n - 1 - np.arange(i)) / delta)
            for i in range(size + 1)
        )

    found, mean = {}, 1.0
    for j in range(1, max(at) + 1):
        delta = divisor(j * n, estimator)
        before = divisor((j - 1) * n, estimator) if j > 1 else 0
        mean *= minors(d, before, delta) + (j - 1) / j * d / delta * minors(d - 1, before, delta)
        found[j] = mean
    return [found[k] for k in at]


def moments(regime, n, at, estimator):
    """E variance and E mean^2 of one coordinate, in units of its true variance: sums over batches."""
    name = regime["name"]
    ml = estimator == "ml"
    if name == "accumulate":
        out = gaussian_moments(regime, n, max(at), ml)
        return [out[k - 1] for k in at]
    x, y, out = 1.0, 0.0, {}
    found = lambda m: 1 - 1 / m if ml else 1.0
    share = regime.get("realShare", 0)
    real = regime.get("realSamples", 0)
    for k in range(1, max(at) + 1):
        if name == "fresh" and share:
            b = 1 - share
            within = share + b * x + share * b * y
            x, y = found(n) * within, b * b * y + within / n
        elif name == "fresh":
            s = n - real
            within = (real + s * x) * (1 - 1 / n) + real * s / n * y
            x, y = within / (n if ml else n - 1), (s / n) ** 2 * y + (real + s * x) / n**2
        elif name == "weighted":
            w, m = regime["weight"], n - real
            x, y = (
                w * found(real) + (1 - w) * found(m) * x,
                w**2 / real + (1 - w) ** 2 * (y + x / m),
            )
        out[k] = (x, y)
    return [out[k] for k in at]


def weighted_error(d, real, m, w, at):
    """E ||S - I||^2 of unbiased fits (He, Xu and Cheng)."""
    error, trace, out = 0.0, 0.0, {}
    for k in range(1, max(at) + 1):
        error, trace = (
            w**2 * (d * d + d) / (real - 1) + (1 - w) ** 2 * ((d * d + trace + d + error) / (m - 1) + error),
            w**2 * 2 * d / (real - 1) + (1 - w) ** 2 * (2 * (d + error) / (m - 1) + trace),
        )
        out[k] = error
    return [out[k] for k in at]


def regime(law, d, n, at, trajectories, estimator):
    of = moments(law, n, at, estimator)
    rows = [
        {"observable": "traceRatio", "at": at, "expected": [x for x, _ in of]},
        {"observable": "meanError", "at": at, "expected": [d * y for _, y in of]},
    ]
    if law == ACCUMULATE:
        rows.append({"observable": "detRatio", "at": at, "expected": accumulated_det(d, n, at, estimator)})
    if law["name"] == "weighted" and estimator == "unbiased":
        real = law["realSamples"]
        error = weighted_error(d, real, n - real, law["weight"], at)
        rows.append({"observable": "covarianceError", "at": at, "expected": error})
    options = ", ".join(f"{key} {value}" for key, value in law.items() if key != "name")
    return {
        "name": f"Multivariate, d = {d}, n = {n}, {estimator}, {law['name']}" + (f", {options}" if options else ""),
        "source": "recursions of means; mean minors of a Wishart matrix",
        "experiment": experiment(
            max(at), trajectories, [row["observable"] for row in rows], dimension=d, samples=n, estimator=estimator
        )
        | {"regime": law},
        "rows": rows,
    }


def subsampled(d, n, at, trajectories, estimator):
    """Q and A as for one dimension: E of the mean square of two points of the pool, and of its mean."""
    ml = estimator == "ml"
    within, mean_square, out = 1.0, 1 / n, {}
    points = 1.0
    for k in range(1, max(at) + 1):
        pool = k * n
        left = (points - mean_square) * pool / (pool - 1)
        x = left * (1 - 1 / n if ml else 1)
        y = mean_square + (k - 1) / (pool - 1) * (points - mean_square)
        out[k] = (x, y)
        points_next = (k * points + x + y) / (k + 1)
        mean_square = ((k * k + 2 * k) * mean_square + y + x / n) / (k + 1) ** 2
        points = points_next
    return {
        "name": f"Multivariate, d = {d}, n = {n}, {estimator}, accumulate-subsample",
        "source": "a recursion of two moments of the pool",
        "experiment": experiment(
            max(at), trajectories, ["traceRatio", "meanError"], dimension=d, samples=n, estimator=estimator
        )
        | {"regime": {"name": "accumulate-subsample"}},
        "rows": [
            {"observable": "traceRatio", "at": at, "expected": [out[k][0] for k in at]},
            {"observable": "meanError", "at": at, "expected": [d * out[k][1] for k in at]},
        ],
    }


ACCUMULATE = {"name": "accumulate"}
SHARE = {"name": "fresh", "realShare": 0.1}
COUNT = {"name": "fresh", "realSamples": 3}
WEIGHTED = {"name": "weighted", "realSamples": 10, "weight": 0.6}


def main():
    at = [1, 2, 10]
    write(
        "multivariate",
        [
            fused(1, 2, [1, 5], 200_000),
            fused(2, 20, at, 400_000),
            fused(3, 4, [1, 5], 200_000, "unbiased"),
            fused(10, 100, at, 100_000),
            fused(100, 200, [1, 3], 2000, "unbiased"),
            replaced(2, 20, at, 100_000, "ml"),
            replaced(3, 20, at, 100_000, "unbiased"),
            replaced(3, 20, [1, 2, 5], 100_000, "ml", FULL),
            replaced(10, 100, at, 10_000, "ml"),
            few_points(10, 5, at, 50_000),
            few_points(5, 5, at, 50_000, "unbiased"),
            simulated(3, 10, [1, 5, 20], 100_000, 200_000, "ml", FULL),
            simulated(10, 20, [1, 10], 20_000, 40_000, "unbiased"),
        ],
    )
    write(
        "regimes-multivariate",
        [
            *(
                regime(law, 3, 20, [1, 2, 10], 50_000, estimator)
                for law in [ACCUMULATE, SHARE, COUNT, WEIGHTED]
                for estimator in ["ml", "unbiased"]
            ),
            regime(ACCUMULATE, 10, 100, [1, 2, 10], 5000, "ml"),
            *(subsampled(3, 10, [1, 2, 10], 50_000, estimator) for estimator in ["ml", "unbiased"]),
            regime({**COUNT, "name": "accumulate"}, 3, 20, [1, 2, 10], 50_000, "ml"),
            regime({**SHARE, "name": "accumulate"}, 3, 20, [1, 2, 10], 50_000, "unbiased"),
        ],
    )


if __name__ == "__main__":
    main()
