"""Estimators and decoding rules. What is linear in the frequencies has recursions and chains of single symbols; two symbols
have one chain for any rule; the others are simulated with numpy, with the error of that."""
import numpy as np
from scipy import stats

from regimes import gaussian_moments
from tables import experiments, write

cat = experiments("categorical", 2600)
gauss = experiments("gaussian", 2700, ["mean", "std"])
pois = experiments("poisson", 2800, ["rate"])
NAMES = ["unique", "heterozygosity", "tv"]
ZIPF = {"size": 50, "exponent": 1}
WEIGHTS = 1 / np.arange(1, 51)
TRUTH = WEIGHTS / WEIGHTS.sum()


def text(options):
    parts = []
    for name, value in options.items():
        parts.append(f"{name} {value}" if not isinstance(value, (list, dict)) else name)
    return ", ".join(parts)


def pulled(options, at, trajectories, n=50):
    """A symbol's count has the chance (1 - u) c / n + u / m, whatever the others have."""
    m = len(TRUTH)
    beta = options.get("beta", 1)
    u = m * beta / (n + m * beta) if options["estimator"] == "add" else options["lambda"]
    counts = np.arange(n + 1)
    shares = (1 - u) * counts / n + u / m
    step = stats.binom.pmf(counts[None, :], n, shares[:, None])
    sums = np.zeros((len(at), 3))
    for start in TRUTH:
        law = stats.binom.pmf(counts, n, start)
        for k in range(1, max(at) + 1):
            law = law @ step if k > 1 else law
            if k in at:
                sums[at.index(k)] += [1 - law[0], law @ shares**2, law @ abs(shares - start) / 2]
    sums[:, 1] = 1 - sums[:, 1]
    return {
        "name": f"Estimators, categorical, {text(options)}",
        "source": "chains of single symbols; sums over symbols of functions of the share",
        "experiment": cat(max(at), trajectories, NAMES, zipf=ZIPF, samples=n, **options),
        "rows": [{"observable": name, "at": at, "expected": sums[:, i]} for i, name in enumerate(NAMES)],
    }


def james_stein(c, n):
    q = c / n
    m = c.shape[1]
    below = (n - 1) * ((q - 1 / m) ** 2).sum(1)
    share = np.clip(np.divide(1 - (q**2).sum(1), below, out=np.ones(len(c)), where=below > 0), 0, 1)[:, None]
    return (1 - share) * q + share / m


def good_turing(c, n):
    unseen = (c == 0).sum(1)
    missing = np.where(unseen == 0, 0, np.minimum((c == 1).sum(1), n - 1) / n)[:, None]
    return np.where(c == 0, missing / np.maximum(unseen, 1)[:, None], (1 - missing) * c / n)


def discounted(discount):
    def fit(c, n):
        seen = (c > 0).sum(1)[:, None]
        return np.maximum(c - discount, 0) / n + discount * seen / n / c.shape[1]

    return fit


def scaled(p):
    return p / p.sum(1, keepdims=True)


def top_p(mass):
    def rule(p):
        order = np.argsort(-p, axis=1, kind="stable")
        rising = np.take_along_axis(p, order, 1)
        kept = np.cumsum(rising, 1) - rising < mass - 1e-12
        out = np.zeros_like(p)
        np.put_along_axis(out, order, np.where(kept, rising, 0), 1)
        return scaled(out)

    return rule


def top_k(k):
    def rule(p):
        order = np.argsort(-p, axis=1, kind="stable")
        out = np.zeros_like(p)
        np.put_along_axis(out, order[:, :k], np.take_along_axis(p, order[:, :k], 1), 1)
        return scaled(out)

    return rule


RULES = {
    "temperature": lambda t: lambda p: scaled(np.where(p > 0, p, 0) ** (1 / t)),
    "topP": top_p,
    "topK": top_k,
    "minP": lambda share: lambda p: scaled(np.where(p >= share * (1 - 1e-12) * p.max(1, keepdims=True), p, 0)),
}
FITS = {"james-stein": james_stein, "good-turing": good_turing}


def curated(rewards, choices):
    """For two choices: each pair of draws has a winner."""
    assert choices == 2
    e = np.exp(np.asarray(rewards, float))
    wins = e[:, None] / (e[:, None] + e[None, :])
    return lambda p: scaled(2 * p * (p @ wins.T))


