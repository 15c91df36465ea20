"""Linear regression. The error of a fixed design has Fisher's F law, those of both have known means; everything else is
simulated here row by row, with designs that are drawn as such."""
import numpy as np
from scipy import stats

from tables import experiments, write

experiment = experiments("regression", 3100, ["error"])
rng = np.random.default_rng(20261126)


def size(n, growth, j):
    return n * j if growth == "linear" else n


def text(regime):
    rest = ", ".join(f"{key} {value}" for key, value in regime.items() if key != "name")
    return regime["name"] + (f", {rest}" if rest else "")


def named(d, n, design, regime):
    return f"Regression, d = {d}, {n} rows, {design} design, {text(regime)}"


def factor(regime, k):
    return k if regime["name"] == "replace" else sum(1 / j**2 for j in range(1, k + 1))


def exact(d, n, noise, regime, at, trajectories):
    """The law of a fixed design, and its mean where the standard error of one is finite."""
    law = stats.f(d, n - d + 1)
    unit = noise**2 * d / (n - d + 1)
    rows = [
        {"event": f"error>{x:.9g}", "at": [k], "expected": [law.sf(float(f"{x:.9g}") / unit / factor(regime, k))]}
        for k in at
        for x in unit * factor(regime, k) * law.ppf([0.05, 0.5, 0.9])
    ]
    if n - d + 1 > 4:
        rows.append({"observable": "error", "at": at, "expected": [factor(regime, k) * unit * law.mean() for k in at]})
    return {
        "name": named(d, n, "fixed", regime),
        "source": "Fisher's F distribution",
        "experiment": {
            **experiment(max(at), trajectories, dimension=d, samples=n, noise=noise, design="fixed"),
            "regime": regime,
        },
        "rows": rows,
    }


def mean(d, n, regime, k):
    """E error of a fresh design."""
    error, pool, growth = 0, 0, regime.get("growth")
    for j in range(1, k + 1):
        rows = size(n, growth, j)
        pool += rows
        if regime["name"] == "replace":
            error += d / (rows - d - 1)
        elif regime["name"] == "accumulate":
            error += rows / pool * d / (pool - d - 1)
        else:
            w, real = regime["weight"], regime["realSamples"]
            error = w**2 * d / (real - d - 1) + (1 - w) ** 2 * (error + d / (rows - real - d - 1))
    return error


def means(d, n, design, regime, at, trajectories):
    return {
        "name": named(d, n, design, regime) + ", means",
        "source": "means of inverse Wishart matrices",
        "experiment": {**experiment(max(at), trajectories, dimension=d, samples=n, design=design), "regime": regime},
        "rows": [{"observable": "error", "at": at, "expected": [mean(d, n, regime, k) for k in at]}],
    }


def fit(x, y):
    return np.linalg.solve(np.swapaxes(x, 1, 2) @ x, np.einsum("rnd,rn->rd", x, y)[..., None])[..., 0]


def labels(x, w):
    return np.einsum("rnd,rd->rn", x, w) + rng.standard_normal(x.shape[:2])


def simulate(d, n, design, regime, generations, runs):
    """Errors, [generation][run]."""
    name, growth = regime["name"], regime.get("growth")
    w = np.zeros((runs, d))
    truth = np.zeros((runs, d))
    everything = rng.standard_normal((runs, size(n, growth, generations), d))
    pool, kept = None, None
    errors = []
    for j in range(1, generations + 1):
        rows = size(n, growth, j)
        x = everything[:, :rows] if design == "fixed" else rng.standard_normal((runs, rows, d))
        real = regime.get("realSamples", 0)
        if name in ("replace", "accumulate", "accumulate-subsample"):
            batch = x, labels(x, w)
            if name == "replace":
                w = fit(*batch)
            else:
                pool = batch if pool is None else tuple(np.concatenate(pair, axis=1) for pair in zip(pool, batch))
                chosen = pool
                if name == "accumulate-subsample":
                    some = np.argsort(rng.random(pool[1].shape), axis=1)[:, :rows]
                    chosen = np.take_along_axis(pool[0], some[..., None], 1), np.take_along_axis(pool[1], some, 1)
                w = fit(*chosen)
        elif name == "weighted":
            new = fit(x[:, :real], labels(x[:, :real], truth))
            w = regime["weight"] * new + (1 - regime["weight"]) * fit(x[:, real:], labels(x[:, real:], w))
        else:
            isreal = rng.random((runs, rows)) < regime["realShare"] if "realShare" in regime else np.arange(rows) < real
            y = np.where(isreal, labels(x, truth), labels(x, w))
            if name == "fixed":
                if kept is None:
                    kept = x[:, :real], y[:, :real]
                x = np.concatenate([kept[0], x[:, real:]], axis=1)
                y = np.concatenate([kept[1], y[:, real:]], axis=1)
            w = fit(x, y)
        errors.append((w**2).sum(axis=1))
    return np.array(errors)


