import { describe, expect, it } from "vitest";
import { circle, importsOf, type Sources, sources } from "./imports.ts";

/**
 * From the ground up: the folders of src, and the files beside them. What stands on a line may import what stands on a
 * line before it, and its own folder. CONTRIBUTING.md says what is where.
 */
const FLOORS = [
  ["check"],
  ["host", "plural", "seed", "version"],
  ["kernels"],
  ["wasm", "reference"],
  ["backend"],
  ["random", "theory"],
  ["generations"],
  ["show"],
  ["text"],
  ["models"],
  ["experiment"],
  ["laws"],
  ["chunks"],
  ["workers"],
  ["simulate"],
  ["forget", "papers", "study"],
  ["plot"],
  ["report"],
  ["cli", "index"],
];

const room = (file: string): string => /^src\/([^/.]+)/.exec(file)?.[1] ?? file;
const floor = (file: string): number => FLOORS.findIndex((rooms) => rooms.includes(room(file)));

/** The imports that lead upwards, or to a room on the same floor. */
function wrong(files: Sources, all = files): string[] {
  return [...importsOf(files, all)].flatMap(([file, imported]) =>
    imported
      .filter((to) => room(to) !== room(file) && floor(to) >= floor(file))
      .map((to) => `${file} imports ${to}`),
  );
}

const library = sources("src");
const kernels = sources("assembly");

describe("the house", () => {
  it("has a floor for every folder, and no floor without one", () => {
    expect([...new Set([...library.keys()].map(room))].sort()).toEqual(FLOORS.flat().sort());
  });

  it("imports only from floors below", () => {
    expect(wrong(library)).toEqual([]);
  });

  it.each([
    ["the library", library],
    ["the kernels", kernels],
  ])("has no file that imports itself by way of others, not even for a type: %s", (_, files) => {
    const imports = importsOf(files);
    expect([...imports.values()].flat().length).toBeGreaterThan(files.size);
    expect(circle(imports)).toBeUndefined();
  });
});

describe("a planted fault is noticed", () => {
  it.each([
    ["src/theory/planted.ts", 'import type { Run } from "../simulate/run.ts";', "src/simulate/run.ts"],
    ["src/wasm/planted.ts", 'export { twin } from "../reference/kernels.ts";', "src/reference/kernels.ts"],
    ["src/seed.ts", 'type Later = import("./version.ts").version;', "src/version.ts"],
    ["src/kernels/planted.ts", 'const later = await import("../wasm/room.ts");', "src/wasm/room.ts"],
  ])("%s: %s", (file, text, to) => {
    expect(wrong(new Map([[file, text]]), library)).toEqual([`${file} imports ${to}`]);
  });

  it("a circle of the library", () => {
    const planted = new Map([
      ["src/a.ts", 'import { b } from "./b.ts";'],
      ["src/b.ts", 'export type { C } from "./c.ts";'],
      ["src/c.ts", 'export const later = () => import("./a.ts");'],
    ]);
    expect(circle(importsOf(planted))).toEqual(["src/a.ts", "src/b.ts", "src/c.ts", "src/a.ts"]);
  });

  it("a circle of the kernels, which name files without an ending", () => {
    const planted = new Map(kernels)
      .set("assembly/arena.ts", 'export { log } from "./math";')
      .set("assembly/math.ts", 'export { reserve } from "./arena";');
    expect(circle(importsOf(planted))).toContain("assembly/arena.ts");
  });

  it("an import of a file that is not there", () => {
    const planted = new Map([["src/plot/planted.ts", 'import "./gone.ts";']]);
    expect(() => importsOf(planted, library)).toThrow(
      "src/plot/planted.ts imports src/plot/gone.ts, which is not there",
    );
  });
});
