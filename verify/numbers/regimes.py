"""Data regimes. Counts (bernoulli, poisson) have exact laws, from the matrices of what one generation does to what is
kept; a symbol of a categorical model is a bernoulli chain of its own. Second moments follow from recursions."""
import numpy as np
from mpmath import mp, mpf
from scipy import stats

from tables import experiments, write

mp.dps = 30


def size(n, growth, j):
    kind, _, rate = (growth or "").partition(":")
    factor = {"": 1, "linear": j, "quadratic": j**2}.get(kind)
    if factor is None:
        factor = mpf(j) ** mpf(rate) if kind == "power" else mpf(rate) ** (j - 1)
    return int(mp.floor(n * factor + mpf(1) / 2))


class Counts:
    """Laws of a sum of data points. `top` is where a Poisson law is cut: next to nothing is left there."""

    def __init__(self, start, top=None):
        self.start, self.top = start, top

    def points(self, n):
        return np.arange((n if self.top is None else self.top) + 1)

    def draw(self, n, means):
        """Pr(sum of n data points), a row for each mean of one."""
        means = np.asarray(means, float)[:, None]
        return stats.binom.pmf(self.points(n), n, means) if self.top is None else stats.poisson.pmf(self.points(n), n * means)

    def first(self, n):
        return self.draw(n, [self.start])[0]

    def laws(self, regime, n, k):
        """Values of the fitted mean and their probabilities at generations 1 … k."""
        name, growth = regime["name"], regime.get("growth")
        sizes = [size(n, growth, j) for j in range(1, k + 1)]
        return getattr(self, name.replace("accumulate-", ""))(sizes, regime)

    def chain(self, sizes, first, step):
        law, out = first, []
        for j, n in enumerate(sizes):
            if j:
                law = law @ step(sizes[j - 1], n)
            out.append((self.points(n) / n, law))
        return out

    def replace(self, sizes, _):
        return self.chain(sizes, self.first(sizes[0]), lambda old, n: self.draw(n, self.points(old) / old))

    def batch(self, n, fitted, regime):
        """As `draw`, with the real data that a regime mixes in."""
        share, count = regime.get("realShare"), regime.get("realSamples")
        if count:
            return np.array([mixed(self, count, self.start, n - count, m, n) for m in fitted])
        if not share:
            return self.draw(n, fitted)
        if self.top is None:
            return self.draw(n, share * self.start + (1 - share) * fitted)
        real = np.arange(n + 1)
        chances = stats.binom.pmf(real, n, share)
        return np.array([chances @ self.draw(n, (real * self.start + (n - real) * m) / n) for m in fitted])

    def fresh(self, sizes, regime):
        return self.chain(sizes, self.first(sizes[0]), lambda old, n: self.batch(n, self.points(old) / old, regime))

    def fixed(self, sizes, regime):
        count = regime["realSamples"]
        out = [np.zeros(len(self.points(n))) for n in sizes]
        for r, chance in enumerate(self.first(count)):
            if chance < 1e-13:
                continue
            law = np.array([1.0])
            fitted = np.array([self.start])
            for j, n in enumerate(sizes):
                drawn = law @ self.draw(n - count, fitted)
                law = np.zeros(len(self.points(n)))
                law[r : r + len(drawn)] = drawn[: len(law) - r]
                out[j] += chance * law
                fitted = self.points(n) / n
        return [(self.points(n) / n, law) for n, law in zip(sizes, out)]

    def weighted(self, sizes, regime):
        count, weight = regime["realSamples"], regime["weight"]
        real = self.first(count)
        values, law, out = np.array([self.start]), np.array([1.0]), []
        for n in sizes:
            drawn = law @ self.draw(n - count, values)
            values = np.add.outer(weight * self.points(count) / count, (1 - weight) * self.points(n - count) / (n - count))
            law = np.outer(real, drawn)
            keep = law > 1e-15
            values, law = values[keep], law[keep]
            out.append((values, law))
        return out

    def pool(self, sizes, regime, fit):
        """`fit(sum, pool, n)`: the fitted means that may come of a pool, and their probabilities."""
        law, total, out = self.first(sizes[0]), sizes[0], []
        for j, n in enumerate(sizes):
            fits = [fit(s, total, n) for s in self.points(total)]
            values = np.concatenate([v for v, _ in fits])
            out.append((values, np.concatenate([c * p for c, (_, p) in zip(law, fits)])))
            if j + 1 == len(sizes):
                return out
            more = sizes[j + 1]
            grown = np.zeros(len(self.points(total + more)))
            for s, (v, p) in enumerate(fits):
                if law[s] < 1e-16:
                    continue
                row = p @ self.batch(more, v, regime)
                room = min(len(row), len(grown) - s)
                grown[s : s + room] += law[s] * row[:room]
            law, total = grown, total + more

    def accumulate(self, sizes, regime):
        return self.pool(sizes, regime, lambda s, total, n: (np.array([s / total]), np.array([1.0])))

    def subsample(self, sizes, regime):
        def fit(s, total, n):
            taken = np.arange(max(0, n - total + s), min(n, s) + 1)
            return taken / n, stats.hypergeom.pmf(taken, total, s, n)

        return self.pool(sizes, regime, fit)


