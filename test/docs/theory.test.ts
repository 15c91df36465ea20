// Every function of `theory` is on the page that leads to it, and none that is not there.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { theory } from "../../src/index.ts";

const page = readFileSync(new URL("../../docs/theory.md", import.meta.url), "utf8");

const names = Object.entries(theory).flatMap(([name, value]) =>
  typeof value === "function"
    ? [`theory.${name}`]
    : Object.keys(value).map((inner) => `theory.${name}.${inner}`),
);

it("docs/theory.md names each function of theory, in a row of a table", () => {
  const rows = page.split("\n").filter((line) => line.startsWith("| "));
  const named = rows.flatMap((row) => [...row.matchAll(/`(theory\.[\w.]+)`/g)].map(([, name]) => name));
  expect([...new Set(named)].sort()).toEqual([...names].sort());
});

it("gives the number that its example claims", () => {
  const [, claimed] = /generation: 100 \}\); \/\/ ([\d.]+):/.exec(page) ?? [];
  const exact = theory.gaussian.survival({ std: 1, samples: 10, threshold: 0.1, generation: 100 });
  expect(exact.toFixed(4)).toBe(claimed);
});
