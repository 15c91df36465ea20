import { describe, expect, it } from "vitest";
import { modelNames } from "../../src/models/index.ts";
import { lethe, refused } from "./lethe.ts";

/** Each value as it is typed, and as the error shows it. */
const notCounts = [
  ["-1", "-1"],
  ["0", "0"],
  ["1.5", "1.5"],
  ["NaN", "NaN"],
  ["Infinity", "Infinity"],
  ["9007199254740992", "9007199254740992"],
  ["abc", '"abc"'],
];
/** Texts that some readers of numbers take, and we do not. */
const notNumbers = [
  ["", '""'],
  ["0x10", '"0x10"'],
  ["1_000", '"1_000"'],
  [" 5", '" 5"'],
];
const notProbabilities = ["-1", "1.5", "NaN", "Infinity"]
  .map((value) => [value, value])
  .concat([["abc", '"abc"']]);

const full = {
  bernoulli: { p: "0.5", samples: "10", generations: "3", trajectories: "2" },
  poisson: { rate: "1", samples: "10", generations: "3", trajectories: "2" },
  gaussian: { samples: "10", generations: "3", trajectories: "2" },
  categorical: { samples: "10", generations: "3", trajectories: "2" },
};
type Options = Readonly<Record<string, string | undefined>>;

const flags = (options: Options) =>
  Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
const run = (model: keyof typeof full, options: Options) => [
  "run",
  model,
  ...flags({ ...full[model], ...options }),
];

const positive = "an integer from 1 to 2^53-1";
const cases: [args: string[], message: string][] = [];
const add = (args: string[], message: string) => cases.push([args, message]);

for (const [name, allowed] of [
  ["samples", positive],
  ["generations", "an integer from 1 to 2147483647"],
  ["trajectories", positive],
] as const) {
  for (const [value, shown] of [...notCounts, [undefined, "missing"]]) {
    add(run("bernoulli", { [name]: value }), `invalid ${name}: ${shown} (${allowed})`);
  }
}
for (const [value, shown] of notNumbers) {
  add(run("bernoulli", { samples: value }), `invalid samples: ${shown} (${positive})`);
}
for (const [value, shown] of [...notProbabilities, [undefined, "missing"]]) {
  add(run("bernoulli", { p: value }), `invalid p: ${shown} (a number from 0 to 1)`);
}
add(run("poisson", { rate: "9e15" }), "invalid rate: 9000000000000000 (samples * rate of at most 2^53-1)");
add(run("gaussian", { samples: "1" }), "invalid samples: 1 (an integer from 2 to 2^53-1)");
add(run("gaussian", { std: "0" }), "invalid std: 0 (a number from 1e-100 to 1e+100)");
add(run("gaussian", { std: "wide" }), 'invalid std: "wide" (a number from 1e-100 to 1e+100)');
add(run("gaussian", { mean: "NaN" }), "invalid mean: NaN (a number from -1e+100 to 1e+100)");
add(run("gaussian", { estimator: "map" }), 'invalid estimator: "map" ("unbiased", "ml" or "shrink")');
add(run("gaussian", { method: "exact" }), 'invalid method: "exact" ("statistic" or "samples")');
add(run("bernoulli", { rate: "1" }), "unknown option: rate (one of p, samples, method)");

const either = "one of counts, weights and zipf, and only one";
add(run("categorical", {}), `invalid weights: missing (${either})`);
add(run("categorical", { zipf: "5,1", counts: "1,2" }), `invalid weights: given twice (${either})`);
add(run("categorical", { weights: "0,0" }), "invalid weights: all zero (at least one above 0)");
add(run("categorical", { weights: "1,-1" }), "invalid weights[1]: -1 (a finite number, 0 or above)");
add(run("categorical", { weights: "1,,2" }), 'invalid weights[1]: "" (a finite number, 0 or above)');
add(
  run("categorical", { weights: "@none" }),
  'invalid weights: "@none" (@ and a file of numbers: no such file)',
);
add(run("categorical", { counts: "1,1.5" }), "invalid counts[1]: 1.5 (an integer from 0 to 2^53-1)");
add(
  run("categorical", { counts: "9007199254740991,1" }),
  "invalid counts: they sum to 9007199254740992 (at most 2^53-1)",
);
add(run("categorical", { zipf: "5" }), 'invalid zipf: "5" (size,exponent or size,exponent,shift)');
add(run("categorical", { zipf: "1e9,1" }), "invalid zipf.size: 1000000000 (an integer from 1 to 50000000)");
add(run("categorical", { zipf: "5,x" }), 'invalid zipf.exponent: "x" (a number from 0 to 20)');
add(
  run("categorical", { weights: "1", sampling: "x" }),
  'invalid sampling: "x" ("multinomial" or "poisson")',
);