def mixed(counts, real, start, others, mean, n):
    if counts.top is not None:  # a sum of Poisson variates is one
        return counts.draw(n, [(real * start + others * mean) / n])[0]
    return np.convolve(counts.draw(real, [start])[0], counts.draw(others, [mean])[0])


def text(regime):
    rest = ", ".join(f"{key} {value}" for key, value in regime.items() if key != "name")
    return regime["name"] + (f", {rest}" if rest else "")


def of(experiment, regime):
    return {**experiment, "regime": regime}


def few(experiment, kind, observable, counts, regime, n, at, trajectories, given, **more):
    laws = counts.laws(regime, n, max(at))
    rows = []
    # Where no rounding decides, and a good part of the trajectories lies on either side.
    for k in at:
        values, law = laws[k - 1]
        levels, place = np.unique(np.round(values, 9), return_inverse=True)
        below = np.cumsum(np.bincount(place, law))
        for q in [0.05, 0.5, 0.9]:
            i = min(int(np.searchsorted(below, q)), len(levels) - 2)
            rows.append({"event": f"{observable}>{(levels[i] + levels[i + 1]) / 2:.9g}", "at": [k], "expected": [1 - below[i]]})
    means, variances, fourths = [], [], []
    for k in at:
        values, law = laws[k - 1]
        mean = law @ values
        assert abs(law.sum() - 1) < 1e-9 and abs(mean - counts.start) < 1e-8
        means.append(mean)
        variances.append(law @ (values - mean) ** 2)
        fourths.append(law @ (values - mean) ** 4)
    rows += [
        {"observable": observable, "at": at, "expected": [counts.start] * len(at)},
        {"variance": observable, "at": at, "expected": variances, "fourth": fourths},
    ]
    return {
        "name": f"Regimes, {kind}, {text(regime)}" + (", sample by sample" if more else ""),
        "source": "matrices of one generation, of what is kept",
        "experiment": of(experiment(max(at), trajectories, samples=n, **given, **more), regime),
        "rows": rows,
    }


COUNTS = [12, 9, 6, 3]
OBSERVABLES = ["unique", "entropy", "heterozygosity", "tv"]


def categorical(regime, n, at, trajectories, **more):
    """Weighted fits have as `unique` the symbols of both: those whose share is not 0."""
    sums = np.zeros((len(at), 4))
    total = sum(COUNTS)
    for weight in COUNTS:
        start = weight / total
        laws = Counts(start).laws(regime, n, max(at))
        for i, k in enumerate(at):
            x, law = laws[k - 1]
            inside = np.where(x > 0, x, 1)
            sums[i] += [law @ f for f in [(x > 0) * 1.0, -x * np.log(inside), x**2, np.abs(x - start) / 2]]
    sums[:, 2] = 1 - sums[:, 2]
    return {
        "name": f"Regimes, categorical, {text(regime)}" + (", sample by sample" if more else ""),
        "source": "matrices of one generation, of each symbol; sums over symbols of functions of the share",
        "experiment": of(cat(max(at), trajectories, weights=COUNTS, samples=n, **more), regime),
        "rows": [{"observable": name, "at": at, "expected": sums[:, i]} for i, name in enumerate(OBSERVABLES)],
    }


