"""Kernel density estimates and empirical laws. All that their mean distances depend on are powers of the kernel's
characteristic function c, with and without the factor |phi|^2 of the true law: each is an integral in closed form, so that
nothing here is summed over frequencies. Second moments follow from the same pairs."""
from fractions import Fraction
from itertools import product
from math import erf, exp, pi, sqrt

import numpy as np
from tables import experiments, write


def size(n, growth, j):
    return n * (j if growth == "linear" else j**2 if growth == "quadratic" else 1)


def poly(*coefficients):
    return np.array(coefficients, float)


def add(*polynomials):
    out = np.zeros(max(len(one) for one in polynomials))
    for one in polynomials:
        out[: len(one)] += one
    return out


def times_c(polynomial, power=1):
    return np.concatenate([np.zeros(power), polynomial])


class Pairs:
    """E g = phi * mean, E |g|^2 = own + true |phi|^2 of the characteristic function g of an estimate; polynomials in c."""

    def __init__(self, mean, own, true):
        self.mean, self.own, self.true = mean, own, true


def laws(regime, n, k):
    """Of the estimates of generations 1 … k."""
    name, growth = regime["name"], regime.get("growth")
    real, share, weight = (regime.get(key) for key in ["realSamples", "realShare", "weight"])
    g = Pairs(poly(1), poly(0), poly(1))
    kept, shared = None, (poly(0), poly(1))
    out = []
    for j in range(1, k + 1):
        m = size(n, growth, j)
        if name in ["replace", "fresh", "fixed"] and not share:
            r = real or 0
            s = m - r
            # Pairs of the same point, of two real ones, of a real and a synthetic one, of two synthetic ones.
            own, true = (shared[0], shared[1]) if name == "fixed" else (poly(0), g.mean)
            e = Pairs(
                add(poly(r / m), g.mean * s / m),
                add(poly(m), 2 * r * s * own, s * (s - 1) * g.own) / m**2,
                add(poly(r * (r - 1)), 2 * r * s * true, s * (s - 1) * g.true) / m**2,
            )
            if name == "fixed":
                shared = (
                    times_c(add(poly(1), s * shared[0])) / m,
                    times_c(add(poly(r - 1), s * shared[1])) / m,
                )
            g = Pairs(times_c(e.mean), times_c(e.own, 2), times_c(e.true, 2))
        elif name == "fresh":
            a, b = share, 1 - share
            one = Pairs(add(poly(a), b * g.mean), b * b * g.own, add(poly(a * a), 2 * a * b * g.mean, b * b * g.true))
            own = add(poly(1 / m), (1 - 1 / m) * one.own)
            g = Pairs(times_c(one.mean), times_c(own, 2), times_c((1 - 1 / m) * one.true, 2))
        elif name == "weighted":
            s = m - real
            w, v = weight, 1 - weight
            mean, other = poly(w), v * g.mean
            own = add(poly(w * w / real + v * v / s), v * v * (1 - 1 / s) * g.own)
            true = add(poly(w * w * (1 - 1 / real)), 2 * w * other, v * v * (1 - 1 / s) * g.true)
            g = Pairs(times_c(add(mean, other)), times_c(own, 2), times_c(true, 2))
        else:
            total, pool, fit = kept or (0, Pairs(poly(0), poly(0), poly(0)), None)
            # Of the pool with the estimate that a batch is drawn from: a part of the pool has its mean.
            with_fit = [times_c(one) if kept else one for one in (pool.own, pool.true)]
            N = total + m
            r = share * m if share else real or 0
            s = m - r
            # Pairs of a batch: of two real points, of a real and a synthetic one, of two synthetic ones.
            rr, rs, ss = r * (r - 1), 2 * r * s, s * (s - 1)
            if share:
                rr, rs, ss = (m * (m - 1) * chance for chance in [share**2, 2 * share * (1 - share), (1 - share) ** 2])
            own = add(2 * total * s * with_fit[0], poly(m), ss * g.own)
            true = add(2 * total * r * pool.mean, 2 * total * s * with_fit[1], poly(rr), rs * g.mean, ss * g.true)
            pool = Pairs(
                add(total * pool.mean, poly(r), s * g.mean) / N,
                add(total**2 * pool.own, own) / N**2,
                add(total**2 * pool.true, true) / N**2,
            )
            fit = pool
            if name == "accumulate-subsample" and N > m:
                pair = (1 - 1 / m) / (N - 1)
                fit = Pairs(pool.mean, add(poly(1 / m - pair), N * pair * pool.own), N * pair * pool.true)
            g = Pairs(times_c(fit.mean), times_c(fit.own, 2), times_c(fit.true, 2))
            kept = (N, pool, fit)
        out.append(g)
    return out