def simulated(d, n, design, regime, at, trajectories, runs=60_000, batch=20_000):
    errors = np.concatenate([simulate(d, n, design, regime, max(at), batch) for _ in range(runs // batch)], axis=1)
    rows = []
    for k in at:
        for q in [0.1, 0.5, 0.9]:
            x = f"{np.quantile(errors[k - 1], q):.6g}"
            p = np.mean(errors[k - 1] > float(x))
            rows.append({"event": f"error>{x}", "at": [k], "expected": [p], "error": [(p * (1 - p) / runs) ** 0.5]})
    return {
        "name": named(d, n, design, regime),
        "source": f"{runs} simulated trajectories of rows; error: their standard error",
        "experiment": {**experiment(max(at), trajectories, dimension=d, samples=n, design=design), "regime": regime},
        "rows": rows,
    }


def published():
    """A subsample of 100 rows, from 1500 runs of another program."""
    regime = {"name": "accumulate-subsample"}
    return {
        "name": named(10, 100, "fixed", regime),
        "source": "1500 simulated trajectories of rows; error: their standard error",
        "experiment": {
            **experiment(100, 1000, dimension=10, samples=100, design="fixed"),
            "record": "every:10",
            "regime": regime,
        },
        "rows": [{"observable": "error", "at": [10, 100], "expected": [0.31448, 0.35440], "error": [0.0040, 0.0044]}],
    }


REPLACE, ACCUMULATE = {"name": "replace"}, {"name": "accumulate"}
GROWING = {"growth": "linear"}
MIXED = [
    {"name": "accumulate-subsample"},
    {"name": "accumulate", **GROWING},
    {"name": "fresh", "realShare": 0.2},
    {"name": "fresh", "realSamples": 3},
    {"name": "fixed", "realSamples": 4},
    {"name": "weighted", "realSamples": 6, "weight": 0.4},
]

write(
    "regression",
    [
        *[
            exact(d, n, noise, regime, [1, 2, 5, 20], 300_000)
            for d, n, noise in [(1, 1, 1), (1, 10, 0.5), (3, 4, 2), (3, 12, 1), (10, 10, 1), (10, 32, 10), (100, 120, 1)]
            for regime in [REPLACE, ACCUMULATE]
        ],
        means(10, 32, "fresh", REPLACE, [1, 10, 100], 100_000),
        means(1, 8, "fresh", REPLACE, [1, 10, 100], 100_000),
        means(10, 32, "fresh", ACCUMULATE, [1, 10, 100], 30_000),
        means(10, 100, "fresh", ACCUMULATE, [1, 10, 100], 30_000),
        *[
            means(3, 20, design, regime, [1, 2, 10], 100_000)
            for design in ["fixed", "fresh"]
            for regime in [{**REPLACE, **GROWING}, {"name": "weighted", "realSamples": 9, "weight": 0.6}]
        ],
        means(3, 20, "fresh", {**ACCUMULATE, **GROWING}, [1, 2, 10], 100_000),
        *[simulated(3, 12, "fresh", regime, [2, 5], 300_000) for regime in [REPLACE, ACCUMULATE]],
        *[simulated(3, 12, design, regime, [2, 5], 200_000) for design in ["fixed", "fresh"] for regime in MIXED],
        published(),
    ],
)