def gaussian_moments(regime, n, k, ml):
    """E variance and E (mean - start)^2 at generations 1 … k, in units of the start's variance."""
    name, growth = regime["name"], regime.get("growth")
    real, share, weight = (regime.get(key) for key in ["realSamples", "realShare", "weight"])
    divided = lambda squares, points: squares / (points if ml else points - 1)
    x, y, out = 1.0, 0.0, []
    total, squares = 0, 0.0  # of the pool: points, and the mean sum of their squares
    apart = covariance = A = Q = None
    for j in range(1, k + 1):
        m = size(n, growth, j)
        if name == "replace":
            x, y = divided((m - 1) * x, m), y + x / m
        elif name == "fresh" and share:
            b = 1 - share
            s = share + b * x + share * b * y
            x, y = divided((m - 1) * s, m), b * b * y + s / m
        elif name == "fresh":
            others = m - real
            within = (real + others * x) * (1 - 1 / m) + real * others * y / m
            x, y = divided(within, m), (others / m) ** 2 * y + (real + others * x) / m**2
        elif name == "fixed":
            others = m - real
            b = others / m
            if apart is None:
                apart, covariance = 1 / real, -1 / real
            # The synthetic mean lies about the model's, which is `apart` from that of the set.
            distance = apart + x / others
            x = divided((real - 1) + (others - 1) * x + real * others / m * distance, m)
            apart, covariance = b * b * distance, b * covariance
            y = 1 / real + apart + 2 * covariance
        elif name == "weighted":
            others = m - real
            x, y = (
                weight * divided(real - 1, real) + (1 - weight) * divided((others - 1) * x, others),
                weight**2 / real + (1 - weight) ** 2 * (y + x / others),
            )
        elif name == "accumulate":
            a = share or (real or 0) / m
            others, spread = (1 - a) * m, m * a * (1 - a) if share else 0
            # The pool's sum is its old mean, once for each old point and each of the model's, and what the new ones stray.
            squares += m - others + others * (x + y)
            sums = ((total + others) ** 2 + spread) * y + m - others + others * x
            total += m
            x, y = divided(squares - sums / total, total), sums / total**2
        else:
            A, Q = (1 / n, 1.0) if j == 1 else (
                (((j - 1) ** 2 + 2 * (j - 1)) * A + y + x / n) / j**2,
                ((j - 1) * Q + x + y) / j,
            )
            N = j * n
            x = (1 - 1 / n if ml else 1) * N / (N - 1) * (Q - A)
            y = A + (j - 1) / (N - 1) * (Q - A)
        out.append((x, y))
    return out


def log_std_accumulated(n, k):
    """E ln std of "ml" under accumulate: (pool + batch) / pool is a factor Y / (kn) of independent squares."""
    out, total = [], mpf(0)
    for j in range(1, k + 1):
        def laplace(t, j=j):
            return mp.e ** (-(j - 1) * n * t) * (1 + 2 * t) ** (-mpf(n - 1) / 2) * (1 + 2 * t * (j - 1) / mpf(j)) ** (-mpf(1) / 2)

        log_y = mp.quad(lambda t: (mp.e**-t - laplace(t)) / t, [0, 0.01, 0.1, 1, 10, 100, mp.inf])
        total += log_y - mp.log(j * n)
        out.append(float(total / 2))
    return out


def gaussian(regime, n, at, trajectories, estimator, **more):
    ml = estimator == "ml"
    moments = gaussian_moments(regime, n, max(at), ml)
    start, std = 2, 3
    rows = [
        {"square": "std", "about": 0, "at": at, "expected": [std**2 * moments[k - 1][0] for k in at]},
        {"observable": "mean", "at": at, "expected": [start] * len(at)},
        {"square": "mean", "about": start, "at": at, "expected": [std**2 * moments[k - 1][1] for k in at]},
    ]
    observables = ["mean", "std"]
    if ml and regime == {"name": "accumulate"}:
        logs = log_std_accumulated(n, max(at))
        rows.insert(0, {"observable": "logStd", "at": at, "expected": [float(mp.log(std)) + logs[k - 1] for k in at]})
        observables.append("logStd")
    return {
        "name": f"Regimes, Gaussian, {estimator}, {text(regime)}" + (", sample by sample" if more else ""),
        "source": "recursions of E variance and E mean^2",
        "experiment": of(
            gauss(max(at), trajectories, observables, samples=n, mean=start, std=std, estimator=estimator, **more), regime
        ),
        "rows": rows,
    }


