// What a caller gives is read once, and what cannot be read is refused like any other mistake.
import { describe, expect, it } from "vitest";
import {
  bernoulli,
  categorical,
  countTokens,
  follow,
  forget,
  forgetUntilOne,
  Generator,
  gaussian,
  InputError,
  ngram,
  ngramText,
  sequence,
  simulate,
  theory,
  wordTypes,
} from "../../src/index.ts";
import { message, messageOf } from "../message.ts";

/** Calls that TypeScript would refuse. */
const loose = (call: unknown) => call as (...args: unknown[]) => unknown;
const rejection = (call: unknown, ...args: unknown[]) =>
  (loose(call)(...args) as Promise<unknown>).then(() => "no error", messageOf);

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** Options of which each may be read once: the next reading gets what no check lets pass. */
function once<T extends object>(options: T): T {
  const bag = {};
  for (const [name, value] of Object.entries(options)) {
    const values = [value];
    Object.defineProperty(bag, name, { get: () => values.pop() ?? Symbol("read again"), enumerable: true });
  }
  return bag as T;
}

/** The same for the elements of a list, and its length. */
function onceEach<T>(list: T[]): T[] {
  const seen = new Set<unknown>();
  const get = (target: T[], key: keyof T[]) => {
    if (seen.has(key)) return key === "length" ? target.length + 1 : Number.NaN;
    if (typeof key !== "symbol") seen.add(key);
    return target[key];
  };
  return new Proxy(list, { get } as ProxyHandler<T[]>);
}

describe("options that change when they are read again", () => {
  const expected = { p: 0.25, samples: 5 };

  it("are read once", async () => {
    const { absorptionTime, survivalBounds } = theory.bernoulli;
    expect(absorptionTime(once(expected))).toEqual(absorptionTime(expected));
    expect(survivalBounds(once({ ...expected, generation: 3 }))).toEqual(
      survivalBounds({ ...expected, generation: 3 }),
    );
    const fit = { std: 1, samples: 9, threshold: 0.5, generation: 4 };
    expect(theory.gaussian.survival(once(fit))).toBe(theory.gaussian.survival(fit));
    expect(gaussian(once({ samples: 3, std: 2 }))).toEqual(gaussian({ samples: 3, std: 2 }));
    const corpus = countTokens("a b a", once({ tokenizer: "words" as const }));
    const run = { samples: 4, generations: 5, trajectories: 2, seed: 1 };
    const { byCount } = await forget(once({ ...corpus }), once(run), once({ chunk: 1 }));
    expect(byCount).toEqual((await forget(corpus, run)).byCount);
    const model = categorical(once({ counts: [3, 1] }));
    expect([...follow(model, once({ seed: 1 })).counts()]).toEqual([3, 1]);
  });

  it("so are the elements of lists", () => {
    const { expectedUnique } = theory.categorical;
    const asked = { weights: [5, 3, 1], multiplicities: [1, 2, 1], samples: 4, generations: [1, 0, 7] };
    const changing = {
      weights: onceEach(asked.weights),
      multiplicities: onceEach(asked.multiplicities),
      samples: 4,
      generations: onceEach(asked.generations),
    };
    expect(expectedUnique(changing)).toEqual(expectedUnique(asked));
    expect(categorical({ counts: onceEach([3, 1]) })).toEqual(categorical({ counts: [3, 1] }));
    expect(categorical({ weights: onceEach([3, 1]), samples: 2 }).weights).toEqual(Float64Array.of(3, 1));
    expect(wordTypes(onceEach(["a", "b"]))).toEqual([[0], [1]]);
    const drawn = new Generator(1).multinomial(9, onceEach([1, 2]));
    expect(drawn).toEqual(new Generator(1).multinomial(9, [1, 2]));
    const words = { order: 1, words: onceEach(["a", "b"]), types: onceEach([[0], [1]]) };
    expect(ngram({ tokens: [0, 1], ...words }).words).toEqual(["a", "b"]);
  });
});