class Normals:
    def __init__(self, weights, means, stds):
        self.weights = np.array(weights, float) / np.sum(weights)
        self.means = [np.atleast_1d(mean).astype(float) for mean in means]
        self.stds = stds
        self.dimension = len(self.means[0])

    def with_itself(self, variance):
        """The density at 0 of X - Y + a normal of a variance, X and Y of this law."""
        pairs = product(range(len(self.means)), repeat=2)
        return sum(
            self.weights[i] * self.weights[j] * normal(self.means[i] - self.means[j], variance + self.stds[i] ** 2 + self.stds[j] ** 2)
            for i, j in pairs
        )

    def variance(self):
        mean = sum(w * m for w, m in zip(self.weights, self.means))
        spread = sum(w * (np.sum((m - mean) ** 2) + self.dimension * s**2) for w, m, s in zip(self.weights, self.means, self.stds))
        return spread, np.sum(mean**2)


class Uniform:
    def __init__(self, dimension):
        self.dimension = dimension

    def with_itself(self, variance):
        if variance == 0:
            return 1.0
        s = sqrt(variance)
        one = erf(1 / (s * sqrt(2))) - 2 * s * (1 - exp(-1 / (2 * variance))) / sqrt(2 * pi)
        return one**self.dimension

    def variance(self):
        return self.dimension / 12, self.dimension / 4


def normal(x, variance):
    return np.exp(-np.sum(x**2) / (2 * variance)) / (2 * pi * variance) ** (len(x) / 2)


def distance(g, truth, h, more):
    """Of the integral of |g - phi|^2: what is left of it where the kernel of variance `more` is laid over."""
    d = truth.dimension
    own = sum(a * (2 * pi * (j * h * h + more)) ** (-d / 2) for j, a in enumerate(g.own) if a)
    coefficients = add(g.true, -2 * g.mean, poly(1))
    rest = sum(a * truth.with_itself(j * h * h + more) for j, a in enumerate(coefficients) if a)
    return (2 * pi * more) ** (d / 2 if more else 0) * (own + rest)


def derivative(polynomial):
    """By t^2, at 0, in units of -h^2 / 2."""
    return np.arange(len(polynomial)) @ polynomial


def moments(g, truth, h):
    """Of |x|^2 and of the variance, from the second derivatives at 0: |phi|^2 falls by the variance, twice over."""
    d = truth.dimension
    variance, middle = truth.variance()
    second = variance + middle + d * h * h * derivative(g.mean)
    # 1 - E |g|^2 is t^2 times the variance, in each direction.
    within = d * h * h / 2 * (derivative(g.own) + derivative(g.true)) + g.true.sum() * variance
    return second, within


def text(regime):
    rest = ", ".join(f"{key} {value}" for key, value in regime.items() if key != "name")
    return regime["name"] + (f", {rest}" if rest else "")


kde = experiments("kde", 7100)
empirical = experiments("empirical", 7300)


def bandwidth(rule, n, d):
    if isinstance(rule, str):
        return (n if rule == "scott" else n * (d + 2) / 4) ** (-1 / (d + 4))
    return rule


def table(name, truth, given, rule, n, regime, at, trajectories, width=0.5, which=("secondMoment", "within", "ise", "mmd"), **more):
    d = truth.dimension
    h = bandwidth(rule, n, d)
    pairs = laws(regime, n, max(at))
    expected = {one: [] for one in ["secondMoment", "within", "ise", "mmd"]}
    for k in at:
        g = pairs[k - 1]
        second, within = moments(g, truth, h)
        expected["secondMoment"].append(second)
        expected["within"].append(within)
        expected["ise"].append(distance(g, truth, h, 0) if "ise" in which else 0)
        expected["mmd"].append(distance(g, truth, h, width**2))
    options = {**given, "samples": n, "bandwidth": rule, **({} if width == 0.5 else {"kernelWidth": width})}
    run = kde(max(at), trajectories, which, **options)
    return {
        "name": f"KDE, {name}, n = {n}, {text(regime)}",
        "source": "closed forms of pairs of normals, by a recursion of their weights",
        "experiment": {**run, "regime": regime, **more},
        "rows": [{"observable": one, "at": at, "expected": expected[one]} for one in which],
    }


