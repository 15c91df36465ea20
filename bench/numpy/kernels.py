"""The cases as a good numpy user would write them: vectorised over trajectories, filling arrays that are there already."""

import numpy as np

rng = np.random.Generator(np.random.PCG64(1))


def uniform(size):
    out = np.empty(size)
    return lambda: rng.random(out=out)


def normal(size):
    out = np.empty(size)
    return lambda: rng.standard_normal(out=out)


def exponential(size):
    out = np.empty(size)
    return lambda: rng.standard_exponential(out=out)


def beta(a, b, size):
    return lambda: rng.beta(a, b, size)


def geometric(p, size):
    return lambda: rng.geometric(p, size)


def negative_binomial(n, p, size):
    return lambda: rng.negative_binomial(n, p, size)


def zipf(a, size):
    return lambda: rng.zipf(a, size)


def gamma(shape, size):
    out = np.empty(size)
    return lambda: rng.standard_gamma(shape, out=out)


def poisson(mean, size):
    return lambda: rng.poisson(mean, size)


def binomial(n, p, size):
    return lambda: rng.binomial(n, p, size)


def hypergeometric(marked, unmarked, draws, size):
    return lambda: rng.hypergeometric(marked, unmarked, draws, size)


def integers(low, high, size):
    return lambda: rng.integers(low, high, size)


def multinomial(n, weights):
    weights = np.array(weights)
    p = weights / weights.sum()
    return lambda: rng.multinomial(n, p)


def bernoulli_chain(n, p, trajectories, generations):
    def call():
        ones = np.full(trajectories, n * p)
        for _ in range(generations):
            ones = rng.binomial(n, ones / n)
        return ones

    return call


def poisson_chain(total, trajectories, generations):
    def call():
        totals = np.full(trajectories, float(total))
        for _ in range(generations):
            totals = rng.poisson(totals)
        return totals

    return call


def gaussian_chain(n, trajectories, generations):
    z = np.empty(trajectories)
    squares = np.empty(trajectories)

    def call():
        mean = np.zeros(trajectories)
        std = np.ones(trajectories)
        for _ in range(generations):
            rng.standard_normal(out=z)
            np.multiply(z, std, out=z)
            np.multiply(z, 1 / np.sqrt(n), out=z)
            np.add(mean, z, out=mean)
            rng.standard_gamma((n - 1) / 2, out=squares)
            np.multiply(squares, 2 / (n - 1), out=squares)
            np.sqrt(squares, out=squares)
            np.multiply(std, squares, out=std)
        return std

    return call


def gaussian_by_samples(n, trajectories, generations):
    z = np.empty((trajectories, n))

    def call():
        mean = np.zeros(trajectories)
        std = np.ones(trajectories)
        for _ in range(generations):
            rng.standard_normal(out=z)
            mean += std * z.mean(axis=1)
            std *= z.std(axis=1, ddof=1)
        return std

    return call


def one_gaussian_by_samples(n, generations):
    z = np.empty(n)

    def call():
        mean, std = 0.0, 1.0
        for _ in range(generations):
            rng.standard_normal(out=z)
            mean += std * z.mean()
            std *= z.std(ddof=1)
        return std

    return call


def bartlett(n, d, trajectories):
    """Lower triangles L; L L' is the Gram matrix of n rows of d standard normals."""
    factor = np.tril(rng.standard_normal((trajectories, d, d)), -1)
    squares = 2 * rng.standard_gamma((n - np.arange(d)) / 2, (trajectories, d))
    factor[:, np.arange(d), np.arange(d)] = np.sqrt(squares)
    return factor


def regression_fixed(d, n, trajectories, generations):
    """The design is inverted once; a generation is a product."""
    z = np.empty((trajectories, d, 1))

    def call():
        inverse = np.swapaxes(np.linalg.inv(bartlett(n, d, trajectories)), 1, 2).copy()
        w = np.zeros((trajectories, d, 1))
        for _ in range(generations):
            rng.standard_normal(out=z)
            w += inverse @ z if d > 1 else inverse * z
            error = np.einsum("tij,tij->t", w, w)
        return error

    return call


def regression_fresh(d, n, trajectories, generations):
    """A new design in each generation: a batch of systems."""

    def call():
        w = np.zeros((trajectories, d, 1))
        for _ in range(generations):
            factor = bartlett(n, d, trajectories)
            z = rng.standard_normal((trajectories, d, 1))
            w += np.linalg.solve(np.swapaxes(factor, 1, 2), z)
            error = np.einsum("tij,tij->t", w, w)
        return error

    return call


def categorical(counts):
    """A generation over the living words; those that it forgets are dropped."""
    counts = np.array(counts)
    n = counts.sum()

    def call():
        drawn = rng.multinomial(n, counts / n)
        return drawn[drawn > 0]

    return call


def collapse(counts, generations):
    """
    Until one word is left, or for as many generations as asked. Takes back the share of these that it ran, as the chance
    of a long or short trajectory is not to be timed.
    """
    counts = np.array(counts)
    n = counts.sum()

    def call():
        living, done = counts, 0
        while done < generations and living.size > 1:
            drawn = rng.multinomial(n, living / n)
            living = drawn[drawn > 0]
            done += 1
        call.share = done / generations
        return living

    return call


def kde_chain(n, bandwidth, trajectories, generations):
    """Points of all trajectories in one array, which is taken from by their places in it."""
    z = np.empty((trajectories, n))
    taken = np.empty((trajectories, n))
    firsts = (np.arange(trajectories) * n)[:, None]

    def call():
        points = rng.standard_normal((trajectories, n))
        for _ in range(generations - 1):
            places = rng.integers(0, n, (trajectories, n))
            np.add(places, firsts, out=places)
            np.take(points, places, out=taken, mode="clip")
            rng.standard_normal(out=z)
            np.multiply(z, bandwidth, out=z)
            np.add(taken, z, out=points)
            second = np.einsum("ij,ij->i", points, points) / n + bandwidth**2
        return second

    return call


def multivariate_chain(d, n, trajectories, generations):
    """By Bartlett's triangle too, which draws no data."""
    below = np.tril_indices(d, -1)
    on = np.arange(d)
    shapes = (n - 1 - on) / 2
    triangle = np.zeros((trajectories, d, d))
    z = np.empty((trajectories, d, 1))
    spare = np.empty((trajectories, d, d))

    def call():
        mean = np.zeros((trajectories, d, 1))
        root = np.tile(np.eye(d), (trajectories, 1, 1))
        other = spare
        for _ in range(generations):
            rng.standard_normal(out=z)
            mean += root @ z / np.sqrt(n)
            triangle[:, below[0], below[1]] = rng.normal(0, 1 / np.sqrt(n - 1), (trajectories, len(below[0])))
            triangle[:, on, on] = np.sqrt(2 / (n - 1) * rng.standard_gamma(shapes, (trajectories, d)))
            np.matmul(root, triangle, out=other)
            root, other = other, root
        return root

    return call
