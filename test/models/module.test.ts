// Models of one's own that stand in modules.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bernoulli, moduleModel, simulate } from "../../src/index.ts";
import { messageOf } from "../message.ts";

const coin = new URL("../../examples/custom/bernoulli.mjs", import.meta.url);
const sizes = { generations: 30, trajectories: 50, seed: 2 };

/** The address of a module of this text. */
const address = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`;
const MODEL =
  '{ name: "still", observables: ["x"], start: () => 2, generation: (x) => x, observe: (x) => ({ x }) }';

describe("moduleModel()", () => {
  it("makes a model, which simulate() takes as a promise too", async () => {
    const options = { p: 0.4, samples: 12 };
    const model = await moduleModel(coin, options);
    const run = await simulate({ ...sizes, model, survival: ["p>0.1"] });
    const promised = await simulate({
      ...sizes,
      model: moduleModel(coin.href, options),
      survival: ["p>0.1"],
    });
    const built = await simulate({ ...sizes, model: bernoulli({ ...options, method: "samples" }) });
    expect(run.observable("p").mean).toEqual(built.observable("p").mean);
    expect(JSON.stringify(promised)).toBe(JSON.stringify(run));
    const sha256 = createHash("sha256").update(readFileSync(coin)).digest("hex");
    expect(run.provenance.model).toEqual({ name: "coin", sha256 });
    expect(run.toJSON().experiment.model).toEqual({
      ...{ name: "coin", observables: ["p"] },
      ...{ module: coin.href, options },
    });
  });

  it("takes a model as it is, and one that comes later", async () => {
    for (const text of [`export default ${MODEL}`, `export default async () => (${MODEL})`]) {
      const run = await simulate({ ...sizes, model: moduleModel(address(text)) });
      expect([...run.observable("x").mean]).toEqual(run.generations.map(() => 2));
    }
  });

  it("keeps a copy of its options", async () => {
    const options = { p: 0.4, samples: 12 };
    const model = await moduleModel(coin, options);
    options.p = 0;
    expect(model.options).toEqual({ p: 0.4, samples: 12 });
    expect((await simulate({ ...sizes, model })).observable("p").mean[0]).toBe(0.4);
  });

  const EXPORTS = "a module that exports by default a model, or a function of options that returns one";
  const PLACE = 'an absolute URL, as new URL("./model.mjs", import.meta.url)';
  it.each<[unknown, unknown, string | RegExp]>([
    [undefined, undefined, `invalid module: missing (${PLACE})`],
    ["./model.mjs", undefined, `invalid module: "./model.mjs" (${PLACE})`],
    ["node:fs", undefined, `invalid module: "node:fs" (${PLACE})`],
    ["http://", undefined, `invalid module: "http://" (${PLACE})`],
    [coin, 3, "invalid options: 3 (an object of plain data, which can be sent to a worker)"],
    [coin, { p() {} }, "invalid options: {} (an object of plain data, which can be sent to a worker)"],
    [address("export default 3"), undefined, new RegExp(`^invalid module: "data:.*" \\(${EXPORTS}\\)$`)],
    [address("export const x = 3"), undefined, new RegExp(`^invalid module: "data:.*" \\(${EXPORTS}\\)$`)],
    [
      address("const ="),
      undefined,
      new RegExp(`^invalid module: "data:.*" \\(${EXPORTS}; SyntaxError: .*\\)$`),
    ],
    [
      address("export default () => { throw new Error('no p') }"),
      undefined,
      /^invalid module: "data:.*" \(its function threw Error: no p\)$/,
    ],
    [address("export default () => 3"), {}, new RegExp(`^invalid module: "data:.*" \\(${EXPORTS}\\)$`)],
    [
      address(`export default ${MODEL}`),
      { samples: 3 },
      "unknown option: samples (only those of a module that exports a function)",
    ],
    [
      address(`export default { ...${MODEL}, start: 3 }`),
      undefined,
      "invalid model.start: 3 (a function that returns the state of generation 0)",
    ],
    [
      new URL("nothing-there.mjs", coin),
      undefined,
      new RegExp(`^invalid module: "file:.*nothing-there.mjs" \\(${EXPORTS}; .*\\)$`),
    ],
  ])("refuses %#", async (url, options, expected) => {
    const text = await moduleModel(url as never, options as never).then(() => "no error", messageOf);
    if (typeof expected === "string") expect(text).toBe(expected);
    else expect(text).toMatch(expected);
  });
});