standard = Normals([1], [0], [1])
plane = Normals([1], [[0, 0]], [1])
WANG = {"weights": [0.35, 0.65], "means": [-2, 1], "stds": [0.8, 1.3]}
wang = Normals(WANG["weights"], WANG["means"], WANG["stds"])
BLOBS = {"weights": [1, 2], "means": [[0, 0], [3, -4]], "stds": [1, 0.5]}
blobs = Normals(BLOBS["weights"], BLOBS["means"], BLOBS["stds"])
POINTS = [-1, 0, 0, 2.5]
points = Normals([1] * 4, POINTS, [0] * 4)
CORNERS = [[0, 0], [1, 0], [0, 2]]
corners = Normals([1] * 3, CORNERS, [0] * 3)
NO_DENSITY = ("secondMoment", "within", "mmd")
MOMENTS = ("secondMoment", "within")

REGIMES = [
    {"name": "replace"},
    {"name": "accumulate"},
    {"name": "accumulate-subsample"},
    {"name": "fresh", "realShare": 0.1},
    {"name": "fresh", "realSamples": 5},
    {"name": "fixed", "realSamples": 5},
    {"name": "weighted", "realSamples": 8, "weight": 0.4},
    {"name": "accumulate-subsample", "growth": "linear"},
    {"name": "fixed", "realSamples": 5, "growth": "linear"},
]

SHORT = [1, 2, 5, 10]

#: Real data are mixed into those that are kept; a pool that grows is soon large.
KEPT = [
    ({"name": "accumulate", "realSamples": 5}, SHORT),
    ({"name": "accumulate", "realShare": 0.1}, SHORT),
    ({"name": "accumulate", "realSamples": 5, "growth": "linear"}, [1, 2, 4]),
]


def replaced(name, truth, given, rule, n, trajectories, **more):
    return table(name, truth, given, rule, n, {"name": "replace"}, SHORT, trajectories, **more)


#: THEORY: simulated there by other means, 1000 runs.
NLL = {
    "replace": ([1, 10], [1.4419, 1.7277], [0.0004, 0.0041]),
    "accumulate": ([10], [1.4867], [0.0008]),
    "accumulate-subsample": ([10], [1.4976], [0.0012]),
}


def surprise(name):
    at, expected, error = NLL[name]
    run = kde(10, 1000, ["nll"], samples=100, bandwidth=0.5)
    return {
        "name": f"KDE, negative log-likelihood, n = 100, {name}",
        "source": "independent simulation of 1,000 runs",
        "experiment": {**run, "regime": {"name": name}, "record": "every:9" if 9 in at else "all"},
        "rows": [{"observable": "nll", "at": at, "expected": expected, "error": error}],
    }


def errors(regime, n, k):
    """E (F_k - F)^2 in units of F (1 - F), exactly: F_k at a place is the share of a Bernoulli model."""
    name, growth = regime["name"], regime.get("growth")
    real, share, weight = (regime.get(key) for key in ["realSamples", "realShare", "weight"])
    D, A, Q, N, cross = Fraction(0), Fraction(0), Fraction(0), 0, Fraction(0)
    out = []
    for j in range(1, k + 1):
        m = size(n, growth, j)
        left = 1 - D  # of the variance of one point of the last fit
        if name.startswith("accumulate"):
            before, N = N, N + m
            Q = (before * Q + m) / N  # squares of 0 and 1: always those of the truth
            a = Fraction(share).limit_denominator(1000) if share else Fraction(real or 0, m)
            s, spread = (1 - a) * m, m * a * (1 - a) if share else 0
            A = (before * before * A + 2 * before * s * A + (s * s + spread) * D + s * left + a * m) / Fraction(N * N)
            D = A if name == "accumulate" or N == m else A + Fraction(N - m, m * (N - 1)) * (Q - A)
        elif name == "weighted":
            w, s = Fraction(weight).limit_denominator(1000), m - real
            D = w * w / real + (1 - w) ** 2 * (D + left / s)
        elif share:
            a = Fraction(share).limit_denominator(1000)
            b = 1 - a
            D = b * b * D + (1 - b * b * D) / m
        else:
            r = real or 0
            s = m - r
            D = (r + 2 * r * s * (cross if name == "fixed" else 0) + s * s * D + s * left) / Fraction(m * m)
            cross = (1 + s * cross) / Fraction(m)
        out.append(D)
    return out


