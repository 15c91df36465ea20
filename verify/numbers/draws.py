"""Draws of the Generator: moments from cumulants, shares from distribution functions."""
import numpy as np
from scipy import stats

from tables import binomial_cumulants, from_cumulants, moments, write

COUNT = 3_000_000
seed = 1000


def table(sampler, args, rows, source, count=COUNT):
    global seed
    seed += 1
    shown = ", ".join(f"{len(a)} weights" if isinstance(a, list) and len(a) > 9 else str(a) for a in args)
    return {
        "name": f"Draws of the Generator: {sampler}({shown})",
        "source": source,
        "draws": {"sampler": sampler, "args": args, "seed": seed, "count": count},
        "rows": rows,
    }


def row(mean, sd, standard_moments, edges, below):
    """`below` is Pr(X < x)."""
    below = [0, *(float(below(x)) for x in edges), 1]
    return {"about": mean, "unit": sd, "edges": edges, "shares": np.diff(below), "moments": moments(standard_moments)}


def whole(law, points):
    """Edges among whole numbers near quantiles of the law."""
    return sorted({int(law.ppf(q)) for q in points} - {0})


QUANTILES = [0.001, 0.01, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 0.99, 0.999]


def continuous(sampler, args, law, cumulants, source):
    edges = [float(f"{law.ppf(q):.10g}") for q in QUANTILES]
    return table(sampler, args, [row(law.mean(), law.std(), from_cumulants(*cumulants), edges, law.cdf)], source)


def discrete(sampler, args, law, cumulants, source):
    edges = whole(law, QUANTILES)
    rows = [row(law.mean(), law.std(), from_cumulants(*cumulants), edges, lambda x: law.cdf(x - 1))]
    return table(sampler, args, rows, source)


def gamma(shape):
    cumulants = [f * shape ** (1 - order / 2) for order, f in [(3, 2), (4, 6), (5, 24), (6, 120)]]
    source = "cumulants (j - 1)! shape; incomplete gamma function"
    return continuous("gamma", [shape], stats.gamma(shape), cumulants, source)


def poisson(mean):
    source = "all cumulants are the mean; distribution function"
    cumulants = [mean ** (1 - order / 2) for order in range(3, 7)]
    return discrete("poisson", [mean], stats.poisson(mean), cumulants, source)


def binomial(n, p):
    source = "cumulants n times those of one trial; distribution function"
    return discrete("binomial", [n, p], stats.binom(n, p), binomial_cumulants(n, p), source)


def hypergeometric_row(marked, unmarked, draws):
    law = stats.hypergeom(marked + unmarked, marked, draws)
    k = np.arange(max(0, draws - unmarked), min(marked, draws) + 1)
    z = (k - law.mean()) / law.std()
    standard = [law.pmf(k) @ z**power for power in range(3, 7)]
    return row(law.mean(), law.std(), standard, whole(law, QUANTILES), lambda x: law.cdf(x - 1))


def hypergeometric(marked, unmarked, draws):
    rows = [hypergeometric_row(marked, unmarked, draws)]
    return table("hypergeometric", [marked, unmarked, draws], rows, "sums over the probabilities; distribution function")


def multivariate_hypergeometric(counts, draws, count):
    total = sum(counts)
    kinds = [(i, n) for i, n in enumerate(counts) if n > 0]
    rows = [{"symbol": i, **hypergeometric_row(n, total - n, draws)} for i, n in kinds]
    return table("multivariateHypergeometric", [counts, draws], rows, "each kind's count is hypergeometric", count)


def brief(n, p):
    law = stats.binom(n, p)
    return {"about": law.mean(), "unit": law.std(), "moments": moments(from_cumulants(*binomial_cumulants(n, p)))[:2]}


def multinomial(n, weights, count):
    rows = []
    for symbol, weight in enumerate(weights):
        if weight == 0:
            continue
        if len(weights) > 9:  # so many: only mean and variance
            rows.append({"symbol": symbol, **brief(n, weight / sum(weights))})
            continue
        law = stats.binom(n, weight / sum(weights))
        standard = from_cumulants(*binomial_cumulants(n, weight / sum(weights)))
        edges = whole(law, [0.05, 0.5, 0.95])
        rows.append({"symbol": symbol, **row(law.mean(), law.std(), standard, edges, lambda x: law.cdf(x - 1))})
    return table("multinomial", [n, weights], rows, "each symbol's count is binomial", count)


def integers(low, high, edges):
    range_ = high - low
    # Standardised moments of the discrete uniform law on `range_` values.
    n2 = float(range_) ** 2
    variance = (n2 - 1) / 12
    m4 = (n2 - 1) * (3 * n2 - 7) / 240
    m6 = (n2 - 1) * (3 * n2**2 - 18 * n2 + 31) / 1344
    standard = (0, m4 / variance**2, 0, m6 / variance**3)
    rows = [row((low + high - 1) / 2, variance**0.5, standard, edges, lambda x: (x - low) / range_)]
    return table("integers", [low, high], rows, "moments of the discrete uniform law")


normal_edges = [k / 2 for k in range(-7, 8)]
uniform_edges = [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99]
uniform_row = row(0.5, 12**-0.5, (0, 9 / 5, 0, 27 / 7), uniform_edges, lambda x: x)
normal_row = row(0, 1, (0, 3, 0, 15), normal_edges, stats.norm.cdf)

write(
    "draws",
    [
        table("uniform", [], [uniform_row], "moments of the uniform law"),
        integers(0, 10, list(range(1, 10))),
        # Of the 2^53 values of a uniform a third is left over, to be drawn again.
        integers(0, 6_000_000_000_000_000, [k * 500_000_000_000_000 for k in range(1, 12)]),
        table("normal", [], [normal_row], "moments and distribution function"),
        gamma(0.3),
        gamma(1),
        gamma(4.5),
        gamma(1_000_000_000),
        poisson(0.5),
        poisson(3),
        poisson(12),
        poisson(300),
        poisson(1_000_000_000),
        binomial(100, 0.03),
        binomial(100, 0.97),
        binomial(1000, 0.4),
        binomial(1000, 0.7),
        binomial(1_000_000_000_000, 0.5),
        multinomial(1000, [1, 2, 3, 4], 200_000),
        # The second symbol takes most of what is left.
        multinomial(500, [2, 12, 0, 1, 1], 200_000),
        # Small shares, of more symbols than are prepared at once.
        multinomial(2000, [1 + i % 3 for i in range(67)] + [1800], 100_000),
        hypergeometric(40, 160, 30),
        hypergeometric(160, 40, 170),
        hypergeometric(15, 85, 40),
        hypergeometric(30, 970, 200),
        hypergeometric(45, 40, 42),
        hypergeometric(1000, 3000, 400),
        hypergeometric(3000, 1000, 3600),
        hypergeometric(1_000_000, 3_000_000, 2_000_000),
        multivariate_hypergeometric([40, 160, 0, 400, 300], 300, 200_000),
        # Of the 2^32 products a quarter is left over.
        integers(0, 3 * 2**30, [k * 2**28 for k in range(1, 12)]),
        table("boxMuller", [], [normal_row], "moments and distribution function"),
        # Enough symbols for Poisson counts, of means below 1 and above 32.
        multinomial(400, [40, 8, 5, 2, 0] + [1 + i % 3 for i in range(57)], 100_000),
    ],
)
