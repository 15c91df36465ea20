"""How symbols come and go where new real data bring them back: the stationary law of one symbol's count. An absence ends
when one of the new real data points is the symbol; presences and absences take turns."""
import numpy as np
from scipy import stats

from tables import experiments, write

SYMBOLS = {1: 500, 5: 100}
N = 1000


def stationary(step):
    size = len(step)
    equations = np.vstack([step.T - np.eye(size), np.ones(size)])
    return np.linalg.lstsq(equations, np.append(np.zeros(size), 1), rcond=None)[0]


def settled(absent, back):
    return [absent, 1 / back, (1 - absent) / absent / back]


def by_chance(p, n, share):
    counts = np.arange(n + 1)
    step = stats.binom.pmf(counts[None, :], n, (share * p + (1 - share) * counts / n)[:, None])
    return settled(stationary(step)[0], 1 - (1 - share * p) ** n)


def by_number(p, n, real):
    new = stats.binom.pmf(np.arange(real + 1), real, p)
    step = np.array([np.convolve(new, stats.binom.pmf(np.arange(n - real + 1), n - real, j / n)) for j in range(n + 1)])
    return settled(stationary(step)[0], 1 - (1 - p) ** real)


def weighted(p, n, real, weight):
    """The state is the count among the others: the real ones are new each time."""
    others = n - real
    new = stats.binom.pmf(np.arange(real + 1), real, p)
    counts = np.arange(others + 1)
    step = np.zeros((others + 1, others + 1))
    for j in counts:
        fitted = np.minimum(1, weight * np.arange(real + 1) / real + (1 - weight) * j / others)
        step[j] = new @ stats.binom.pmf(counts[None, :], others, fitted[:, None])
    return settled(stationary(step)[0] * (1 - p) ** real, 1 - (1 - p) ** real)


def by_poisson(c, share):
    """exp(-c h), h = share * sum of u, u_0 = 1, u_{j+1} = 1 - exp(-(1 - share) u_j)."""
    u, h = 1.0, 0.0
    while u > 1e-18:
        h += share * u
        u = -np.expm1(-(1 - share) * u)
    return settled(np.exp(-c * h), -np.expm1(-c * share))


def table(what, regime, source, law, n, symbols, trajectories, generations, **more):
    weights = [c for c, many in symbols.items() for _ in range(many)]
    model = {**cat(generations, trajectories, ["unique"], weights=weights, samples=n, **more), "regime": regime}
    assert sum(weights) == n
    names = ["absent", "meanAbsence", "meanPresence"]
    return {
        "name": f"Regimes, coming and going, {what}",
        "source": source,
        "experiment": model,
        "rows": [{"presence": c, **dict(zip(names, law(c)))} for c in symbols],
    }


cat = experiments("categorical", 2900)


def main():
    chain = "stationary law of one symbol's count"
    small = {1: 20, 5: 8}
    write(
        "regimes-presence",
        [
            table("fresh, realShare 0.1", {"name": "fresh", "realShare": 0.1}, chain, lambda c: by_chance(c / N, N, 0.1), N, SYMBOLS, 100, 1000),
            table("fresh, realSamples 100", {"name": "fresh", "realSamples": 100}, chain, lambda c: by_number(c / N, N, 100), N, SYMBOLS, 100, 1000),
            table("weighted", {"name": "weighted", "realSamples": 20, "weight": 0.35}, chain, lambda c: weighted(c / 60, 60, 20, 0.35), 60, small, 1000, 400),
            table("fresh, Poisson", {"name": "fresh", "realShare": 0.1}, "generating functions, with immigration", lambda c: by_poisson(c, 0.1), N, SYMBOLS, 100, 1000, sampling="poisson"),
        ],
    )


main()
