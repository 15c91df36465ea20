"""The categorical chain. A symbol's count alone is a Wright–Fisher chain, so the mean of any sum over symbols of a
function of their counts is exact. With Poisson sampling a symbol and all others together are independent chains."""
import numpy as np
from scipy import stats

from tables import at_count, experiments, wright_fisher, write

COUNTS = [19, 13, 9, 7, 5, 4, 2, 1]
OBSERVABLES = ["unique", "entropy", "heterozygosity", "tv"]
experiment = experiments("categorical", 1500, OBSERVABLES)


def functions(share, start):
    """What a symbol adds to each observable (heterozygosity: to 1 less it)."""
    positive = np.where(share > 0, share, 1)
    return [(share > 0) * 1.0, -share * np.log(positive), share**2, np.abs(share - start) / 2]


def rows(at, sums):
    """`sums` has, for every generation, what the functions sum to."""
    sums = np.array(sums)
    sums[:, 2] = 1 - sums[:, 2]
    return [{"observable": name, "at": at, "expected": sums[:, i]} for i, name in enumerate(OBSERVABLES)]


def beginning(weights, n):
    """Counts where they are whole and sum to n."""
    whole = sum(weights) == n and all(w == int(w) for w in weights)
    return {"counts": weights} if whole else {"weights": weights, "samples": n}


def multinomial(name, weights, n, at, trajectories, symbols=(), **more):
    total = sum(weights)
    counts = np.arange(n + 1)
    sums = np.zeros((len(at), 4))
    lost = {}
    for weight in sorted(set(weights)):
        first = stats.binom.pmf(counts, n, weight / total)
        laws = [None, *wright_fisher(n, first, max(at) - 1)]
        for i, k in enumerate(at):
            sums[i] += weights.count(weight) * np.array([laws[k] @ f for f in functions(counts / n, weight / total)])
        lost[weight] = [laws[k][0] for k in at]
    given = beginning(weights, n)
    return {
        "name": f"Categorical, {name}",
        "source": "transition matrix of each symbol; sums over symbols of functions of the count",
        "experiment": experiment(max(at), trajectories, **given, **more),
        "rows": [
            *({"symbol": s, "expected": lost[weights[s]][-1]} for s in symbols),
            *({"count": w, "at": at, "expected": lost[w]} for w in sorted(lost) if weights.count(w) == 1),
            *rows(at, sums),
        ],
    }


def one_generation(name, groups, n, trajectories, **model):
    """One generation of many symbols: `groups` are (weight, how many)."""
    total = sum(w * m for w, m in groups)
    counts = np.arange(n + 1)
    sums = np.zeros(4)
    for w, m in groups:
        law = stats.binom.pmf(counts, n, w / total)
        sums += m * np.array([law @ f for f in functions(counts / n, w / total)])
    varies = min(w for w, _ in groups) < 10  # else none is ever lost, and the number of symbols stays as it is
    return {
        "name": f"Categorical, {name}",
        "source": "binomial sums: one generation",
        "experiment": experiment(1, trajectories, **model),
        "rows": rows([1], [sums])[0 if varies else 1 :],
    }


def branching(mean, generations, top):
    """Laws of a Poisson chain at generations 1 …, cut at `top`, where next to nothing is left."""
    counts = np.arange(top + 1)
    step = stats.poisson.pmf(counts[None, :], counts[:, None])
    laws = [None, stats.poisson.pmf(counts, mean)]
    for _ in range(generations - 1):
        laws.append(laws[-1] @ step)
    return laws


def poisson(name, weights, n, at, trajectories, top=700, **more):
    """A symbol has count a and the others together b, all independent; with no symbol left tv is 1, the others
    are 0."""
    total = sum(weights)
    a, b = np.arange(top + 1)[:, None], np.arange(top + 1)[None, :]
    sums = np.zeros((len(at), 4))
    lost = {}
    dead = branching(n, max(at), top)
    for weight in sorted(set(weights)):
        own = branching(n * weight / total, max(at), top)
        others = branching(n * (1 - weight / total), max(at), top)
        share = a / np.maximum(a + b, 1)
        for i, k in enumerate(at):
            values = [own[k] @ f @ others[k] for f in functions(share, weight / total)]
            sums[i] += weights.count(weight) * np.array(values)
        lost[weight] = [own[k][0] for k in at]
    for i, k in enumerate(at):
        sums[i, 2] += dead[k][0]  # so that heterozygosity is 0
        sums[i, 3] += dead[k][0] / 2  # for the shares have been counted as 0, at a distance of 1/2
    given = beginning(weights, n)
    return {
        "name": f"Categorical, {name}",
        "source": "transition matrices of a symbol and of all others, which are independent",
        "experiment": experiment(max(at), trajectories, **given, sampling="poisson", **more),
        "rows": [
            *({"count": w, "at": at, "expected": lost[w]} for w in sorted(lost) if "counts" in given),
            *rows(at, sums),
        ],
    }


def expand(groups):
    return [w for w, m in groups for _ in range(m)]


WEIGHTS = [1.9, 1.3, 0.9, 0.7, 0.5, 0.4, 0.2, 0.1]
LARGE = [(700, 2), (400, 4), (100, 10), (20, 20)]  # on both sides of 512 and 32, between which digits end
HUGE = [(20_000, 2), (5000, 10), (50, 300)]  # on both sides of 16,384, from where there are no digits
MANY = [(2, 1500), (1, 500)]

write(
    "categorical-exact",
    [
        multinomial("60 tokens", COUNTS, 60, [1, 2, 5, 10], 50_000),
        # The last symbol, as the last tokens are those that a wrong correction of the total misses.
        multinomial("60 tokens, the rarest first and last", [1, 20, 20, 18, 1], 60, [1], 400_000, symbols=[0, 4]),
        multinomial("60 tokens, binomial splitting", COUNTS, 60, [1, 2, 5, 10], 50_000, method="binomial-splitting"),
        multinomial("60 tokens, sample by sample", COUNTS, 60, [1, 2, 5, 10], 40_000, method="samples"),
        multinomial("weights, 60 samples", WEIGHTS, 60, [1, 2, 5, 10], 50_000),
        multinomial("weights, 60 samples, sample by sample", WEIGHTS, 60, [1, 5], 50_000, method="samples"),
        one_generation("large counts", LARGE, 4400, 100_000, counts=expand(LARGE)),
        one_generation("huge counts", HUGE, 105_000, 20_000, counts=expand(HUGE)),
        one_generation("many symbols", MANY, 3500, 4000, counts=expand(MANY)),
        poisson("Poisson sampling", COUNTS, 60, [1, 2, 5, 10], 50_000),
        poisson("Poisson sampling, weights", WEIGHTS, 60, [1, 2, 5], 50_000),
        poisson("Poisson sampling, sample by sample", COUNTS, 60, [1, 2, 5], 40_000, method="samples"),
        # One that dies out within a few generations.
        poisson("Poisson sampling, four tokens", [2, 1, 1], 4, [1, 2, 5], 100_000, top=120),
    ],
)