const seeds = "an integer from 0 to 2^53-1, in digits only, or a string that does not look like a number";
add(run("bernoulli", { seed: "-1" }), `invalid seed: -1 (${seeds})`);
add(run("bernoulli", { seed: "1.5" }), `invalid seed: 1.5 (${seeds})`);
add(run("bernoulli", { seed: "9007199254740992" }), `invalid seed: 9007199254740992 (${seeds})`);
add(
  run("bernoulli", { seed: "" }),
  `invalid seed: "" (an integer from 0 to 2^53-1, or a string that is not empty)`,
);

const event = "an observable, one of > >= < <= !=, and a number, or after != a comma list, as in std>0.1";
add(run("bernoulli", { survival: "p=0" }), `invalid survival[0]: "p=0" (${event})`);
add(
  run("bernoulli", { survival: "q>0" }),
  'invalid survival[0]: "q>0" (an event on one of p, l2, kl, variance)',
);
add(run("bernoulli", { observable: "q" }), 'invalid observables[0]: "q" (one of p, l2, kl, variance)');
add(
  run("bernoulli", { record: "some" }),
  'invalid record: "some" (all, every:N or log:N with N an integer from 1 to 2147483647)',
);

const threads = '"auto" or an integer from 1 to 512';
for (const [value, shown] of [...notCounts, ["513", "513"], ["10000", "10000"], ["many", '"many"']]) {
  add(run("bernoulli", { workers: value }), `invalid workers: ${shown} (${threads})`);
}
add(["forget", "none", "--workers", "0"], `invalid workers: 0 (${threads})`);
add(["reproduce", "--workers", "-1"], `invalid workers: -1 (${threads})`);
add(
  ["forget", "--counts", "none", "--workers", "2"],
  "invalid workers: 2 (not with --counts: nothing is simulated)",
);

const models = modelNames.join(", ");
add(["run"], "missing required argument: model (see lethe run --help)");
add(["run", "gausian"], `unknown model: "gausian" (one of ${models}, or a file)`);
add(["run", "gaussian", "--sample", "3"], "unknown option: --sample (did you mean --samples?)");
add(["run", "gaussian", "--zzz"], "unknown option: --zzz (see lethe run --help)");
add(["run", "gaussian", "--samples"], "missing value: --samples (see lethe run --help)");
add(["run", "gaussian", "--samples", "--json"], 'missing value: --samples (it was followed by "--json")');
add(
  ["run", "gaussian", "poisson"],
  "too many arguments for 'run'. Expected 1 argument but got 2 (see lethe run --help)",
);
add(["rnu"], "unknown command: rnu (did you mean run?)");
add(["\u001b[31m"], "unknown command: \\u{1b}[31m (see lethe --help)");

const listed = "integers from 0 to 2^53-1, between commas";
const spokenOf = [...modelNames.filter((name) => name !== "ngram"), "forgetting"].join(", ");
add(["theory", "nope"], `unknown model: "nope" (one of ${spokenOf})`);
add(["theory", "ngram"], `unknown model: "ngram" (one of ${spokenOf})`);
add(["theory", "poisson", "--rate", "1"], `invalid samples: missing (${positive})`);
add(["theory", "poisson", "--generations", "1,-1"], `invalid generations: -1 (${listed})`);
add(["theory", "poisson", "--generations", ""], `invalid generations: "" (${listed})`);
add(
  ["theory", "poisson", "--rate", "1", "--samples", "3", "--threshold", "1"],
  "unknown option: threshold (only for gaussian, mixture and regression)",
);
add(
  ["theory", "gaussian", "--samples", "3", "--threshold", "-1"],
  "invalid threshold: -1 (a finite number above 0)",
);
add(["theory", "forgetting"], "invalid count: missing (a finite number, 0 or above)");
add(["theory", "forgetting", "--count", "x"], 'invalid count: "x" (a finite number, 0 or above)');
add(["theory", "forgetting", "--p", "1"], "unknown option: p (one of count, samples, generations)");

