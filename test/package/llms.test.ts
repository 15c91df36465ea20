// The whole public API on one page: in step with the declarations, and with what is exported.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as lethe from "../../dist/index.js";
import * as plot from "../../dist/plot/study/index.js";
import * as random from "../../dist/random/index.js";
import { llms } from "../../scripts/llms.mjs";

const page = readFileSync(new URL("../../dist/llms.txt", import.meta.url), "utf8");

/** The code of the section of a module or namespace. */
const section = (name: string): string => page.split(`\n## ${name}\n`)[1]?.split("\n## ")[0] ?? "";

/** The names that are declared there, or said to be those of another section. */
const names = (name: string): string[] => {
  const declared = section(name).matchAll(/^(?:abstract )?(?:function|const|class) (\w+)/gm);
  const also = /^Also, as above: (.*)\.$/m.exec(section(name))?.[1] ?? "";
  return [...[...declared].map(([, one]) => one), ...also.replaceAll("`", "").split(", ")];
};

const isModule = (value: unknown) => Object.prototype.toString.call(value) === "[object Module]";

describe("llms.txt", () => {
  it("is what the declarations say: `npm run build` writes it again", () => expect(page).toBe(llms()));

  const modules: Record<string, object> = {
    ...{ lethe, "lethe/random": random, "lethe/plot": plot, theory: lethe.theory },
    ...Object.fromEntries(
      Object.entries(lethe.theory)
        .filter(([, value]) => typeof value === "object")
        .map(([name, value]) => [`theory.${name}`, value]),
    ),
  };
  it.each(Object.keys(modules))("has all names of %s", (name) => {
    const values = Object.entries(modules[name]).filter(([, value]) => !isModule(value));
    expect(names(name)).toEqual(expect.arrayContaining(values.map(([one]) => one)));
    expect(values.length).toBeGreaterThan(0);
  });

  it("has no name twice in a section, and every docstring whole", () => {
    expect(section("theory.gaussian").match(/^function survival\(/gm)).toHaveLength(1);
    expect(section("theory.gaussian")).toMatch(
      /Exact probability that the standard deviation is above the threshold/,
    );
    expect(page).not.toMatch(/^ *#private/m);
  });
});
