import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { theory } from "../../src/index.ts";
import { papers } from "../../src/papers/index.ts";
import { vegaLite } from "../../src/plot/index.ts";
import { readCorpus } from "../../src/report/corpus.ts";
import { figureList, reproduce } from "../../src/report/index.ts";
import { several } from "../plot/figures.ts";
import { pinned } from "../plot/pinned.ts";

const directory = mkdtempSync(join(tmpdir(), "lethe-report-"));
afterAll(() => rmSync(directory, { recursive: true }));

/** A name that would break a page that does not escape it. */
const corpus = join(directory, "a<b>&'c'.txt");
writeFileSync(corpus, Array.from({ length: 60 }, (_, i) => `w${i} `.repeat((i % 9) + 1)).join("\n"));

const [{ experiments }] = papers;

/** One experiment of each kind and model, cut short: drawing takes longer than running them. */
const kinds = new Set<string>();
const brief = experiments
  .filter((experiment) => {
    const rule = "rule" in experiment ? experiment.rule : "";
    const kind = `${experiment.kind} ${"model" in experiment ? experiment.model?.name : rule}`;
    return !kinds.has(kind) && kinds.add(kind);
  })
  .map((one) =>
    "generations" in one
      ? { ...one, trajectories: 40, generations: Math.min(one.generations, 40) }
      : { ...one, trajectories: 40 },
  );

const whole = { corpus, seed: 1, quick: true, experiments: brief };
const seen: [string, number, number][] = [];
const report = await reproduce(whole, { onProgress: (...progress) => seen.push(progress) });