const few = { weights: "3,2,1" };
add(
  run("categorical", { ...few, estimator: "add", lambda: "0.1" }),
  'invalid lambda: 0.1 (only with estimator "shrink")',
);
add(run("categorical", { ...few, "top-p": "0" }), "invalid topP: 0 (a number above 0, up to 1)");
add(run("categorical", { ...few, "top-k": "0" }), "invalid topK: 0 (an integer from 1 to 2^53-1)");
add(run("categorical", { ...few, rewards: "1,2,3" }), "invalid rewards: [1,2,3] (only with curation)");
add(
  run("categorical", { ...few, curation: "2", rewards: "1,2" }),
  "invalid rewards: 2 elements (3, one for each symbol)",
);
add(
  run("categorical", { ...few, verifier: "1,0.5" }),
  'invalid verifier: "1,0.5" (valid,invalid,i,j,…: two chances, then symbols from 0)',
);
add(
  run("categorical", { ...few, verifier: "1,0.5,3" }),
  "invalid verifier.symbols[0]: 3 (an integer from 0 to 2)",
);
add(
  run("gaussian", { estimator: "shrink", lambda: "0.1" }),
  "invalid tau: missing (a number from 0 to 1e+100)",
);
add(run("bernoulli", { p: "0.5", beta: "1" }), "unknown option: beta (one of p, samples, method)");

// Told before a long text is read, let alone found missing.
add(["forget", "none", "--samples", "0"], `invalid samples: 0 (${positive})`);
add(["forget", "none", "--generations", "1.5"], "invalid generations: 1.5 (an integer from 1 to 2147483647)");
add(["forget", "none", "--trajectories", "abc"], `invalid trajectories: "abc" (${positive})`);
add(run("bernoulli", { seed: "1e3" }), `invalid seed: 1e3 (${seeds})`);
add(run("bernoulli", { seed: "12345678901234567890" }), `invalid seed: 12345678901234567890 (${seeds})`);
add(
  run("bernoulli", { samples: "12345678901234567891" }),
  `invalid samples: 12345678901234567891 (${positive})`,
);
add(
  run("categorical", { counts: "1,12345678901234567891" }),
  "invalid counts[1]: 12345678901234567891 (an integer from 0 to 2^53-1)",
);
add(
  run("categorical", { weights: "@/dev/zero" }),
  'invalid weights: "@/dev/zero" (@ and a file of numbers: not text: byte 0 is NUL)',
);
add(["forget", "none", "--seed", "-1"], `invalid seed: -1 (${seeds})`);
add(["forget", "none", "--top", "-1"], "invalid top: -1 (an integer from 0 to 2^53-1)");
add(
  ["forget", "none", "--tokenizer", "x"],
  'invalid tokenizer: "x" ("words", "whitespace", "notebook", "orthographic" or "segmenter")',
);
add(["forget", "none", "--rate", "1"], "unknown option: --rate (see lethe forget --help)");
add(["reproduce", "--only", "zipf-1,zipf-3"], 'invalid only: "zipf-3" (did you mean zipf-1 or zipf-2?)');
add(["reproduce", "--only"], "missing value: --only (see lethe reproduce --help)");
add(["reproduce", "--quik"], "unknown option: --quik (did you mean --quick?)");

describe("a bad option: one line that names it, its value and what is allowed", () => {
  // One at a time, as in life: how numbers were typed is remembered for the process.
  it.each(cases)("%j: %s", async (args, message) => {
    expect(await lethe(args)).toEqual(refused(message));
  });
});
