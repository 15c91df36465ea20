// What the kernels are to reach, and whether they did.
import { digits, range, time } from "./report/format.mjs";
import { geometricMean } from "./statistics.mjs";
import { contestant } from "./summary.mjs";

const CATEGORICAL = [1, 10, 100].map((g) => `categorical generation ${g},`);
const NGRAM = "n-gram generation,";
const COLLAPSE = "whole collapse";
const STUDY = "study of";
/**
 * Nanoseconds a token of the script of the authors of https://arxiv.org/abs/2412.17646, built on NLTK, for a text of
 * 46,000 tokens.
 */
const NLTK = 680_000;

/** The case whose name begins with `of` is to be at least `ratio` times as fast as `than`. */
const RATIOS = [
  { of: "uniform fill", than: "numpy", ratio: 2.5 },
  { of: "normal fill", than: "numpy", ratio: 2.5 },
  { of: "normal fill", than: "d3-random", ratio: 8 },
  { of: "normal fill", than: "@stdlib", ratio: 10 },
  { of: "uniform fill", than: "C 128-bit", ratio: 0.9 },
  { of: "normal fill", than: "C 128-bit", ratio: 1 },
  { of: "gaussian chain, n = 1,000", than: "C 128-bit", ratio: 0.75 },
  ...CATEGORICAL.map((of) => ({ of, than: "C 128-bit", ratio: 0.8 })),
  ...CATEGORICAL.map((of, i) => ({ of, than: "numpy", ratio: [12, 10, 5][i] })),
  { of: "integers", than: "numpy", ratio: 1 },
  { of: "gamma(0.5)", than: "numpy", ratio: 1.3 },
  { of: "multinomial", than: "numpy", ratio: 2 },
  { of: "bernoulli chain", than: "numpy", ratio: 4 },
  { of: "poisson chain", than: "numpy", ratio: 4 },
  { of: "gaussian chain, n = 1,000", than: "numpy", ratio: 1.5 },
  { of: "gaussian chain drawing n = 10,000", than: "numpy", ratio: 4 },
  ...[1, 3, 10].map((d) => ({ of: `multivariate chain, d = ${d},`, than: "numpy", ratio: 3 })),
  ...["fixed", "fresh"].flatMap((design) =>
    [1, 3, 10].map((d) => ({ of: `regression chain, ${design} design, d = ${d},`, than: "numpy", ratio: 3 })),
  ),
  { of: COLLAPSE, than: "numpy", ratio: 20 },
  { of: "kde chain, n = 100", than: "numpy", ratio: 3 },
  { of: "2 workers", than: "1 worker", ratio: 1.9 },
  { of: "run bernoulli", than: "numpy", ratio: 5 },
  { of: "run poisson", than: "numpy", ratio: 3 },
  { of: "run gaussian", than: "numpy", ratio: 3 },
  { of: "run categorical", than: "numpy", ratio: 6 },
  // At most 1.2 times as long.
  { of: STUDY, than: "loop with documents", ratio: 1 / 1.2 },
  { of: STUDY, than: "bare loop", ratio: 1 / 1.2 },
  { of: "command with 2 workers", than: "1 worker", ratio: 1.85 },
];

/** The case is to take no longer, in nanoseconds a unit. */
const TIMES = [
  { of: NGRAM, ns: 25 },
  { of: NGRAM, ns: NLTK / 20_000, because: "20,000 times the authors' script, which takes 680 µs a token" },
  { of: COLLAPSE, ns: 1e9 },
];

/** Cases that are to take the same time, whatever n is: the slowest against the fastest. */
const FLAT = { of: "gaussian chain, n =", atMost: 1.25 };

/** Commands that are to take at most so many times as long as their own chains. */
const COMMANDS = { of: ["run bernoulli", "run poisson", "run gaussian", "run categorical"], atMost: 1.35 };

/** Every kernel against its twin. */
const TWINS = { each: 1, geometricMean: 3 };

/** Each target that these results can be held against: `{ line, reached }`. */
export function judge(cases) {
  return [...ratios(cases), ...times(cases), ...commands(cases), ...flat(cases), ...twins(cases)].map(
    ({ text, reached }) => ({
      reached,
      text,
      line: `${reached ? "reached" : "missed "}  ${text}`,
    }),
  );
}

/** What has a target, but no case whose name begins so: a whole run is to have none. */
export function withoutCase(cases) {
  const of = [
    ...RATIOS.map((target) => target.of),
    ...TIMES.map((target) => target.of),
    ...COMMANDS.of,
    FLAT.of,
  ];
  return of.filter((name) => !named(cases, name));
}

const named = (cases, of) => cases.find(({ name }) => name.startsWith(of));

function ratios(cases) {
  return RATIOS.flatMap(({ of, than, ratio }) => {
    const item = named(cases, of);
    const rival = item && contestant(item, than);
    if (!rival) return [];
    return [
      {
        text: `${item.name}, against ${than}: ${range(rival.ratio)}, to reach ${digits(ratio)}`,
        reached: rival.ratio.median >= ratio,
      },
    ];
  });
}

function times(cases) {
  return TIMES.flatMap(({ of, ns, because }) => {
    const item = named(cases, of);
    if (!item) return [];
    const took = item.contestants[0].ns;
    const reason = because ? ` (${because})` : "";
    return [
      {
        text: `${item.name}: ${range(took, time)} a ${item.unit}, at most ${time(ns)}${reason}`,
        reached: took.median <= ns,
      },
    ];
  });
}

function commands(cases) {
  return COMMANDS.of.flatMap((of) => {
    const item = named(cases, of);
    const own = item && contestant(item, "own kernels");
    if (!own) return [];
    const { median, least, most } = own.ratio;
    const times = { median: 1 / median, least: 1 / most, most: 1 / least };
    return [
      {
        text: `${item.name}, as a process, takes ${range(times)} times as long as its own kernels, at most ${COMMANDS.atMost}`,
        reached: times.median <= COMMANDS.atMost,
      },
    ];
  });
}

function flat(cases) {
  const chains = cases.filter(({ name }) => name.startsWith(FLAT.of));
  if (chains.length < 2) return [];
  const took = chains.map(({ contestants }) => contestants[0].ns.median);
  const ratio = Math.max(...took) / Math.min(...took);
  return [
    {
      text: `${FLAT.of} …, the slowest n against the fastest: ${digits(ratio)}, at most ${FLAT.atMost}`,
      reached: ratio <= FLAT.atMost,
    },
  ];
}

function twins(cases) {
  const pairs = cases.flatMap((item) => {
    const twin = contestant(item, "twin");
    return twin ? [{ name: item.name, ratio: twin.ratio.median }] : [];
  });
  if (pairs.length === 0) return [];
  const slower = pairs.filter(({ ratio }) => ratio <= TWINS.each).map(({ name }) => name);
  const mean = geometricMean(pairs.map(({ ratio }) => ratio));
  const exceptions = slower.length > 0 ? `; not so: ${slower.join("; ")}` : "";
  return [
    {
      text: `every kernel faster than its twin (${pairs.length} cases)${exceptions}`,
      reached: slower.length === 0,
    },
    {
      text: `geometric mean of the ratios to the twins: ${digits(mean)}, to reach ${TWINS.geometricMean}`,
      reached: mean >= TWINS.geometricMean,
    },
  ];
}