describe("reproduce", () => {
  const page = String(report.files.at(-1)?.content);

  it("writes every file of every figure, the page last", () => {
    const names = report.files.map(({ name }) => name);
    const expected = report.findings.flatMap(({ name }) => [
      `figures/${name}.svg`,
      `figures/${name}.png`,
      `figures/${name}.vl.json`,
      `data/${name}.csv`,
    ]);
    expect(names).toEqual([...expected, "index.html"]);
    expect(report.findings).toHaveLength(brief.length + 1);
    for (const { name, content } of report.files) expect(content.length, name).toBeGreaterThan(100);
  });

  it.each(report.findings.map(({ name }) => name))("draws %s as it did", async (name) => {
    const spec = report.files.find((file) => file.name === `figures/${name}.vl.json`);
    // What all figures have alike is pinned with those of test/plot.
    const { config, ...own } = JSON.parse(String(spec?.content));
    expect(config).toEqual(vegaLite(several)["config"]);
    await expect(pinned(own)).toMatchFileSnapshot(`specs/${name}.txt`);
  });

  it("makes a page that needs nothing else", () => {
    expect(page).not.toMatch(/<script|<link|@import|url\((?!#)/i);
    const targets = [...page.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, target]) => target);
    const outside = targets.filter((target) => /^[a-z]+:|^\/\//i.test(target));
    expect(new Set(outside)).toEqual(new Set(["https://arxiv.org/abs/2412.17646"]));
    const files = new Set(report.files.map(({ name }) => name));
    for (const target of targets) {
      if (target.startsWith("#")) expect(page).toContain(`id="${target.slice(1)}"`);
      else if (!outside.includes(target)) expect(files).toContain(target);
    }
    expect(page).toContain("prefers-color-scheme:dark");
    expect(page).toContain('name="viewport"');
  });

  it("opens with what the paper is known for, before the summary", () => {
    const order = [...page.matchAll(/<h2 class="says">|class="summary"|<section id="([^"]+)"/g)].map(
      ([whole, id]) => id ?? whole,
    );
    const opening = ["says", "time-to-forget", "says", "gaussian-10-survival", "summary"];
    for (const [i, text] of opening.entries()) expect(order[i]).toContain(text);
    expect(order).toHaveLength(report.findings.length + 4);
  });

  it("names the column of every number, for where there is no room for a head", () => {
    for (const { name, table } of report.findings) {
      const start = page.indexOf(`<section id="${name}"`);
      const own = page.slice(start, page.indexOf("</section>", start));
      const named = [...own.matchAll(/data-head="/g)];
      expect(named, name).toHaveLength(table.head.length * table.rows.length);
    }
  });

  it("escapes the name of the corpus wherever it stands", () => {
    expect(page).toContain("a&lt;b&gt;&amp;&#39;c&#39;.txt");
    expect(page).not.toContain("a<b>");
  });

  it("has ids that are its own", () => {
    const ids = [...page.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("says of every figure what was found, and where it comes from", () => {
    for (const { name, title, verdicts } of report.findings) {
      expect(verdicts.length, name).toBeGreaterThan(0);
      expect(page).toContain(`<h2>${title}</h2>`);
    }
    for (const { verdicts } of report.findings)
      expect(verdicts.map((v) => v.outcome)).not.toContain("violated");
    expect(page).toContain(report.provenance.wasm);
    expect(page).toContain("<details>");
    expect(page).not.toMatch(/NaN|undefined|\[object/);
  });

  it("puts the medians beside the law, and says how they grow", async () => {
    const one = experiments.filter(({ kind }) => kind === "median-times");
    const { findings } = await reproduce({ corpus, seed: 1, quick: true, experiments: one });
    const [{ table, remarks, verdicts }] = findings;
    expect(table.rows.map(([samples]) => samples)).toEqual(["10", "30", "100", "300", "1,000"]);
    const law = (estimator: "ml" | "unbiased", samples: number) =>
      theory.gaussian.firstPassage({ std: 1, samples, estimator, threshold: 0.1 }).median;
    for (const [samples, ml, mlLaw, unbiased, unbiasedLaw] of table.rows) {
      const n = Number(samples.replace(",", ""));
      expect([mlLaw, unbiasedLaw]).toEqual(
        [law("ml", n), law("unbiased", n)].map((x) => x.toLocaleString("en")),
      );
      for (const text of [ml, unbiased]) expect(text).toMatch(/^[\d,]+ \([\d,]+ to [\d,]+\)$/);
    }
    const factor = (estimator: "ml" | "unbiased") => (law(estimator, 1000) / law(estimator, 10)).toFixed(1);
    expect(remarks[0]).toContain(`by the law ${factor("ml")} times.`);
    expect(remarks[1]).toContain(`by the law ${factor("unbiased")} times.`);
    expect(remarks[2]).toMatch(/^unbiased lasts 1\.\d+ to [12]\.\d+ times as long as ml\.$/);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(["holds", "holds"]);
  });

  it("runs a tenth of the trajectories when it is to be quick", () => {
    expect(report.findings.map(({ trajectories }) => trajectories)).toEqual(report.findings.map(() => 4));
  });

  it("tells how far it is", () => {
    expect(seen[0]?.[0]).toMatch(/^reading /);
    expect(seen.find(([label]) => !label.startsWith("reading "))).toEqual([brief[0].title, 0, brief.length]);
    expect(seen.at(-1)).toEqual([brief.at(-1)?.title, brief.length, brief.length]);
  });

  it("gives the same numbers for the same seed", async () => {
    const [first] = brief;
    const data = async (seed: number) =>
      (await reproduce({ corpus, seed, experiments: [first] })).files.find(({ name }) =>
        name.endsWith(".csv"),
      )?.content;
    const once = await data(5);
    expect(await data(5)).toBe(once);
    expect(await data(6)).not.toBe(once);
  });
});

describe("chosen figures", () => {
  it("are all that is in the report, in its order", async () => {
    const only = ["time-to-forget", "mixture-first-fits"];
    const { findings, files } = await reproduce({ corpus, seed: 1, experiments: brief, only });
    expect(findings.map(({ name }) => name)).toEqual(only.toReversed());
    expect(files).toHaveLength(2 * 4 + 1);
    const page = String(files.at(-1)?.content);
    expect(page).toContain(`2 of ${figureList(brief).length} figures`);
    expect(page).not.toContain('id="vocabulary-left"');
    // No claim is made of figures that are not there.
    expect(page.match(/class="says"/g)).toHaveLength(1);
  });

  it("have the numbers that they have in the whole report", async () => {
    const name = "data/mixture-survival.csv";
    const csv = ({ files }: typeof report) => files.find((file) => file.name === name)?.content;
    expect(csv(await reproduce({ ...whole, only: ["mixture-survival"] }))).toBe(csv(report));
  });

  it.each([
    ["gausian-10-path", 'invalid only: "gausian-10-path" (did you mean gaussian-10-paths?)'],
    ["Poisson", 'invalid only: "Poisson" (did you mean poisson-1 or poisson-10 or zipf-1-poisson?)'],
    [
      "",
      `invalid only: "" (one of ${figureList()
        .map(({ name }) => name)
        .join(", ")})`,
    ],
    ["figure 3", "(one of gaussian-10-paths, "],
  ])("%j is none", async (name, message) => {
    await expect(reproduce({ only: ["zipf-1", name] })).rejects.toThrow(message);
  });
});

describe("symbols counted as Poisson numbers", () => {
  it("have the exact law beside them, not Corollary 1", async () => {
    const only = ["zipf-1-poisson", "corpus-poisson"];
    const { findings } = await reproduce({ corpus, seed: 1, quick: true, only });
    for (const { verdicts } of findings)
      expect(verdicts).toMatchObject([{ name: "Theorem 2, summed", side: "exact", outcome: "holds" }]);
  });
});

describe("n-gram models of a short text", () => {
  const short = join(directory, "short.txt");
  writeFileSync(short, "One two three four five. Six seven, eight and nine-ten it's.");
  const only = ["ngram-documents", "ngram-stream"];

  it("leave out the orders that do not fit, and say so", async () => {
    const { findings } = await reproduce({ corpus: short, seed: 1, only });
    const [documents, stream] = findings;
    for (const { verdicts, remarks, table, csv } of findings) {
      expect(verdicts.map(({ name, outcome }) => [name, outcome])).toEqual([
        ["Corollary 1 for order 1", "holds"],
        ["Corollary 1 for order 1", "holds"],
      ]);
      expect(remarks.filter((remark) => remark.startsWith("Order"))).toEqual([
        "Order 16 is left out: the text is too short for it.",
      ]);
      expect(table.head.slice(0, 4)).toEqual([
        "generation",
        "order 1 ± s.e.",
        "order 2 ± s.e.",
        "order 8 ± s.e.",
      ]);
      expect(csv).toContain("\n0,order 8,measured,1,0,,\n");
    }
    expect(documents.remarks[0]).toContain("in 2 sentences, of which 2 are too short for order 16");
    expect(stream.remarks[0]).toContain("13 words, 13 of them different");
    // What results from a text must not hold the text.
    expect(JSON.stringify(findings.map(({ experiment }) => experiment))).not.toContain("seven");
  });

  it("need no more than a word", async () => {
    const one = join(directory, "one.txt");
    writeFileSync(one, "word");
    const { findings } = await reproduce({ corpus: one, seed: 1, quick: true, only });
    for (const { verdicts } of findings)
      expect(verdicts.map(({ outcome }) => outcome)).not.toContain("violated");
  });

  it("read JSONL by a field, and say what a text looks like", async () => {
    const path = join(directory, "a.jsonl");
    writeFileSync(path, '{"text": "one two"}\n{"text": "two"}\n');
    const notes: string[] = [];
    const add = (note: string) => notes.push(note);
    const options = { corpus: path, jsonField: "text", tokenizer: "orthographic" } as const;
    const { text, counts, source } = await readCorpus(options, { onNote: add });
    expect([text, counts.total, notes]).toEqual(["one two\ntwo\n", 3, []]);
    expect(source).toBe("file of 36 bytes; words by the tokenizer orthographic");
    await readCorpus({ corpus: path }, { onNote: add });
    expect(notes).toEqual([`${path} looks like JSONL: --json-field text reads that field of each line`]);
  });

  it("read the beginning of a long text", async () => {
    const long = join(directory, "long.txt");
    writeFileSync(long, "again and again ".repeat(200_000));
    const { text, whole, counts } = await readCorpus({ corpus: long });
    expect({ whole, tokens: counts.total }).toEqual({ whole: false, tokens: 600_000 });
    expect(text.length).toBeGreaterThan(2_900_000);
    expect(text.length).toBeLessThanOrEqual(3_000_000);
    expect(text).toMatch(/ (and|again)$/);
  });
});

describe("bad input to reproduce", () => {
  it.each([
    [{ seed: -1 }, "invalid seed: -1 (an integer from 0 to 2^53-1, or a string)"],
    [{ quick: 1 }, "invalid quick: 1 (true or false)"],
    [{ corpus: "no/such/file" }, "no such file"],
    [{ corpus, tokenizer: "vowels" }, "tokenizer"],
    [{ sed: 1 }, "unknown option: sed"],
    [{ only: "zipf-1" }, 'invalid only: "zipf-1" (an array of names of figures)'],
    [{ only: [] }, "invalid only: [] (at least one name of a figure)"],
  ])("%j", async (options, message) => {
    await expect(reproduce(options as object)).rejects.toThrow(message);
  });

  it("stops when told to", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(reproduce({ corpus, experiments: brief }, { signal })).rejects.toThrow("enough");
  });
});