def bootstrap(name, given, n, regime, at, trajectories, scale, variance, middle):
    D = errors(regime, n, max(at))
    run = empirical(max(at), trajectories, ["secondMoment", "variance", "cvm"], samples=n, **given)
    return {
        "name": f"Empirical law, {name}, n = {n}, {text(regime)}",
        "source": "exact fractions of the Bernoulli model at each place",
        "experiment": {**run, "regime": regime},
        "rows": [
            {"observable": "secondMoment", "at": at, "expected": [variance + middle] * len(at)},
            {"observable": "variance", "at": at, "expected": [variance * float(1 - D[k - 1]) for k in at]},
            {"observable": "cvm", "at": at, "expected": [scale * float(D[k - 1]) for k in at]},
        ],
    }


def of_points(values):
    """The mean of F (1 - F)."""
    values = np.array(values)
    F = np.array([np.mean(values <= x) for x in values])
    return np.mean(F * (1 - F))


write(
    "densities",
    [
        *[table("N(0, 1)", standard, {}, 0.5, 20, regime, SHORT, 8000) for regime in REGIMES],
        *[
            table("N(0, 1)", standard, {}, h, 100, {"name": name}, [1, 2, 10], 1500)
            for h in [0.5, 0.1]
            for name in ["replace", "accumulate", "accumulate-subsample"]
        ],
        table("N(0, 1)", standard, {}, 0.5, 100, {"name": "replace"}, [50, 100], 5000, record="every:50"),
        table("N(0, 1), moments alone", standard, {}, 0.5, 20, {"name": "replace"}, SHORT, 200000, which=MOMENTS),
        table("plane, moments alone", plane, {"dimension": 2}, 0.5, 21, {"name": "replace"}, SHORT, 200000, which=MOMENTS),
        replaced("two normals", wang, WANG, "scott", 50, 4000),
        replaced("two normals", wang, WANG, "silverman", 30, 4000, width=2),
        replaced("uniform", Uniform(1), {"truth": "uniform"}, 0.1, 20, 10000),
        replaced("plane, N(0, 1)", plane, {"dimension": 2}, "scott", 20, 6000),
        replaced("plane, uniform", Uniform(2), {"truth": "uniform", "dimension": 2}, 0.3, 20, 6000),
        replaced("plane, two normals", blobs, BLOBS, 0.5, 20, 6000),
        replaced("points", points, {"points": POINTS}, 0.5, 20, 20000, which=NO_DENSITY),
        table("plane, points", corners, {"points": CORNERS}, 0.5, 20, {"name": "accumulate"}, SHORT, 20000, which=NO_DENSITY),
        *[surprise(name) for name in NLL],
        *[bootstrap("N(0, 1)", {}, 10, regime, SHORT, 40000, 1 / 6, 1, 0) for regime in REGIMES],
        bootstrap("uniform", {"truth": "uniform"}, 10, {"name": "replace"}, SHORT, 40000, 1 / 6, 1 / 12, 1 / 4),
        bootstrap("two normals", WANG, 30, {"name": "accumulate"}, SHORT, 20000, 1 / 6, *wang.variance()),
        bootstrap("points", {"points": POINTS}, 10, {"name": "replace"}, SHORT, 40000, of_points(POINTS), *points.variance()),
        *[table("N(0, 1)", standard, {}, 0.5, 20, regime, at, 8000) for regime, at in KEPT],
        *[bootstrap("N(0, 1)", {}, 10, regime, at, 40000, 1 / 6, 1, 0) for regime, at in KEPT],
    ],
)
