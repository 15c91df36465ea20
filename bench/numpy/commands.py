"""
What a command of lethe computes, as a good numpy user would: `commands.py MODEL SETTINGS`, the settings in JSON. Steps
all trajectories at once, and sums up an observable as soon as it is there, so that nothing grows with the generations.
"""

import json
import sys

import numpy as np

rng = np.random.Generator(np.random.PCG64(1))


class Summary:
    """Of each observable its mean, standard error and standard deviation over trajectories; the median of the first `kept`."""

    def __init__(self, names, recorded, kept):
        self.recorded = set(recorded)
        self.kept = kept
        self.of = {name: {"mean": [], "standardError": [], "sd": [], "median": []} for name in names}

    def add(self, **observables):
        for name, x in observables.items():
            x = np.asarray(x, dtype=float)
            sd = x.std(ddof=1)
            numbers = self.of[name]
            numbers["mean"].append(x.mean())
            numbers["sd"].append(sd)
            numbers["standardError"].append(sd / np.sqrt(x.size))
            numbers["median"].append(np.median(x[: self.kept]))


class Event:
    """How often an event holds at the recorded generations, and when it first does not."""

    def __init__(self, name, trajectories):
        self.name = name
        self.probability = []
        self.failed_at = np.full(trajectories, -1)

    def look(self, generation, holds, recorded):
        self.failed_at[~holds & (self.failed_at < 0)] = generation
        if recorded:
            self.probability.append(holds.mean())

    def survival(self):
        p = np.array(self.probability)
        error = np.sqrt(p * (1 - p) / self.failed_at.size)
        return {"event": self.name, "probability": p.tolist(), "standardError": error.tolist()}

    def time_to(self, generations):
        return {"event": self.name, **times(np.where(self.failed_at < 0, generations, self.failed_at), self.failed_at < 0)}


def times(t, censored):
    low, middle, high = np.quantile(t, [0.1, 0.5, 0.9])
    return {
        "median": middle,
        "quantiles": {"0.1": low, "0.9": high},
        "mean": t.mean(),
        "standardError": t.std(ddof=1) / np.sqrt(t.size),
        "censored": int(censored.sum()),
    }


def bernoulli(n, p, trajectories, generations, recorded, kept):
    summary = Summary(["p"], recorded, kept)
    share = np.full(trajectories, p)
    summary.add(p=share)
    for g in range(1, generations + 1):
        share = rng.binomial(n, share) / n
        if g in summary.recorded:
            summary.add(p=share)
    return {"observables": summary.of, "survival": [], "timeTo": []}


def poisson(n, rate, trajectories, generations, recorded, kept):
    summary = Summary(["rate"], recorded, kept)
    event = Event("rate!=0", trajectories)
    rates = np.full(trajectories, float(rate))
    summary.add(rate=rates)
    event.look(0, rates != 0, True)
    for g in range(1, generations + 1):
        totals = rng.poisson(n * rates)
        rates = totals / n
        event.look(g, totals != 0, g in summary.recorded)
        if g in summary.recorded:
            summary.add(rate=rates)
    return {"observables": summary.of, "survival": [event.survival()], "timeTo": [event.time_to(generations)]}


def gaussian(n, trajectories, generations, recorded, kept):
    summary = Summary(["mean", "std"], recorded, kept)
    event = Event("std>0.5", trajectories)
    mean, std = np.zeros(trajectories), np.ones(trajectories)
    z, squares = np.empty(trajectories), np.empty(trajectories)
    summary.add(mean=mean, std=std)
    event.look(0, std > 0.5, True)
    for g in range(1, generations + 1):
        rng.standard_normal(out=z)
        z *= std
        z /= np.sqrt(n)
        mean += z
        rng.standard_gamma((n - 1) / 2, out=squares)
        squares *= 2 / (n - 1)
        std *= np.sqrt(squares, out=squares)
        event.look(g, std > 0.5, g in summary.recorded)
        if g in summary.recorded:
            summary.add(mean=mean, std=std)
    return {"observables": summary.of, "survival": [event.survival()], "timeTo": [event.time_to(generations)]}


def categorical(n, words, trajectories, generations, recorded, kept):
    """One trajectory after the other, over the words that it still knows."""
    place = {g: i for i, g in enumerate(recorded)}
    names = ["unique", "entropy", "heterozygosity", "tv"]
    seen = {name: np.empty((len(recorded), trajectories)) for name in names}
    start = 1 / np.arange(1.0, words + 1)
    start /= start.sum()
    forgotten = np.full((trajectories, words), -1)

    def observe(i, t, p, living):
        before = start[living]
        seen["unique"][i, t] = p.size
        seen["entropy"][i, t] = -(p @ np.log(p))
        seen["heterozygosity"][i, t] = 1 - p @ p
        seen["tv"][i, t] = (np.abs(p - before).sum() + 1 - before.sum()) / 2

    for t in range(trajectories):
        living = np.arange(words)
        p = start
        observe(0, t, p, living)
        for g in range(1, generations + 1):
            counts = rng.multinomial(n, p)
            stay = counts > 0
            forgotten[t, living[~stay]] = g
            living = living[stay]
            p = counts[stay] / n
            if g in place:
                observe(place[g], t, p, living)
    summary = Summary(names, recorded, kept)
    for i in range(len(recorded)):
        summary.add(**{name: values[i] for name, values in seen.items()})
    return {"observables": summary.of, "survival": [], "timeTo": [], "forgetting": of_words(start, forgotten, generations)}


def of_words(start, forgotten, generations):
    t = np.where(forgotten < 0, generations, forgotten)
    low, middle, high = np.quantile(t, [0.1, 0.5, 0.9], axis=0)
    columns = zip(
        start.tolist(),
        middle.tolist(),
        low.tolist(),
        high.tolist(),
        t.mean(axis=0).tolist(),
        (t.std(axis=0, ddof=1) / np.sqrt(len(t))).tolist(),
        (forgotten < 0).sum(axis=0).tolist(),
    )
    return [
        {"weight": w, "median": m, "quantiles": {"0.1": a, "0.9": b}, "mean": mean, "standardError": se, "censored": c}
        for w, m, a, b, mean, se, c in columns
    ]


model, settings = sys.argv[1], json.loads(sys.argv[2])
answer = {"generations": settings["recorded"], **globals()[model](**settings)}
json.dump(answer, sys.stdout)