def verified(valid, invalid, symbols, size):
    chance = np.full(size, float(invalid))
    chance[symbols] = valid
    return lambda p: scaled(p * chance)


def rule_of(options, size):
    rules = [RULES[name](options[name]) for name in ["temperature", "topK", "topP", "minP"] if name in options]
    if "curation" in options:
        rules.append(curated(options["rewards"], options["curation"]))
    if "verifier" in options:
        rules.append(verified(**options["verifier"], size=size))

    def rule(p):
        for one in rules:
            p = one(p)
        return p

    return rule


def fit_of(options):
    name = options.get("estimator", "ml")
    if name == "absolute-discount":
        return discounted(options["discount"])
    return FITS.get(name, lambda c, n: c / n)


def simulated(options, at, trajectories, seed, n=50, paths=200_000):
    rng = np.random.Generator(np.random.PCG64(seed))
    fit, rule = fit_of(options), rule_of(options, len(TRUTH))
    sums, squares = np.zeros((2, len(at), 3))
    for _ in range(paths // 20_000):
        p = np.tile(TRUTH, (20_000, 1))
        for k in range(1, max(at) + 1):
            c = rng.multinomial(n, scaled(rule(p)))
            p = fit(c, n)
            if k in at:
                seen = np.stack([(c > 0).sum(1), 1 - (p**2).sum(1), abs(p - TRUTH).sum(1) / 2], 1)
                sums[at.index(k)] += seen.sum(0)
                squares[at.index(k)] += (seen**2).sum(0)
    mean = sums / paths
    error = np.sqrt((squares / paths - mean**2) / paths)
    kind = "Estimators" if "estimator" in options else "Decoding"
    return {
        "name": f"{kind}, categorical, {text(options)}",
        "source": "simulation with numpy",
        "experiment": cat(max(at), trajectories, NAMES, zipf=ZIPF, samples=n, **options),
        "rows": [
            {"observable": name, "at": at, "expected": mean[:, i], "error": error[:, i]} for i, name in enumerate(NAMES)
        ],
    }


def fate(options, generations, trajectories, n=50, count=5):
    """Two symbols: the time until one is left, and how likely it is the first."""
    rule = rule_of(options, 2)
    counts = np.arange(n + 1)
    p = rule(np.stack([counts, n - counts], 1) / n)[:, 0]
    step = stats.binom.pmf(counts[None, :], n, p[:, None])
    inner = slice(1, n)
    left = np.eye(n - 1) - step[inner, inner]
    time = np.linalg.solve(left, np.ones(n - 1))
    square = np.linalg.solve(left, 2 * time - 1)
    won = np.linalg.solve(left, step[inner, n])
    sd = np.sqrt(square[count - 1] - time[count - 1] ** 2)
    return {
        "name": f"Decoding, two symbols, {text(options) or 'none'}",
        "source": "linear systems of the chain of the first one's count",
        "experiment": cat(generations, trajectories, ["unique"], weights=[count, n - count], samples=n, **options),
        "rows": [
            {"time": "unique>1", "mean": time[count - 1], "sd": sd},
            {"symbol": 1, "expected": won[count - 1]},
        ],
    }


def shrunk(n, at, trajectories, estimator="unbiased", temperature=1, **shrink):
    """E variance and E (mean - start)^2 of replaced data."""
    share, tau = shrink.get("lambda", 0), shrink.get("tau", 0)
    std, start = 2, 3
    x, y, out = std**2, 0.0, []
    for _ in range(max(at)):
        drawn = temperature * x
        y += drawn / n
        x = (1 - share) * drawn * (1 if estimator == "unbiased" else 1 - 1 / n) + share * tau**2
        out.append((x, y))
    options = {"estimator": estimator, **shrink, **({} if temperature == 1 else {"temperature": temperature})}
    return {
        "name": f"Estimators, Gaussian, {text(options)}",
        "source": "recursions of E variance and E mean^2",
        "experiment": gauss(max(at), trajectories, samples=n, mean=start, std=std, **options),
        "rows": [
            {"square": "std", "about": 0, "at": at, "expected": [out[k - 1][0] for k in at]},
            {"square": "mean", "about": start, "at": at, "expected": [out[k - 1][1] for k in at]},
        ],
    }


def settled(regime, n, at, trajectories):
    """A Gaussian, "ml", with real data: where it settles."""
    moments = gaussian_moments(regime, n, max(at), True)
    rest = ", ".join(f"{key} {value}" for key, value in regime.items() if key != "name")
    return {
        "name": f"Real data, Gaussian, n = {n}, {regime['name']}, {rest}",
        "source": "recursions of E variance and E mean^2",
        "experiment": {**gauss(max(at), trajectories, samples=n, estimator="ml"), "regime": regime},
        "rows": [
            {"square": "std", "about": 0, "at": at, "expected": [moments[k - 1][0] for k in at]},
            {"square": "mean", "about": 0, "at": at, "expected": [moments[k - 1][1] for k in at]},
        ],
    }


def weighted(real, others, weight, at, trajectories, rate=4):
    """n times the squared error of a mean of known variance, real data points n."""
    keep = (1 - weight) ** 2
    D, out = 0.0, []
    for _ in range(max(at)):
        D = weight**2 / real + keep * (D + 1 / others)
        out.append(D)
    regime = {"name": "weighted", "realSamples": real, "weight": weight}
    return {
        "name": f"Real data, Poisson, {real} real and {others} others, weight {weight:.6g}",
        "source": "recursion of the squared error",
        "experiment": {**pois(max(at), trajectories, rate=rate, samples=real + others), "regime": regime},
        "rows": [{"square": "rate", "about": rate, "at": at, "expected": [rate * out[k - 1] for k in at]}],
    }


def main():
    at = [1, 5, 20]
    estimators = [{"estimator": "add", "beta": b} for b in [1, 0.5, 0.01]] + [{"estimator": "shrink", "lambda": 0.2}]
    others = [
        {"estimator": "james-stein"},
        {"estimator": "good-turing"},
        {"estimator": "absolute-discount", "discount": 0.75},
        {"temperature": 0.9},
        {"temperature": 1.1},
        {"topK": 20},
        {"topP": 0.95},
        {"minP": 0.05},
        {"curation": 2, "rewards": [(i % 5) / 10 for i in range(50)]},
        {"verifier": {"valid": 1, "invalid": 0.8, "symbols": list(range(0, 50, 3))}},
    ]
    write("estimators", [
        *(pulled(options, at, 20_000) for options in estimators),
        *(simulated(options, at, 20_000, 31 + i) for i, options in enumerate(others[:3])),
        shrunk(10, [1, 5, 40], 100_000, "shrink", **{"lambda": 0.2, "tau": 2}),
        shrunk(10, [1, 5, 20], 100_000, "shrink", 1.2, **{"lambda": 0.5, "tau": 1}),
        shrunk(10, [1, 5, 10], 200_000, "unbiased", 0.9),
    ])
    write("decoding", [
        *(simulated(options, at, 20_000, 41 + i) for i, options in enumerate(others[3:])),
        fate({}, 1000, 20_000),
        fate({"temperature": 0.95}, 400, 20_000),
        fate({"temperature": 1.05}, 3000, 5_000),
        fate({"topP": 0.95}, 1000, 20_000),
        fate({"minP": 0.1}, 1000, 20_000),
        fate({"curation": 2, "rewards": [0.1, 0]}, 1000, 20_000),
        fate({"verifier": {"valid": 1, "invalid": 0.9, "symbols": [0]}}, 600, 20_000),
    ])
    real = lambda name, many: {"name": name, "realSamples": many}
    golden = lambda r: ((r * r + 4 * r) ** 0.5 - r) / 2
    write("real-data", [
        settled(real("fresh", 1), 10, [1, 10, 60], 50_000),
        settled(real("fresh", 5), 10, [1, 10, 30], 50_000),
        settled(real("fixed", 10), 20, [1, 10, 40], 50_000),
        settled(real("fixed", 10), 50, [1, 10, 60], 50_000),
        *(weighted(20, m, w, [1, 5, 40], 50_000)
          for m in [20, 80, 10] for w in [golden(20 / m), 20 / m / (1 + 20 / m)]),
    ])


main()
