// The JSON Schema of studies that is built for editors takes what the library takes, and refuses what a file may get wrong.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { cellsOf } from "../../src/study/cells.ts";
import { lethe } from "../cli/lethe.ts";
import { message } from "../message.ts";

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const ajv = new Ajv({ strictTypes: false, strictRequired: false, allErrors: true });
const validate = ajv.compile(JSON.parse(read("dist/study.schema.json")));
const faults = (study: unknown) => (validate(JSON.parse(JSON.stringify(study))) ? [] : validate.errors);

const sizes = { generations: 5, trajectories: 3, seed: 1 };
const model = { name: "gaussian", samples: [10, 20], estimator: ["ml", "unbiased"] };
const study = { ...sizes, model };
const categorical = (more: object) => ({ ...sizes, model: { name: "categorical", samples: 9, ...more } });

describe("what the library takes, the schema takes too, and the other way round", () => {
  const tokens = ["a", "b", "a"];
  const cases: [what: string, study: object, good: boolean][] = [
    ["an experiment", { ...sizes, model: { name: "gaussian", samples: 10 } }, true],
    ["two axes", study, true],
    ["with its schema", { ...study, $schema: "./study.schema.json" }, true],
    [
      "every size a list",
      { model, generations: [5, "2*samples"], trajectories: [3, 4], seed: [1, "b"] },
      true,
    ],
    ["generations that depend on the cell", { ...study, generations: "2.5 * samples" }, true],
    ["generations that are no product", { ...study, generations: "samples*2" }, false],
    ["a list of generations with a bad one", { ...study, generations: [5, 0] }, false],
    ["several records", { ...study, record: ["all", "log:5"] }, true],
    ["a bad record", { ...study, record: ["all", "some"] }, false],
    ["axes that are tied", { ...study, zip: [["samples", "estimator"]] }, true],
    ["axes that are tied to nothing", { ...study, zip: [["samples"]] }, false],
    ["tied axes that are no lists", { ...study, zip: "samples" }, false],
    ["an empty axis", { ...study, model: { ...model, samples: [] } }, false],
    ["a value twice", { ...study, model: { ...model, samples: [10, 20, 10] } }, false],
    ["a bad value among good ones", { ...study, model: { ...model, samples: [10, 1] } }, false],
    ["a list in a list", { ...study, model: { ...model, samples: [[10, 20]] } }, false],
    ["a misspelt option", { ...study, model: { ...model, sample: [10, 20] } }, false],
    ["a misspelt part of a study", { ...study, untill: "over" }, false],
    ["events", { ...study, survival: ["std>0.1", "mean<3"] }, true],
    ["an event of another model", { ...study, survival: ["p>0.1"] }, false],
    ["lists of events", { ...study, survival: [["std>0.1"], ["mean<3"]] }, false],
    ["a regime", { ...study, regime: "accumulate" }, true],
    ["several regimes", { ...study, regime: ["replace", { name: "fresh", realShare: 0.1 }] }, true],
    ["a regime with several shares", { ...study, regime: { name: "fresh", realShare: [0.1, 0.2] } }, true],
    ["a regime with a bad share", { ...study, regime: { name: "fresh", realShare: [0.1, 2] } }, false],
    ["an unknown regime among others", { ...study, regime: ["replace", "mixed"] }, false],
    [
      "several models",
      { ...sizes, model: [model, model].map((one, i) => ({ ...one, samples: 9 + i, estimator: "ml" })) },
      true,
    ],
    ["several models, one of them bad", { ...sizes, model: [{ name: "gaussian", samples: 1 }] }, false],
    ["a model in a list with a list", { ...sizes, model: [model] }, false],
    ["several names", { ...sizes, model: { name: ["gaussian", "mixture"], samples: 9 } }, true],
    ["several names, one unknown", { ...sizes, model: { name: ["gaussian", "normal"], samples: 9 } }, false],
    ["no model", sizes, false],
    ["counts", categorical({ counts: [3, 0, 1] }), true],
    [
      "several counts",
      categorical({
        counts: [
          [3, 1],
          [2, 2],
        ],
      }),
      true,
    ],
    ["several counts, one of them bad", categorical({ counts: [[3, 1], [1.5]] }), false],
    ["several Zipf laws", categorical({ zipf: [1, 2].map((exponent) => ({ size: 9, exponent })) }), true],
    ["neither counts nor weights", categorical({ temperature: [1, 2] }), false],
    ["until its events are over", { ...study, until: "over", survival: ["std>0.1"] }, true],
    ["until nothing is over", { ...study, until: "over" }, false],
    ["until the end of no event", { ...study, until: "over", survival: [] }, false],
    ["another end", { ...study, until: "late", survival: ["std>0.1"] }, false],
    [
      "an option that is named like a measure",
      { ...sizes, model: { ...model, mean: [0, 1] }, zip: [["samples", "model.mean"]] },
      true,
    ],
    ["a text", { ...sizes, model: { name: "ngram", tokens, order: [1, 2] } }, true],
  ];
  it.each(cases)("%s", (_, study, good) => {
    const said = message(() => cellsOf(study));
    expect([said === "no error", faults(study)?.length === 0], said).toEqual([good, good]);
  });
});

it("takes the studies of the docs, the example and the help, as the library does", async () => {
  const blocks = [...read("docs/studies.md").matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => text);
  const help = (await lethe(["sweep", "--help"])).stdout;
  const [shown] = /\{ "model"[\s\S]*?\] \}(?=\n\n)/.exec(help) ?? expect.fail("no study in the help");
  expect(blocks.length).toBeGreaterThan(0);
  for (const text of [...blocks, read("examples/study/study.json"), shown]) {
    const written: unknown = JSON.parse(text);
    expect(faults(written)).toEqual([]);
    expect(cellsOf(written).length).toBeGreaterThan(1);
  }
});
