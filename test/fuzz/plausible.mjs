// Values that a caller might well pass, by the name of the option or parameter, so that calls get past the checks. A
// name that is not here gets those of `other`: a new function is tried all the same.
const numbers = (...values) => values.map((value) => ({ text: String(value), make: () => value }));
const texts = (...values) => values.map((value) => ({ text: JSON.stringify(value), make: () => value }));
const lists = (...values) =>
  values.map((value) => ({ text: JSON.stringify(value), make: () => value.slice() }));
const objects = (...values) =>
  values.map((value) => ({ text: JSON.stringify(value), make: () => structuredClone(value) }));
const doubles = (...values) =>
  values.map((value) => ({ text: `Float64Array.of(${value})`, make: () => Float64Array.from(value) }));

const LAST = 2 ** 53 - 1;
const TEXT = "the whale and the sea and the ship";

// Between 400 and a million samples the exact laws of chains take their time, without being another case.
const samples = numbers(1, 2, 3, 3, 4, 5, 5, 7, 10, 10, 20, 30, 100, 300, 2100, 1e6, LAST);

const shared = {
  p: numbers(0, 1e-300, 1e-9, 0.1, 0.3, 0.5, 0.9, 1 - 2 ** -53, 1),
  q: numbers(0, 1e-300, 0.1, 0.5, 0.9, 1 - 2 ** -53, 1),
  s: numbers(1e-9, 0.7, 1, 2, 1e9),
  samples,
  n: numbers(0, 1, 2, 10, 1e6, LAST),
  count: numbers(0, 1e-300, 0.5, 1, 2, 3, 10, 1e6, 1e15),
  lines: numbers(1, 2, 3, LAST),
  rate: numbers(0, 1e-300, 0.5, 1, 3, 1e6),
  mean: numbers(0, 1e-300, 0.5, 1, 3, 1e100),
  std: numbers(1e-100, 0.1, 1, 1, 2, 1e100),
  threshold: numbers(-1, 0, 1e-300, 0.01, 0.1, 0.5, 1, 1e100),
  eta: numbers(1 + 2 ** -52, 1.5, 2, 1e100),
  marked: numbers(0, 1, 5, 100, 1e6, 2 ** 52),
  unmarked: numbers(0, 1, 5, 100, 1e6, 2 ** 52 - 1),
  draws: numbers(0, 1, 5, 50, 1e6),
  shape: numbers(1e-300, 0.1, 1, 3, 1e6, LAST),
  low: numbers(-LAST, -1, 0, 1),
  high: numbers(1, 2, 10, LAST),
  size: numbers(1, 2, 3, 10, 1000),
  exponent: numbers(0, 0.5, 1, 2, 20),
  shift: numbers(0, 2.7, 1e9),
  error: numbers(1e-9, 1e-6, 0.1),
  keep: numbers(0, 1e-9, 0.1, 0.5, 0.9, 1),
  realSamples: numbers(0, 1, 2, 9),
  realShare: numbers(0, 1e-300, 0.1, 1),
  share: numbers(0, 1e-300, 0.1, 0.5, 1),
  target: numbers(0, 0.5, 1, 1e300),
  temperature: numbers(1e-300, 0.5, 0.9, 1, 1.1, 1e300),
  beta: numbers(0, 1e-300, 0.5, 1, 1e300),
  discount: numbers(0, 0.5, 1),
  start: numbers(0.2, 0.5, 1),
  symbols: numbers(1, 2, 5, LAST),
  v2: numbers(-1, -0.1, 0, 1, 1e300),
  covariance: [
    ...texts("identity"),
    ...lists(
      [1, 2],
      [
        [2, 1],
        [1, 2],
      ],
    ),
  ],
  dimension: numbers(1, 1, 2, 3, 5, 10, 100),
  noise: numbers(1e-100, 0.1, 1, 1, 1e100),
  design: texts("fixed", "fresh"),
  family: texts("bernoulli", "categorical", "poisson", "gaussian", "exponential", "geometric"),
  growth: texts("linear", "quadratic", "power:0.5", "power:100", "geometric:1.5", "geometric:1000000"),
  generation: numbers(0, 1, 2, 3, 10, 100, 10_000, LAST),
  trajectory: numbers(0, 1, 2, LAST),
  trajectories: numbers(1, 2, 3, 5),
  stream: numbers(0, 1, LAST),
  chunk: numbers(1, 2, LAST),
  length: numbers(1, 2, 5, LAST),
  order: numbers(1, 2, 2, 3, 64),
  span: numbers(1, 2, 3, 128),
  i: numbers(0, 1, 4),
  workers: [...numbers(1, 1, 2), ...texts("auto")],
  seed: [...numbers(0, 1, 42, LAST), ...texts("", "a", "\ud800")],
  estimator: texts("unbiased", "ml", "approximate-ml", "notebook"),
  method: texts("statistic", "samples", "binomial-splitting"),
  runningMinimum: [true, false].map((value) => ({ text: `${value}`, make: () => value })),
  sampling: texts("multinomial", "poisson"),
  backend: texts("wasm", "typescript"),
  tokenizer: texts("words", "whitespace", "notebook"),
  record: texts("all", "every:3", "log:2"),
  event: texts("std>0.1", "p!=0,1", "rate>0", "unique > 1"),
  survival: lists([], ["std>0.1"], ["p!=0,1"], ["rate>0"], ["unique>1", "unique>2"]),
  observables: lists(["std"], ["p"], ["rate"], ["unique"], ["unique", "entropy"], ["logStd", "mean"]),
  generations: [
    ...numbers(1, 2, 3, 20, 50, 200),
    ...lists([], [1], [0, 3, 2, 10], [LAST]),
    ...doubles([1, 2]),
  ],
  weights: [...lists([1], [5, 3, 1], [1, 1, 1], [0, 2, 0], [1e-300, 1, 1e300]), ...doubles([5, 3, 1])],
  counts: [...lists([1], [5, 3, 1], [2, 1, 1], [0, 2, 0], [LAST]), ...doubles([5, 3, 1])],
  multiplicities: [...lists([1], [1, 1, 1], [2, 0, 4], [1e6, 1, LAST]), ...doubles([1, 2, 3])],
  zipf: objects({ size: 5, exponent: 1 }),
  tokens: [...numbers(1, 9, 1e6), ...lists([0, 1, 2, 0, 1], ["a", "b", "a", "c"]), ...doubles([0, 1, 2, 0])],
  regime: objects(
    { name: "replace" },
    { name: "replace", growth: "quadratic" },
    { name: "accumulate" },
    { name: "accumulate", realShare: 0.1 },
    { name: "accumulate", realSamples: 2, growth: "linear" },
    { name: "accumulate-subsample" },
    { name: "accumulate-subsample", growth: "power:0.5" },
    { name: "fresh", realShare: 0.1 },
    { name: "fresh", realShare: 1e-300 },
    { name: "fresh", realSamples: 1, growth: "geometric:1.5" },
    { name: "fixed", realSamples: 0 },
    { name: "fixed", realSamples: 2 },
    { name: "weighted", realSamples: 1, weight: 0.5 },
    { name: "weighted", realSamples: 2, weight: 0 },
    { name: "weighted", realSamples: 2, weight: 1 },
  ),
  rule: [
    ...texts("stream", "documents"),
    ...objects(
      { name: "temperature", temperature: 0.9 },
      { name: "top-k", k: 1 },
      { name: "top-p", mass: 0.9 },
      { name: "min-p", share: 0.1 },
      { name: "curation", rewards: [0, 1], choices: 2 },
      { name: "curation", rewards: [0, -1e300, 1e300], choices: 1e6 },
      { name: "verifier", valid: [true, false], pass: 1, fail: 0 },
      { name: "verifier", valid: [false, true, true], pass: 1e-300, fail: 1 },
    ),
  ],
  truth: texts("normal", "uniform", "mixture", "points"),
  means: lists(
    [0],
    [-2, 1],
    [
      [0, 0],
      [3, -4],
    ],
  ),
  stds: lists([1], [0.8, 1.3], [1e-100, 1e100]),
  points: [
    ...lists(
      [0],
      [3, 1, 4, 1, 5],
      [
        [0, 1],
        [2, 3],
      ],
      [-1e100, 1e100],
    ),
    ...doubles([5, 3, 1]),
  ],
  bandwidth: [...numbers(1e-100, 0.01, 0.5, 1, 1e100), ...texts("scott", "silverman")],
  kernelWidth: numbers(1e-100, 0.5, 1, 1e100),
  words: lists(["a", "b", "c"], ["whale", "sea", "ship"]),
  ends: lists([2, 5], [4], [1, 3, 4]),
  types: [...numbers(3), ...lists([[0], [1], []], [[0, 1], [1], [2]])],
  text: [...texts("", TEXT, "Call me. Call! Ishmael?", "\ud800 x"), ...lists([], ["the wh", "ale"])],
  name: texts("std", "p", "rate", "unique", "gaussian"),
  out: [0, 1, 3, 3, 3, 40].map((length) => ({
    text: `new Float64Array(${length})`,
    make: () => new Float64Array(length),
  })),
  onProgress: [{ text: "() => {}", make: () => () => {} }],
  onTrajectories: [{ text: "async () => {}", make: () => async () => {} }],
  other: [...numbers(0, 1, 2, 3, 10, 0.5), ...texts("a"), ...lists([1, 2, 3])],
};

