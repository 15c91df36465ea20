// Everything that a model can be told, or can do, is in its page and is run in every engine.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as engines from "../../engines/experiments.mjs";
import * as lethe from "../../src/index.ts";

const models = lethe.describeModels();
const page = (name: string) => new URL(`../../docs/models/${name}.md`, import.meta.url);

describe.each(models)("the page of $name", ({ name, options, observables }) => {
  const text = existsSync(page(name)) ? readFileSync(page(name), "utf8") : "";
  const coded = [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code);
  const missing = (words: readonly string[]) =>
    words.filter((word) => !coded.some((code) => hasWord(code, word)));

  it("names every option", () => expect(missing(options.map((option) => option.name))).toEqual([]));

  it("names every choice", () => {
    expect(missing(options.flatMap(({ choices }) => choices ?? []))).toEqual([]);
  });

  it("names what is observed", () => expect(missing(observables)).toEqual([]));
});

const hasWord = (code: string, word: string) => code.split(/[^\w-]+/).includes(word);

it("every choice of every model is run in every engine", () => {
  const run = Object.values(engines.models).map((make) =>
    (make as (from: typeof lethe) => lethe.Model)(lethe),
  );
  const made = run as unknown as Record<string, unknown>[];
  for (const { name, options } of models) {
    for (const { name: option, choices = [] } of options) {
      const chosen = made.filter((model) => model["name"] === name).map((model) => model[option]);
      expect(chosen, `${name}: ${option}`).toEqual(expect.arrayContaining([...choices]));
    }
  }
});
