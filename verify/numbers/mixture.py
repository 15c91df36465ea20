"""The symmetric mixture. Far apart, its components are one Gaussian seen twice, and a fit is that of a Gaussian. Where
they overlap: fits of simulated samples by other means than the kernels have. Takes two minutes."""
import numpy as np
from scipy import optimize, special

from tables import experiments, moments, write

experiment = experiments("mixture", 1400, ["mean", "std"])


def apart(n, estimator, shrink, at, trajectories):
    """With mean 1 and std 0.001; `shrink` is what the estimator makes of the variance with divisor n."""
    std = 0.001
    half = (n - 1) / 2
    gammas = [np.exp(special.gammaln(half + s / 2) - special.gammaln(half)) for s in range(5)]
    root = [(2 * shrink / n) ** (s / 2) * g for s, g in enumerate(gammas)]
    m1, m2, m3, m4 = ([(std**s) * root[s] ** k for k in at] for s in range(1, 5))
    return {
        "name": f"Mixture, n = {n}, mean 1, std {std}, {estimator}",
        "source": "the fit of a Gaussian with divisor n"
        + (", times 50/52: Algorithm 1 where m2 is close to m1^2" if shrink < 1 else "")
        + "; moments of chi-square: gamma functions",
        "experiment": experiment(max(at), trajectories, samples=n, mean=1, std=std, estimator=estimator),
        "rows": [
            {"observable": "std", "at": at, "expected": m1},
            {
                "variance": "std",
                "at": at,
                "expected": [b - a * a for a, b in zip(m1, m2)],
                "fourth": [d - 4 * c * a + 6 * b * a**2 - 3 * a**4 for a, b, c, d in zip(m1, m2, m3, m4)],
            },
            {"observable": "mean", "at": at, "expected": [1] * len(at)},
            {"steps": "mean", "per": "std", "about": 0, "unit": n**-0.5, "moments": moments((0, 3, 0, 15))},
        ],
    }


def likelihood(y, m2, share):
    """Of samples in rows, along variance = m2 - mean^2, at mean^2 = share m2; up to what does not depend on it."""
    variance = m2 * (1 - share)
    x = np.abs(np.sqrt(share * m2)[:, None] * y / variance[:, None])
    cosh = x + np.log1p(np.exp(-2 * x))
    return -0.5 * np.log(variance) - (m2 * (1 + share)) / (2 * variance) + cosh.mean(axis=1)


def maximum(y):
    """The global maximum: the best of a grid, then bisection by thirds about it."""
    m2 = (y * y).mean(axis=1)
    grid = np.concatenate([[0], 1 - np.geomspace(0.9999, 1e-5, 80)])
    values = np.stack([likelihood(y, m2, np.full(len(y), g)) for g in grid])
    best = values.argmax(axis=0)
    low, high = grid[np.maximum(best - 1, 0)], grid[np.minimum(best + 1, len(grid) - 1)]
    for _ in range(60):
        a, b = low + (high - low) / 3, high - (high - low) / 3
        rising = likelihood(y, m2, a) < likelihood(y, m2, b)
        low, high = np.where(rising, a, low), np.where(rising, high, b)
    share = (low + high) / 2
    return np.sqrt(share * m2), np.sqrt((1 - share) * m2)


def algorithm1(y, eta=2):
    n = y.shape[1]
    kappa = np.expm1((eta - 1) * ((n - 1) / 2 + 4 * eta) / (eta * (n - 1) * (n + 4 * eta - 1)))
    m1, m2 = np.abs(y).mean(axis=1), (y * y).mean(axis=1)
    s2, ratio = m2 - m1**2, m2 / m1**2
    variance = np.where(ratio <= 1 + kappa, s2 * 50 * ratio / (50 + 2 * ratio), (1 + kappa) * s2)
    variance = np.where(ratio > (1 + kappa) / kappa, m2, variance)
    return np.sqrt(np.maximum(m2 - variance, 0)), np.sqrt(variance)


def search(y):
    """The paper's own: fsolve, always started at the first mean."""
    fits = []
    for row in y:
        m2 = (row * row).mean()
        f = lambda t: (row * np.tanh(t * row / np.maximum(m2 - t * t, 1e-20))).sum() - len(row) * t
        t = abs(optimize.fsolve(f, 1.0)[0])
        fits.append((t, max(m2 - t * t, 0) ** 0.5))
    return np.array(fits).T


def overlapping(n, estimator, fit, at, paths, trajectories, source):
    chosen = experiment(max(at), trajectories, samples=n, mean=1, std=1, estimator=estimator)
    # Not the seed of the run that is judged.
    random = np.random.default_rng(chosen["seed"] - 1)
    mean, std = np.ones(paths), np.ones(paths)
    rows = {name: {"observable": name, "at": at, "expected": [], "error": []} for name in ("mean", "std")}
    rows["event"] = {"event": "mean>0.05", "at": at, "expected": [], "error": []}
    for k in range(1, max(at) + 1):
        for i in range(0, paths, 20_000):
            part = slice(i, i + 20_000)
            z = random.standard_normal((len(mean[part]), n))
            mean[part], std[part] = fit(np.abs(mean[part, None] + std[part, None] * z))
        if k in at:
            for name, values in (("mean", mean), ("std", std), ("event", mean > 0.05)):
                rows[name]["expected"].append(float(f"{values.mean():.7g}"))
                rows[name]["error"].append(float(f"{values.std() / paths**0.5:.3g}"))
    return {
        "name": f"Mixture, n = {n}, mean 1, std 1, {estimator}, first generations",
        "source": f"{source}: {paths:,} simulated paths",
        "experiment": chosen,
        "rows": [rows["event"], rows["mean"], rows["std"]],
    }


write(
    "mixture-first",
    [
        apart(10, "ml", 1, [1, 2, 5], 400_000),
        apart(10, "approximate-ml", 50 / 52, [1, 2, 5], 400_000),
        apart(10, "notebook", 1, [1, 2], 60_000),
        overlapping(10, "ml", maximum, [1, 2, 4], 600_000, 200_000, "maximum of the likelihood on a grid, refined"),
        overlapping(10, "approximate-ml", algorithm1, [1, 2, 4], 4_000_000, 500_000, "Algorithm 1"),
        overlapping(10, "notebook", search, [1, 2], 150_000, 60_000, "scipy's fsolve"),
    ],
)