describe("what cannot be read", () => {
  const detached = new Float64Array([1, 2, 3]);
  structuredClone(detached.buffer, { transfer: [detached.buffer] });

  it("a revoked proxy, as the options or as one of them", async () => {
    for (const bag of [revoked({}), revoked([]), revoked(() => 1)]) {
      expect(message(() => loose(theory.forgetting.median)(bag))).toMatch(/^invalid options: .*count\)$/);
      expect(message(() => loose(gaussian)(bag))).toMatch(/^invalid options: /);
      expect(message(() => loose(gaussian)({ samples: bag }))).toBe(
        "invalid samples: Symbol(a revoked proxy) (an integer from 2 to 2^53-1)",
      );
      expect(message(() => loose(categorical)({ samples: 1, weights: bag }))).toMatch(/^invalid weights: /);
      expect(message(() => loose(sequence)(bag))).toMatch(/^invalid text: /);
      expect(await rejection(simulate, { model: bag })).toMatch(/^invalid generations: missing/);
      expect(message(() => loose(follow)(bag, { seed: 1 }))).toMatch(/^invalid model: /);
      expect(message(() => loose(follow)({ name: bag }, { seed: 1 }))).toMatch(/^invalid model.name: /);
      expect(await rejection(forget, bag)).toMatch(/^invalid corpus: /);
    }
  });

  it("an array whose memory was transferred", () => {
    const gone = "a detached array";
    const weights = { weights: detached, samples: 2 };
    expect(message(() => categorical(weights))).toMatch(`invalid weights: ${gone}`);
    expect(message(() => theory.categorical.firstLossTime(weights))).toMatch(`invalid weights: ${gone}`);
    expect(message(() => new Generator(1).normal(detached))).toMatch(`invalid out: ${gone}`);
    expect(message(() => new Generator(1).multinomial(2, [1, 2, 3], detached))).toMatch(
      `invalid out: ${gone}`,
    );
    const asked = { weights: [1, 2], samples: 2, generations: detached };
    expect(message(() => theory.categorical.expectedUnique(asked))).toMatch(`invalid generations: ${gone}`);
    expect(message(() => ngram({ tokens: detached, order: 1 }))).toMatch(`invalid tokens: ${gone}`);
    expect(message(() => loose(sequence)(detached))).toMatch(/^invalid text: /);
  });

  it("what only looks like an array or a signal", async () => {
    const fake = Object.create(Float64Array.prototype);
    expect(message(() => new Generator(1).normal(fake))).toMatch(
      /^invalid out: .*\(a Float64Array or Float32Array\)$/,
    );
    expect(message(() => categorical({ counts: fake }))).toMatch(/^invalid counts: /);
    const experiment = { model: gaussian({ samples: 2 }), generations: 1, trajectories: 1 };
    const signal = Object.create(AbortSignal.prototype);
    expect(await rejection(simulate, experiment, { signal })).toMatch(/^invalid signal: .*AbortSignal\)$/);
  });

  it("an error that the caller's own getter throws comes back as it is", () => {
    const own = new Error("mine");
    const options = {
      get count(): number {
        throw own;
      },
    };
    expect(() => theory.forgetting.median(options)).toThrow(own);
  });
});

