"""The n-gram chain on texts so small that all the texts that may follow can be listed."""
from collections import Counter, defaultdict
from fractions import Fraction
from itertools import combinations_with_replacement
from math import factorial, log

import numpy as np
from scipy import stats

from tables import at_count, experiments, wright_fisher, write

OBSERVABLES = ["unique", "shared", "entropy", "top1", "contexts", "novelty"]
experiment = experiments("ngram", 1600, OBSERVABLES)


def followers(pieces, context, closed):
    """What follows each context, in the pieces of a text; with `closed`, the end of a piece is a token too."""
    after = defaultdict(Counter)
    for piece in pieces:
        for i in range(context, len(piece)):
            after[tuple(piece[i - context : i])][piece[i]] += 1
        if closed and len(piece) >= context:
            after[tuple(piece[len(piece) - context :])]["end"] += 1
    return after


def spans(pieces, length):
    return [tuple(p[i : i + length]) for p in pieces for i in range(len(p) - length + 1)]


def observe(pieces, original, order, span, closed, types_of=lambda token: [token]):
    """The observables, as docs/models/ngram.md defines them."""
    types = {t for piece in pieces for token in piece for t in types_of(token)}
    known = {t for piece in original for token in piece for t in types_of(token)}
    after = followers(pieces, order - 1, closed)
    size = sum(c.total() for c in after.values())
    entropy = sum(-k * log(k / c.total()) for c in after.values() for k in c.values()) / size
    top1 = sum(max(c.values()) for c in after.values()) / size
    old = set(spans(original, span))
    all_ = spans(pieces, span)
    novelty = sum(s not in old for s in all_) / len(all_) if all_ else 0
    return np.array([len(types), len(types & known), entropy, top1, len(after), novelty])


def walks(pieces, order, room):
    """What one walker of `room` tokens may write, and how likely each is: lists of pieces."""
    after = followers(pieces, order - 1, False)
    grams = Counter(spans(pieces, order))
    total = grams.total()
    done = defaultdict(Fraction)

    def go(written, piece, left, probability):
        if left == 0:
            done[(*written, piece)] += probability
            return
        successors = after.get(piece[len(piece) - order + 1 :]) if piece else None
        if successors:
            for token, k in successors.items():
                go(written, (*piece, token), left - 1, probability * Fraction(k, successors.total()))
        else:
            for gram, k in grams.items():
                start = gram[: min(order, left)]
                go((*written, piece) if piece else written, start, left - len(start), probability * Fraction(k, total))

    go((), (), room, Fraction(1))
    return done