/**
 * The table, with what only the API itself can make.
 *
 * @returns {Record<string, { text: string, make: () => unknown }[]>}
 */
export function plausibleOf({ categorical, countTokens, gaussian, ngram, sequence, ...others }) {
  const made = (text, make) => ({ text, make });
  // Without the names that every object has.
  return Object.assign(Object.create(null), shared, {
    // It keeps runs short that could go on for years.
    signal: [made("AbortSignal.timeout(50)", () => AbortSignal.timeout(50))],
    experiment: [
      made("{ model, generations, trajectories }", () => ({
        model: gaussian({ samples: 5 }),
        generations: 3,
        trajectories: 2,
      })),
    ],
    corpus: [
      made("countTokens(…)", () => countTokens(TEXT)),
      made('countTokens("a a a")', () => countTokens("a a a")),
      made("{ total: 3, … }", () => ({ total: 3, words: ["a", "b"], counts: [2, 1] })),
      made("{ total: 9, … }", () => ({ total: 9, words: ["a", "b"], counts: [2, 1] })),
    ],
    model: [
      made("bernoulli(…)", () => others.bernoulli({ p: 0.3, samples: 5 })),
      made("poisson(…)", () => others.poisson({ rate: 2, samples: 5 })),
      made("gaussian(…)", () => gaussian({ samples: 5 })),
      made("mixture(…)", () => others.mixture({ samples: 5 })),
      made("categorical({ counts: [5, 3, 1] })", () => categorical({ counts: [5, 3, 1] })),
      made("categorical(Poisson)", () => categorical({ counts: [5, 3, 1], sampling: "poisson" })),
      made("ngram(…)", () => ngram({ ...sequence(TEXT), order: 2 })),
      made("regression(…)", () => others.regression({ dimension: 2, samples: 5 })),
      made("kde(…)", () => others.kde({ samples: 5 })),
      made("empirical(…)", () => others.empirical({ samples: 5 })),
      made("{ name: gaussian }", () => ({ name: "gaussian", samples: 3 })),
    ],
  });
}
