// What a model's description says is what its checks do.

import { describe, expect, it } from "vitest";
import { either } from "../../src/check/errors.ts";
import { describeModels, type OptionDescription } from "../../src/index.ts";
import { checkModel } from "../../src/models/index.ts";
import { message } from "../message.ts";

/** What stands for an option that has to be given, and is no number. */
const LISTS: Record<string, unknown> = { tokens: [0, 1, 0, 2], weights: [1, 2] };

/** What a choice cannot do without. */
const COMPANIONS: Record<string, object> = {
  "gaussian shrink": { lambda: 0.5, tau: 1 },
  "categorical shrink": { lambda: 0.5 },
  "categorical absolute-discount": { discount: 0.5 },
  "kde mixture": { means: [0, 1] },
  "kde points": { points: [0, 1] },
  "empirical mixture": { means: [0, 1] },
  "empirical points": { points: [0, 1] },
};

const models = describeModels();
const options = models.flatMap(({ name, options }) => options.map((option) => [name, option] as const));
const numeric = options.filter(([, { kind }]) => kind === "integer" || kind === "number");

/** A model with as few options as there may be, and another one. */
function checked(name: string, more: object = {}): Record<string, unknown> {
  const { options, oneOf = [] } = models.find((model) => model.name === name) as (typeof models)[number];
  const needed = options.filter((option) => option.required || oneOf.includes(option.name));
  const given = needed
    .filter(({ kind, name }) => name in LISTS || kind === "integer" || kind === "number")
    .map((option) => [option.name, LISTS[option.name] ?? option.minimum]);
  return checkModel({ samples: 4, ...Object.fromEntries(given), name, ...more }, "") as object as never;
}

/** The next number above or below a value, for what is checked. */
function beside({ kind }: OptionDescription, value: number, sign: 1 | -1): number {
  if (kind === "integer") return value + sign;
  return value + sign * Math.max(Math.abs(value) * Number.EPSILON, Number.MIN_VALUE);
}

describe("a description", () => {
  it("has words for every option", () => {
    expect(options.filter(([, { description }]) => description === "")).toEqual([]);
    expect(models.map(({ name }) => name)).toContain("gaussian");
  });

  it("has the defaults that a model gets", () => {
    for (const { name, options } of models) {
      const defaults = options.filter((option) => option.default !== undefined);
      const expected = Object.fromEntries(defaults.map((option) => [option.name, option.default]));
      expect(checked(name)).toMatchObject(expected);
    }
    expect(options.filter(([, option]) => option.default !== undefined).length).toBeGreaterThan(10);
  });

  it.each(numeric)("of %s has the range of $name", (model, option) => {
    const { name, minimum, exclusiveMinimum, maximum } = option;
    const said = (value: number) => message(() => checked(model, { [name]: value }));
    const least = minimum ?? exclusiveMinimum;
    expect([least, maximum]).toEqual([expect.any(Number), expect.any(Number)]);
    if (minimum !== undefined) expect(said(beside(option, minimum, -1))).toContain(`invalid ${name}: `);
    if (exclusiveMinimum !== undefined) expect(said(exclusiveMinimum)).toContain(`invalid ${name}: `);
    expect(said(beside(option, maximum as number, 1))).toContain(`invalid ${name}: `);
    const first = minimum ?? beside(option, exclusiveMinimum as number, 1);
    // What is out of range is refused by words about the range; other options may have a say in the rest.
    for (const value of [first, maximum as number]) {
      expect(said(value)).not.toMatch(/\((an integer|a number) (from|above) /);
    }
  });

  it("has the choices of each option", () => {
    const choices = options.filter(([, { kind }]) => kind === "choice");
    for (const [model, { name, choices: words = [] }] of choices) {
      expect(words).not.toEqual([]);
      for (const word of words)
        expect(checked(model, { [name]: word, ...COMPANIONS[`${model} ${word}`] })[name]).toBe(word);
      // Where a number will do too, the error says so.
      const said = message(() => checked(model, { [name]: "?" }));
      expect(said.replace(/\(a number [^"]*, /, "(")).toBe(`invalid ${name}: "?" (${either(words)})`);
    }
  });

  it("has what is observed, and what is recorded of it", () => {
    const [gaussian] = models.filter(({ name }) => name === "gaussian");
    const own = ["mean", "std", "logStd"];
    expect(gaussian).toMatchObject({
      observables: [...own, "variance", "l2", "kl", "klForward", "w2", "hallucinated"],
      recorded: ["mean", "std"],
    });
  });

  it("is the caller's own", () => {
    (describeModels()[0].observables as string[]).push("?");
    expect(describeModels()[0].observables).toEqual(models[0].observables);
  });
});
