import { describe, expect, it } from "vitest";
import { checkExperiment } from "../../src/experiment/experiment.ts";
import type { Model } from "../../src/models/index.ts";
import { type PaperExperiment, papers } from "../../src/papers/index.ts";
import { figureList } from "../../src/report/index.ts";

const [{ experiments }] = papers;

function modelsOf(one: PaperExperiment): Model[] {
  if ("models" in one) return [...one.models];
  if (one.kind === "median-times") return one.series.flatMap(({ models }) => models);
  return "model" in one && one.model ? [one.model] : [];
}

describe("every paper", () => {
  it("has a name, a link, and figures that are its own", () => {
    expect(papers.map(({ name }) => name)).toEqual([
      "suresh",
      "kazdan",
      "gerstgrasser",
      "he-xu-cheng",
      "wang-niu-li",
      "kanabar-gastpar",
    ]);
    const names = papers.flatMap((paper) => figureList(paper.experiments)).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { url } of papers) expect(url).toMatch(/^https:\/\/arxiv\.org\/abs\/\d{4}\.\d{5}$/);
  });

  it("but the first says what is not there, and needs no text", () => {
    for (const { missing, text } of papers.slice(1)) {
      expect(missing).toMatch(/no models? here|not a regime here|not measured here/);
      expect(text).toBe(false);
    }
  });

  it("has the parameters that were published", () => {
    const [, kazdan, , heXuCheng] = papers.map((paper) => JSON.stringify(paper));
    for (const samples of [10, 32, 100, 316, 1000]) {
      expect(kazdan).toContain(`"samples":${samples},"estimator":"ml"`);
      expect(kazdan).toContain(`[1,1,1,1,1,1,1,1,1,1],"samples":${samples},`);
    }
    for (const name of ["replace", "accumulate", "accumulate-subsample"])
      expect(kazdan).toContain(`"regime":{"name":"${name}"}`);
    expect(heXuCheng.match(/"realSamples":100/g)).toHaveLength(63);
    expect(heXuCheng).toContain('"weight":0.2}');
    expect(heXuCheng).toContain('"weight":0.78}');
    expect(heXuCheng).toContain('"from":150,"generations":200');
  });
});

describe("the paper's experiments", () => {
  it("have names of their own, fit for a file and an anchor", () => {
    const names = experiments.flatMap((one) =>
      one.kind === "lifetimes" ? [one.vocabulary.name, one.name] : [one.name],
    );
    expect(new Set(names).size).toBe(names.length);
    expect(figureList().map(({ name }) => name)).toEqual(names);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
  });

  it("are sound, with ten times the paper's trajectories at least", () => {
    for (const one of experiments) {
      expect(one.caption.length, one.name).toBeGreaterThan(80);
      // The n-gram models and a whole collapse alone take their time.
      const long = one.kind === "ngrams" || one.kind === "until-one";
      expect(one.trajectories).toBeGreaterThanOrEqual(long ? 10 : 100);
      if (!("generations" in one)) continue;
      const survival = "event" in one ? [one.event] : [];
      const { generations, trajectories } = one;
      for (const model of modelsOf(one))
        expect(() => checkExperiment({ model, generations, trajectories, survival, seed: 1 })).not.toThrow();
    }
  });

  it("are those of the figures", () => {
    const models = experiments.flatMap(modelsOf);
    const has = (part: object) => expect(models).toContainEqual(expect.objectContaining(part));
    has({ name: "gaussian", samples: 10, estimator: "unbiased" });
    has({ name: "gaussian", samples: 100 });
    has({ name: "bernoulli", p: 0.2, samples: 100 });
    has({ name: "bernoulli", p: 0.001, samples: 10_000 });
    has({ name: "bernoulli", p: 0.01, samples: 100 });
    has({ name: "poisson", rate: 1, samples: 10 });
    has({ name: "poisson", rate: 10, samples: 10 });
    has({ zipf: { size: 1000, exponent: 1, shift: 2.7 }, samples: 1000 });
    has({ zipf: { size: 1000, exponent: 2, shift: 5 }, samples: 1000 });
    has({ zipf: { size: 1000, exponent: 1, shift: 2.7 }, samples: 1000, sampling: "poisson" });
    for (const estimator of ["ml", "approximate-ml", "notebook"])
      has({ name: "mixture", mean: 1, std: 1, samples: 10, estimator, eta: 2 });
    const ngrams = experiments.filter((one) => one.kind === "ngrams");
    expect(ngrams.map(({ rule }) => rule)).toEqual(["documents", "stream"]);
    for (const one of ngrams) expect(one).toMatchObject({ orders: [1, 2, 8, 16], generations: 10 });
  });
});
