import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { edit, editsOf, readBiases } from "../../verify/edits.mjs";
import { readTables } from "../../verify/tables.mjs";

const biases = readBiases();

/** What has a kernel beside it. Sizes that grow, categorical data and points that are kept have none. */
const TWIN =
  /^dist\/(reference\/|kernels\/(?!growth)|generations\/(ahead|regimes|families\/(bernoulli|poisson|gaussian|numbers)))/;

test("every bias has a name of its own", () => {
  const names = biases.map(({ bias }) => bias);
  expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
});

test("every bias can be planted in kernel and twin as they are", () => {
  const root = new URL("../../", import.meta.url);
  for (const bias of biases) {
    const sources = new Map<string, string>();
    for (const one of editsOf(bias)) {
      const source = sources.get(one.path) ?? readFileSync(new URL(one.path, root), "utf8");
      expect(() => sources.set(one.path, edit(source, one)), bias.bias).not.toThrow();
    }
    const kernels = [...sources.keys()].filter((path) => path.startsWith("assembly/"));
    const twins = [...sources.keys()].filter((path) => TWIN.test(path));
    expect(kernels.length > 0, bias.bias).toBe(twins.length > 0);
  }
});

test("every bias has tables that have to notice", () => {
  const names = readTables().map(({ name }) => name);
  for (const { bias, noticed } of biases) {
    expect(noticed.length, bias).toBeGreaterThan(0);
    for (const start of noticed)
      expect(
        names.filter((name) => name.startsWith(start)),
        bias,
      ).not.toEqual([]);
  }
});

test("an edit that fits nowhere, twice, or changes nothing is an error", () => {
  const [half, whole] = editsOf({ edits: { "kernel math": ["«→ 0.5 * »log(q)", "log(«q → q»)"] } });
  expect(half).toEqual({ path: "assembly/math.ts", find: "log(q)", replace: "0.5 * log(q)" });
  expect(edit("return log(q);", half)).toBe("return 0.5 * log(q);");
  expect(() => edit("return log(p);", half)).toThrow('assembly/math.ts holds "log(q)" 0 times');
  expect(() => edit("log(q) + log(q)", half)).toThrow('assembly/math.ts holds "log(q)" 2 times');
  expect(() => edit("log(q)", whole)).toThrow('assembly/math.ts: "log(q)" changes nothing');
});