def next_texts(text, order, samples):
    """The texts that may follow, each as the sorted writings of its walkers, which are alike and independent."""
    walkers = min(4, samples // order)
    assert samples % walkers == 0
    written = walks([piece for writing in text for piece in writing], order, samples // walkers)
    for writings in combinations_with_replacement(sorted(written), walkers):
        ways = factorial(walkers)
        probability = Fraction(1)
        for writing, many in Counter(writings).items():
            ways //= factorial(many)
            probability *= written[writing] ** many
        yield writings, float(probability * ways)


def rows(at, means):
    """Without what hardly varies: a mean of rare cases is far from normal."""
    means = np.array(means)
    result = []
    for i, name in enumerate(OBSERVABLES):
        varies = [j for j in range(len(at)) if abs(means[j, i] - round(means[j, i])) > 1e-3]
        if varies:
            result.append({"observable": name, "at": [at[j] for j in varies], "expected": means[varies, i]})
    return result


def stream(tokens, order, samples, span, at, trajectories):
    original = ((tuple(tokens),),)
    laws, means = {original: 1.0}, []
    following, seen = {}, {}
    for k in range(1, max(at) + 1):
        new = defaultdict(float)
        for text, probability in laws.items():
            if text not in following:
                following[text] = list(next_texts(text, order, samples))
            for other, share in following[text]:
                new[other] += probability * share
        laws = new
        if k in at:
            mean = np.zeros(6)
            for text, probability in laws.items():
                if text not in seen:
                    seen[text] = observe([p for w in text for p in w], [tuple(tokens)], order, span, False)
                mean += probability * seen[text]
            means.append(mean)
    assert abs(sum(laws.values()) - 1) < 1e-9
    print("stream", order, tokens, len(laws), "texts")
    return {
        "name": f"n-gram of order {order}, {len(tokens)} tokens",
        "source": f"all {len(laws)} texts that can follow, with their probabilities",
        "experiment": experiment(max(at), trajectories, tokens=tokens, order=order, samples=samples, span=span),
        "rows": rows(at, means),
    }


def documents(sentences, order, samples, span, trajectories, types):
    """One generation, of sentences in which no token comes twice, so that documents end by themselves. `types` has the
    types of each token."""
    context = order - 1
    after = followers(sentences, context, True)
    total = sum(c.total() for c in after.values())
    written = defaultdict(float)

    def go(document, probability):
        successors = after[document[len(document) - context :]]
        for token, k in successors.items():
            share = probability * k / successors.total()
            if token == "end":
                written[document] += share
            else:
                go((*document, token), share)

    for start, c in after.items():
        go(start, c.total() / total)
    texts = {(): 1.0}
    complete = defaultdict(float)
    while texts:
        longer = defaultdict(float)
        for text, probability in texts.items():
            for document, share in written.items():
                whole = text + document
                (complete if len(whole) >= samples else longer)[whole] += probability * share
        texts = longer
    assert abs(sum(complete.values()) - 1) < 1e-9
    mean = sum(p * observe([text], sentences, order, span, True, types.__getitem__) for text, p in complete.items())
    tokens = [token for sentence in sentences for token in sentence]
    print("documents", order, len(complete), "texts")
    return {
        "name": f"n-gram of order {order}, documents",
        "source": f"all {len(complete)} texts that can follow, with their probabilities",
        "experiment": experiment(
            1, trajectories, tokens=tokens, order=order, samples=samples, span=span, rule="documents",
            types=types, ends=np.cumsum([len(s) for s in sentences]).tolist(),
        ),
        "rows": rows([1], [mean]),
    }


def one_symbol(length, at, trajectories):
    """Documents of one symbol: a text is its length N, and a document ends after each token with probability 1 / N. Two
    tokens are asked for, so that after a document of one there comes another."""
    draws = np.arange(51)
    lengths = np.arange(2, 53)

    def text(n):
        document = np.append((1 - 1 / n) ** draws / n, 0)  # of lengths 1 …
        document[50] = (1 - 1 / n) ** 50  # cut short after 50 draws
        return document[1:] + document[0] * document[:-1]

    step = np.stack([text(n) for n in lengths])
    law = text(length)
    entropy = np.log(lengths) - (lengths - 1) * np.log(lengths - 1) / lengths
    expected = {"entropy": [], "top1": []}
    for k in range(1, max(at) + 1):
        if k in at:
            expected["entropy"].append(law @ entropy)
            expected["top1"].append(law @ ((lengths - 1) / lengths))
        law = law @ step
    return {
        "name": "n-gram of order 2, documents of one symbol",
        "source": "transition matrix of the length of a text: geometric laws, cut at 50",
        "experiment": experiment(
            max(at), trajectories, ["entropy", "top1"], tokens=[0] * length, order=2, samples=2, rule="documents"
        ),
        "rows": [{"observable": name, "at": at, "expected": values} for name, values in expected.items()],
    }


def unigrams(rule, at, trajectories):
    """Of order 1 both rules draw tokens one by one: documents are 50 of them, so that two make 100."""
    counts = {0: 40, 1: 25, 2: 15, 3: 10, 4: 6, 5: 3, 6: 1}
    n = 100
    shares = np.arange(n + 1) / n
    terms = -shares * np.log(np.where(shares > 0, shares, 1))
    expected = {"unique": [], "entropy": []}
    for k in at:
        laws = [wright_fisher(n, at_count(n, c), k)[k] for c in counts.values()]
        expected["unique"].append(sum(1 - law[0] for law in laws))
        expected["entropy"].append(sum(law @ terms for law in laws))
    tokens = [token for token, c in counts.items() for _ in range(c)]
    return {
        "name": f"n-gram of order 1, {rule}",
        "source": "transition matrix of each word",
        "experiment": experiment(max(at), trajectories, ["unique", "entropy"], tokens=tokens, order=1, rule=rule),
        "rows": [{"observable": name, "at": at, "expected": values} for name, values in expected.items()],
    }


write(
    "ngram-exact",
    [
        unigrams("stream", [1, 2, 5], 50_000),
        unigrams("documents", [1, 2, 5], 50_000),
        # The last token is a dead end: nothing ever follows it.
        stream([0, 1, 0, 0, 2, 1, 0, 1, 1, 3], 2, 12, 3, [1], 400_000),
        stream([0, 1, 0, 0, 1, 1, 0, 1], 2, 12, 3, [1, 2, 3], 400_000),
        stream([0, 1, 1, 0, 1, 0, 0, 1, 0], 3, 16, 4, [1], 400_000),
        documents([(0, 1, 3), (0, 2, 3), (1, 2), (0, 3), (0, 1, 2)], 2, 4, 2, 400_000, [[0], [1], [2], [3]]),
        documents([(0, 1, 2, 3), (0, 1, 3), (1, 2, 4), (0, 1, 2)], 3, 5, 3, 400_000, [[0], [0, 1], [], [2], [3]]),
        one_symbol(1000, [1, 2, 5], 200_000),
    ],
)