def subsampled(n, k):
    """E (rate - start)^2 / start under accumulate-subsample, where the variance is the mean."""
    A, Q, out = 1 / n, 1.0, []
    for j in range(1, k + 1):
        D = A + (j - 1) / (j * n - 1) * (Q - A)
        out.append(D)
        A, Q = ((j * j + 2 * j) * A + D + 1 / n) / (j + 1) ** 2, (j * Q + 1 + D) / (j + 1)
    return out


def poisson_subsample(n, rate, at, trajectories):
    D = subsampled(n, max(at))
    regime = {"name": "accumulate-subsample"}
    return {
        "name": f"Regimes, Poisson, {text(regime)}",
        "source": "recursion of the mean squares of the pool",
        "experiment": of(pois(max(at), trajectories, rate=rate, samples=n), regime),
        "rows": [
            {"observable": "rate", "at": at, "expected": [rate] * len(at)},
            {"square": "rate", "about": rate, "at": at, "expected": [rate * D[k - 1] for k in at]},
        ],
    }


def zipf(regime, at, expected, trajectories):
    """Zipf–Mandelbrot (1, 2.7) of 1000 symbols, n = 1000."""
    model = {"zipf": {"size": 1000, "exponent": 1, "shift": 2.7}, "samples": 1000}
    return {
        "name": f"Regimes, Zipf–Mandelbrot, {text(regime)}",
        "source": "matrices of one generation, of each symbol",
        "experiment": of(cat(max(at), trajectories, ["unique"], **model), regime),
        "rows": [{"observable": "unique", "at": at, "expected": expected}],
    }


def zipf_unique(regime, at):
    weights = 1 / (np.arange(1, 1001) + 2.7)
    p = weights / weights.sum()
    n = 1000
    if regime["name"] == "accumulate":
        return [float((1 - (1 - p) ** n).sum())] * len(at)
    # A count moves by a binomial law whatever the symbol, but for its own share.
    share = regime["realShare"]
    chain = np.zeros(len(at))
    for own in p:
        top = int(own * n + 12 * (own * n * 4) ** 0.5 + 60)
        counts = np.arange(top + 1)
        law = stats.binom.pmf(counts, n, own)
        step = stats.binom.pmf(counts[None, :], n, (share * own + (1 - share) * counts / n)[:, None])
        for k in range(1, max(at) + 1):
            if k > 1:
                law = law @ step
            if k in at:
                chain[at.index(k)] += 1 - law[0]
    return list(chain)


def total_collapse(symbols, n, generations, trajectories):
    """One symbol is left when all ancestors of the data have it: how many there are, some fits back, is a chain of its
    own, as that of the boxes which balls thrown at random occupy."""
    step = np.zeros((n + 1, n + 1))
    row = np.eye(n + 1)[0]
    for j in range(n + 1):
        step[j] = row
        boxes = np.arange(n + 1) / n
        row = row * boxes + np.concatenate([[0], (row * (1 - boxes))[:-1]])
    law, left = np.eye(n + 1)[n], [1.0]
    one = symbols * (1 / symbols) ** np.arange(n + 1.0)
    for _ in range(generations):
        left.append(1 - law @ one)
        law = law @ step
    times = np.arange(generations)
    mean = sum(left)
    square = (2 * times + 1) @ left[:-1]
    assert left[-1] < 1e-12
    return {
        "name": f"Time to one symbol of {symbols}, {n} samples",
        "source": "chain of the number of ancestors",
        "experiment": cat(generations, trajectories, ["unique"], weights=[1] * symbols, samples=n),
        "rows": [{"time": "unique>1", "mean": mean, "sd": (square - mean**2) ** 0.5}],
    }


bern = experiments("bernoulli", 2100, ["p"])
pois = experiments("poisson", 2200, ["rate"])
gauss = experiments("gaussian", 2300)
cat = experiments("categorical", 2400, OBSERVABLES)

