"""Writes tables, and holds the laws that several of them need. Nothing here knows lethe's code.

The scripts beside it take Python 3 with numpy, scipy and mpmath. Each writes a table file; run from this folder, and
then `npx biome format --write ..`, they give the files that are there.
"""
import json
from itertools import count
from pathlib import Path

import numpy as np
from scipy import stats

FOLDER = Path(__file__).parent.parent / "tables"


def plain(x):
    """Twelve digits of every number: more than any measurement sees."""
    if isinstance(x, dict):
        return {key: plain(value) for key, value in x.items()}
    if isinstance(x, (list, tuple, np.ndarray)):
        return [plain(value) for value in x]
    if isinstance(x, (float, np.floating)):
        return int(x) if x == int(x) and abs(x) < 2**53 else float(f"{x:.12g}")
    return int(x) if isinstance(x, np.integer) else x


def write(name, tables):
    (FOLDER / f"{name}.json").write_text(json.dumps(plain(tables), ensure_ascii=False, indent=2) + "\n")
    print(name, len(tables), "tables")


def experiments(model, seed, everything=None):
    """Makes experiments of a model, which observe `everything` or what they are told; each has the next seed."""
    seeds = count(seed + 1)

    def experiment(generations, trajectories, observables=everything, **options):
        return {
            "model": {"name": model, **options},
            "generations": generations,
            "trajectories": trajectories,
            "seed": next(seeds),
            "observables": list(observables),
        }

    return experiment


def moments(fourth_to_sixth):
    """Means and standard deviations of z, z^2, z^3, where z has mean 0 and variance 1, from E z^3 … E z^6."""
    m3, m4, _, m6 = fourth_to_sixth
    return [[0, 1], [1, (m4 - 1) ** 0.5], [m3, (m6 - m3**2) ** 0.5]]


def from_cumulants(k3, k4, k5, k6):
    """E z^3 … E z^6 from the cumulants of a standardised variable."""
    return k3, k4 + 3, k5 + 10 * k3, k6 + 15 * k4 + 10 * k3**2 + 15


def binomial_cumulants(n, p):
    """Standardised cumulants 3 to 6 of Binomial(n, p)."""
    q, v = 1 - p, p * (1 - p)
    k3, k4 = v * (q - p), v * (1 - 6 * v)
    k5, k6 = v * (q - p) * (1 - 12 * v), v * (1 - 30 * v + 120 * v * v)
    return [n * k / (n * v) ** (order / 2) for order, k in enumerate([k3, k4, k5, k6], 3)]


def wright_fisher(n, start, generations):
    """Laws of the count at generations 0 … generations: rows of Pr(count = j), from an array of Pr at 0."""
    counts = np.arange(n + 1)
    step = stats.binom.pmf(counts[None, :], n, counts[:, None] / n)
    laws = [np.asarray(start, float)]
    for _ in range(generations):
        laws.append(laws[-1] @ step)
    return laws


def at_count(n, count):
    start = np.zeros(n + 1)
    start[count] = 1
    return start


def central(values, law):
    """Mean, variance and fourth central moment."""
    mean = law @ values
    return mean, law @ (values - mean) ** 2, law @ (values - mean) ** 4