describe("arguments that are missing or of another kind", () => {
  const { timeToOneQuantile } = theory.categorical;
  it.each<[name: string, call: () => unknown, expected: string]>([
    ["sequence(5)", () => loose(sequence)(5), "invalid text: 5 (a string, or strings to iterate over)"],
    ['wordTypes("a")', () => loose(wordTypes)("a"), 'invalid words: "a" (an array of strings)'],
    ["wordTypes([5])", () => loose(wordTypes)([5]), "invalid words[0]: 5 (a string)"],
    [
      "wrightFisherCdf(5)",
      () => loose(theory.forgetting.wrightFisherCdf)(5),
      "invalid options: 5 (an object with count, samples, generation, generations)",
    ],
    [
      "timeToOneQuantile()",
      () => loose(timeToOneQuantile)(),
      "invalid options: missing (an object with weights, multiplicities, samples, q)",
    ],
    [
      "timeToOneQuantile({ generation })",
      () => loose(timeToOneQuantile)({ generation: 1 }),
      "unknown option: generation (one of weights, multiplicities, samples, q)",
    ],
    [
      "gaussian({ constructor })",
      () => loose(gaussian)({ samples: 3, constructor: 1 }),
      "unknown option: constructor (one of mean, std, samples, estimator, method, lambda, tau, temperature)",
    ],
    [
      "gaussian({ name })",
      () => loose(gaussian)({ samples: 3, name: "poisson" }),
      'invalid name: "poisson" ("gaussian")',
    ],
    [
      "ngramText(…, 5)",
      () => loose(ngramText)(ngram({ tokens: ["a"], order: 1 }), 5),
      "invalid options: 5 (an object with seed, trajectory, generation, length)",
    ],
    [
      "countTokens(…, [])",
      () => loose(countTokens)("a", []),
      "invalid options: [] (an object with tokenizer, jsonField)",
    ],
  ])("%s", (_, call, expected) => {
    expect(message(call)).toBe(expected);
  });

  it("are refused in the same words by models and by theory", () => {
    const { firstLossTime } = theory.categorical;
    const symbols = { weights: [1, 2], samples: 3 };
    const cases: [model: unknown, law: unknown, common: object, bad: object][] = [
      [categorical, firstLossTime, symbols, { weights: 5 }],
      [categorical, firstLossTime, symbols, { weights: [1, -2] }],
      [categorical, firstLossTime, symbols, { weights: [1, "2"] }],
      [categorical, firstLossTime, symbols, { samples: 0 }],
      [categorical, firstLossTime, symbols, { samples: undefined }],
      [gaussian, theory.gaussian.drift, {}, { samples: 1 }],
      [bernoulli, theory.bernoulli.absorptionTime, { p: 0.5, samples: 3 }, { p: 2 }],
    ];
    for (const [model, law, common, bad] of cases) {
      const said = message(() => loose(model)({ ...common, ...bad }));
      expect(said).toMatch(/^invalid /);
      expect(message(() => loose(law)({ ...common, ...bad }))).toBe(said);
    }
  });

  it("a list longer than any that there is room for", () => {
    const long = new Array(2 ** 32 - 1);
    const asked = { weights: long, samples: 3, generation: 1 };
    const allowed = "4294967295 elements (at most 50000000)";
    expect(message(() => theory.categorical.heterozygosity(asked))).toBe(`invalid weights: ${allowed}`);
    const counted = { counts: long, generations: [1] };
    expect(message(() => theory.categorical.survivingVocabulary(counted))).toBe(`invalid counts: ${allowed}`);
    expect(
      message(() => theory.categorical.expectedUnique({ weights: [1], samples: 3, generations: long })),
    ).toMatch(/^invalid generations\[0\]: missing/);
    expect(message(() => wordTypes(long))).toBe("invalid words[0]: missing (a string)");
  });

  it("methods of a run", async () => {
    const model = gaussian({ samples: 9 });
    const run = await simulate({ model, generations: 3, trajectories: 4, seed: 1, survival: ["std>0.1"] });
    const watched = "one that was watched: std>0.1";
    const time = run.timeTo("std>0.1");
    const { quantile, trajectory } = run.observable("std");
    const bad: [unknown, string][] = [
      [undefined, "missing"],
      [5, "5"],
      [1n, "1n"],
      [Symbol("s"), "Symbol(s)"],
      [null, "null"],
    ];
    for (const [value, shown] of bad) {
      expect(message(() => run.survival(value as never))).toBe(`invalid event: ${shown} (${watched})`);
      expect(message(() => run.timeTo(value as never))).toBe(`invalid event: ${shown} (${watched})`);
    }
    for (const q of [undefined, "0.5", 1n, Symbol("s"), [0.5], true]) {
      expect(message(() => time.quantile(q as never))).toMatch(/^invalid q: .*above 0, at most 1\)$/);
      expect(message(() => quantile(q as never))).toMatch(/^invalid q: .*from 0 to 1\)$/);
      expect(message(() => trajectory(q as never))).toMatch(/^invalid trajectory: /);
      expect(message(() => time.survival(q as never))).toMatch(/^invalid generation: /);
    }
    expect(message(() => time.survival(Number.NaN))).toMatch(/^invalid generation: NaN/);
  });
});

describe("a corpus", () => {
  const good = { total: 3, words: ["a", "b"], counts: Float64Array.of(2, 1) };

  it.each<[change: object, expected: string]>([
    [{ total: 9 }, "invalid corpus.total: 9 (the sum of the counts: 3)"],
    [{ total: undefined }, "invalid corpus.total: missing (the sum of the counts: 3)"],
    [{ words: ["a"] }, "invalid corpus.words: 1 of them (as many as counts: 2)"],
    [{ words: ["a", 5] }, "invalid corpus.words[1]: 5 (a string)"],
    [{ counts: [2, 0] }, "invalid corpus.counts[1]: 0 (an integer from 1 to 2^53-1)"],
    [{ counts: [2, 1.5] }, "invalid corpus.counts[1]: 1.5 (an integer from 1 to 2^53-1)"],
    [{ counts: 5 }, "invalid corpus.counts: 5 (an array of numbers)"],
    [{ counts: [] }, "invalid corpus.counts: 0 elements (from 1 to 50000000)"],
    [
      { counts: [Number.MAX_SAFE_INTEGER, 1] },
      "invalid corpus.counts: they sum to 9007199254740992 (at most 2^53-1)",
    ],
  ])("whose parts contradict each other: %o", async (change, expected) => {
    const how = { trajectories: 1, seed: 1 };
    expect(await rejection(forget, { ...good, ...change }, how)).toBe(expected);
    expect(await rejection(forgetUntilOne, { ...good, ...change }, how)).toBe(expected);
  });

  it("may hold more than is needed; options may not", async () => {
    const { tokens } = await forget({ ...good, source: "a file" } as never, { generations: 2, seed: 1 });
    expect(tokens).toBe(3);
    expect(await rejection(forget, good, { trajectoires: 3 })).toBe(
      "unknown option: trajectoires (one of samples, generations, trajectories, regime, seed)",
    );
    expect(await rejection(forgetUntilOne, good, { generations: 3 })).toBe(
      "unknown option: generations (one of samples, trajectories, seed)",
    );
    expect(await rejection(forget, null)).toMatch(/^invalid corpus: null \(an object with total/);
    await expect(loose(forget)(good, null)).rejects.toBeInstanceOf(InputError);
  });
});
