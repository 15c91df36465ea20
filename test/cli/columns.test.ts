import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { forgetCommand } from "../../src/cli/forget/action.ts";
import { forgetCounts } from "../../src/cli/forget/counts.ts";
import { untilOneCommand } from "../../src/cli/forget/until-one.ts";
import { run } from "../../src/cli/run/action.ts";
import type { Shell } from "../../src/cli/shell.ts";
import { theory } from "../../src/cli/theory/action.ts";
import { width } from "../../src/show/width.ts";

const directory = await mkdtemp(join(tmpdir(), "lethe-columns-"));
afterAll(() => rm(directory, { recursive: true, force: true }));

const text = join(directory, "text.txt");
const long = "w".repeat(60);
writeFileSync(text, `${`the whale and the sea ${long}a ${long}b\n`.repeat(20)} once upon a time ${long}`);
const counts = join(directory, "counts.csv");
writeFileSync(counts, "word,count\na,5\nb,10\nc,100\n");

/** What a command prints. */
async function printed(command: (shell: Shell) => Promise<void>): Promise<string> {
  let all = "";
  const print = (text: string | Iterable<string>) => {
    all += typeof text === "string" ? text : [...text].join("");
  };
  await command({ print, note: () => {}, progress: () => {} });
  return all;
}

/** The lines that a terminal of 80 columns would break. */
const tooWide = (text: string): string[] => text.split("\n").filter((line) => width(line) > 80);

const LARGE = Number.MAX_SAFE_INTEGER;
const generations = 200_000;
const RUNS = {
  bernoulli: { p: 0.123456789, samples: 40, survival: ["p!=0,1", "p!=0"] },
  poisson: { rate: 123456.789, samples: 20, survival: ["rate!=0"] },
  gaussian: {
    ...{ mean: -123456.789, std: 1234.56789, samples: 40, observable: ["mean", "std", "logStd"] },
    survival: ["std>0.123456789"],
  },
  mixture: {
    ...{ std: 1.23456789, samples: 20, estimator: "approximate-ml", generations: 2000 },
    survival: ["std>0.123456789"],
  },
  categorical: {
    zipf: { size: 5000, exponent: 1.1 },
    samples: 100_000,
    generations: 1000,
    survival: ["unique>1"],
  },
  ngram: {
    ...{ corpus: text, order: 2, generations: 100, survival: ["unique>1"] },
    observable: ["unique", "entropy", "top1", "contexts", "shared", "novelty"],
  },
};

describe("what is printed fits into 80 columns:", () => {
  it.each(Object.entries(RUNS))("lethe run %s", async (model, flags) => {
    const shown = await printed((shell) =>
      run(model, { generations, trajectories: 3, seed: 1, workers: 1, ...flags }, shell),
    );
    expect(shown).toContain("still there");
    expect(tooWide(shown)).toEqual([]);
  });

  it.each([
    ["bernoulli", { p: 0.123456789, samples: 40 }],
    ["bernoulli", { p: 0.123456789, samples: LARGE }],
    ["poisson", { rate: 123456.789, samples: 1e10 }],
    ["gaussian", { mean: -123456.789, std: 1234.56789, samples: 40 }],
    ["mixture", { std: 1.23456789, samples: 20, estimator: "approximate-ml" }],
    ["categorical", { zipf: { size: 5000, exponent: 1.1 }, samples: 100_000 }],
    ["forgetting", { count: 123456.789 }],
    ["forgetting", { count: 1234, samples: LARGE }],
  ])("lethe theory %s %j", async (what, flags) => {
    const shown = await printed((shell) => theory(what, flags, shell));
    expect(shown).toContain("generation");
    expect(tooWide(shown)).toEqual([]);
  });

  it.each([
    ["", { trajectories: 3, generations: 300 }, forgetCommand],
    ["--samples", { trajectories: 3, generations: 10, samples: 1e12 }, forgetCommand],
    ["--until-one", { trajectories: 3 }, untilOneCommand],
  ] as const)("lethe forget %s", async (_, flags, command) => {
    const shown = await printed((shell) => command(text, { seed: 1, workers: 1, ...flags }, shell));
    expect(shown).toContain("words left");
    expect(tooWide(shown)).toEqual([]);
  });

  it("lethe forget --counts", async () => {
    const shown = await printed((shell) => forgetCounts(undefined, { counts, scale: 1e15 }, shell));
    expect(shown).toContain("words left");
    expect(tooWide(shown)).toEqual([]);
  });
});