ACCUMULATE, SUBSAMPLE = {"name": "accumulate"}, {"name": "accumulate-subsample"}
SHARE, COUNT = {"name": "fresh", "realShare": 0.1}, {"name": "fresh", "realSamples": 1}
FIXED, WEIGHTED = {"name": "fixed", "realSamples": 4}, {"name": "weighted", "realSamples": 4, "weight": 0.35}
# Fewer real data points than symbols: they are drawn one by one.
FEW = {"name": "weighted", "realSamples": 3, "weight": 0.35}
ALL = [ACCUMULATE, SUBSAMPLE, SHARE, COUNT, FIXED, WEIGHTED]
grown = lambda regime, growth: {**regime, "growth": growth}
REPLACE = {"name": "replace"}
GROWN = [
    grown(REPLACE, "quadratic"),
    grown(REPLACE, "geometric:1.5"),
    grown(ACCUMULATE, "power:0.5"),
    grown(SUBSAMPLE, "linear"),
    grown(SHARE, "power:1.5"),
    grown(FIXED, "geometric:1.1"),
    grown(WEIGHTED, "linear"),
]
#: Real data are mixed into those that are kept.
KEPT_COUNT, KEPT_SHARE = {**ACCUMULATE, "realSamples": 4}, {**ACCUMULATE, "realShare": 0.1}
KEPT = [KEPT_COUNT, KEPT_SHARE]
KEPT_GROWN = [grown(KEPT_COUNT, "linear"), grown(KEPT_SHARE, "power:1.5")]
AT = [1, 2, 5, 10]
SHORT = [1, 2, 4]
BATCH = {"method": "samples"}
# Sums of a Poisson model beyond these are next to impossible.
TOPS = {"accumulate": 1500, "replace": 1500}


def main():
    b = lambda regime, at=AT, trajectories=300_000, **more: few(
        bern, "Bernoulli", "p", Counts(0.3), regime, 10, at, trajectories, {"p": 0.3}, **more
    )
    p = lambda regime, at=AT, trajectories=300_000, **more: few(
        pois, "Poisson", "rate", Counts(2.0, TOPS.get(regime["name"], 600)), regime, 10, at, trajectories, {"rate": 2}, **more
    )
    g = lambda regime, estimator="ml", at=AT, trajectories=200_000, **more: gaussian(
        regime, 10, at, trajectories, estimator, **more
    )
    steady = [r for r in ALL if r is not SUBSAMPLE]
    write(
        "regimes-bernoulli",
        [
            *map(b, ALL),
            *(b(r, SHORT) for r in GROWN),
            b(SHARE, SHORT, **BATCH),
            b(ACCUMULATE, SHORT, **BATCH),
            *map(b, KEPT),
            *(b(r, SHORT) for r in KEPT_GROWN),
            b(KEPT_SHARE, SHORT, **BATCH),
        ],
    )
    write(
        "regimes-poisson",
        [
            *map(p, steady),
            *(p(r, SHORT) for r in GROWN if r["name"] != "accumulate-subsample"),
            p(SHARE, SHORT, 100_000, **BATCH),
            poisson_subsample(10, 2, AT, 100_000),
            *map(p, KEPT),
        ],
    )
    write(
        "regimes-gaussian",
        [
            *(g(r, estimator) for estimator in ["ml", "unbiased"] for r in steady),
            *(g(SUBSAMPLE, estimator, AT, 100_000) for estimator in ["ml", "unbiased"]),
            *(g(r, "unbiased", SHORT) for r in GROWN if r["name"] != "accumulate-subsample"),
            g(SHARE, "unbiased", SHORT, 100_000, **BATCH),
            *(g(r, estimator) for estimator in ["ml", "unbiased"] for r in KEPT),
            *(g(r, "unbiased", SHORT) for r in KEPT_GROWN),
            g(KEPT_COUNT, "unbiased", SHORT, 100_000, **BATCH),
        ],
    )
    c = lambda regime, at=AT, trajectories=40_000, **more: categorical(regime, 30, at, trajectories, **more)
    few_real = {**COUNT, "realSamples": 2}
    write(
        "regimes-categorical",
        [
            *(c(r) for r in [ACCUMULATE, SUBSAMPLE, SHARE, few_real, FIXED, WEIGHTED]),
            *(c(r, [1, 2, 3], 40_000) for r in GROWN),
            c(SHARE, SHORT, 20_000, **BATCH),
            total_collapse(10, 10, 400, 100_000),
            *(zipf(r, at, zipf_unique(r, at), 2000) for r, at in [(ACCUMULATE, [1, 5]), (SHARE, [1, 5, 20])]),
            c(FEW),
            *map(c, KEPT),
        ],
    )


if __name__ == "__main__":
    main()
