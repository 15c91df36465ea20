// The tool that `npm run test:fuzz` runs at length: it is able to fail, and finds nothing in a moment.
import { describe, expect, it } from "vitest";
import * as api from "../../src/index.ts";
import { callsOf } from "./calls.mjs";
import { judgeLine } from "./judge-line.mjs";
import { Tally } from "./tally.mjs";

/** Makes so many calls of what begins with `only`. */
async function fuzz(of: object, only: string, calls: number, seed = 1): Promise<Tally> {
  const tally = new Tally();
  const { make } = await callsOf(of as never, { seed, only });
  for (let number = 0; number < calls; ++number) {
    for (const outcome of await make(number)) tally.add(number, outcome);
  }
  return tally;
}

describe("calls with hostile values", () => {
  it("are of all functions, which are found by themselves, with their options", async () => {
    const { targets } = await callsOf(api as never, { seed: 1 });
    const named = new Map(targets.map((target) => [target.path, target]));
    expect([...named.keys()]).toEqual(
      expect.arrayContaining(["Generator", "simulate", "theory.extinctionRate"]),
    );
    expect(named.get("theory.forgetting.quantile")?.options).toEqual([
      { all: ["count", "q"], required: ["count", "q"] },
    ]);
    expect(named.get("follow")?.options[1]).toEqual({ all: ["seed", "trajectory"], required: ["seed"] });
    expect(named.get("forget")?.options[2]?.all).toContain("signal");
    expect(named.get("Generator")?.parameters).toEqual(["seed", "stream"]);
  });

  it("show a raw error, a number that is none, a message of another form, a value read twice", async () => {
    const { InputError } = api;
    const wrong = {
      wrongType: (words: string[]) => words[0].length,
      wrongNumber: (p: number) => ({ mean: [Number(p) / 0] }),
      wrongForm(p: number) {
        throw new InputError(`p is ${typeof p}`);
      },
      readTwice(options: { p: number }) {
        if (typeof options !== "object" || options === null) return 0;
        for (const key of Object.keys(options)) {
          if (key !== "p") throw new InputError(`unknown option: ${key} (one of p)`);
        }
        if (typeof options.p !== "number") throw new InputError("invalid p: missing (a number)");
        return options.p.toFixed(1).length;
      },
    };
    const { offences } = await fuzz({ ...api, wrong }, "wrong.", 300);
    const found = [...offences.keys()];
    for (const name of [
      "wrongType: TypeError",
      "wrongNumber: NaN",
      "wrongForm: message",
      "readTwice: TypeError",
    ]) {
      expect(found.filter((key) => key.startsWith(`wrong.${name}`))).not.toEqual([]);
    }
  });

  it.each([
    ["", 700, 250],
    ["simulate", 300, 60],
    ["Generator", 1000, 400],
  ])("%s…: an error that names what is wrong, or numbers", async (only, calls, results) => {
    const { offences, outcomes } = await fuzz(api, only, calls, 2);
    expect(offences).toEqual(new Map());
    expect(outcomes.get("result")).toBeGreaterThan(results);
    expect(outcomes.get("InputError")).toBeGreaterThan(results);
  });
});

describe("a command line ends as it may", () => {
  const ended = {
    args: ["run"],
    code: 0,
    signal: null,
    stdout: "",
    stderr: "",
    interrupted: false,
    hung: false,
  };

  it.each<[change: Partial<typeof ended> | object, outcome: string | RegExp]>([
    [{}, "done"],
    [{ code: 2, stderr: "invalid p: 2 (a number from 0 to 1)\n" }, "refused"],
    [{ code: 130, interrupted: true }, "interrupted"],
    [{ code: 1, stderr: "a worker died at trajectories 0 to 5\n" }, "a worker died"],
    [{ code: 2, stderr: "two\nlines\n" }, /^!/],
    [{ code: 2 }, /^!/],
    [{ code: 130 }, /^!/],
    [{ code: 1, stderr: "TypeError: x\n    at run (main.js:3:1)\n" }, /^!/],
    [{ code: 3 }, /^!/],
    [{ code: null, signal: "SIGSEGV" }, /^!/],
    [{ hung: true }, /^!/],
    [{ stdout: "mean NaN" }, /^!/],
    [{ args: ["run", "--json"], stdout: "{" }, /^!/],
  ])("%j: %s", (change, outcome) => {
    expect(judgeLine({ ...ended, ...change })).toMatch(outcome);
  });
});
