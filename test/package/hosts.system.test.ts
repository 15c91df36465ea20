// Hosts that allow less, or have less: the package can be imported all the same, in one module and in many, and draws.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { tame } from "../../scripts/loader.mjs";
import { library } from "../built.ts";

const bundle = join(library, "../lethe.browser.js");

/** What is done to the host before. */
const hosts = {
  "Object is frozen": "Object.freeze(Object);",
  "the classes of the language are frozen": `
    const classes = [Object, Function, Array, String, Number, BigInt, Symbol, Promise, Map, Set, RegExp, Date, Error];
    classes.push(RangeError, ArrayBuffer, Uint8Array, Float64Array, Math, JSON, WebAssembly, FinalizationRegistry);
    for (const one of classes) Object.freeze(one) && one.prototype && Object.freeze(one.prototype);`,
  "there are neither TextDecoder nor TextEncoder":
    "delete globalThis.TextDecoder; delete globalThis.TextEncoder;",
  "there is little but the language": `
    const names = ["TextDecoder", "TextEncoder", "AbortSignal", "MessageChannel", "Event", "crypto", "structuredClone"];
    for (const name of names) delete globalThis[name];`,
};

const DRAW = `
  const model = gaussian({ samples: 1000, method: "samples" });
  const run = await simulate({ model, generations: 50, trajectories: 300, seed: 1 });
  const numbers = new Generator("größer 😀 \\ud800").normal(new Float64Array(10));
  const { backend } = run.provenance;
  console.log(JSON.stringify([new Generator(42).normal(), numbers[9], backend, run.observable("std").mean[50]]));`;

async function draw(file: string, before = "", flags: string[] = []): Promise<string> {
  const script = `${before} const { gaussian, Generator, simulate } = await import(${JSON.stringify(file)}); ${DRAW}`;
  const args = [...flags, "--input-type=module", "--eval", script];
  return (await promisify(execFile)(process.execPath, args)).stdout;
}

describe("a host", () => {
  const usual = draw(library);

  it.concurrent.each(Object.entries(hosts))("in which %s", async (_, before) => {
    expect(await usual).toMatch(/^\[0.13554631070553264,-?0\.\d+,"wasm",0\.\d+\]\n$/);
    expect(await draw(library, before)).toBe(await usual);
    expect(await draw(bundle, before)).toBe(await usual);
  });

  it.concurrent("whose Error is not that of its process, as in Jest, and that has no WebAssembly", async () => {
    const before = `
      import { runInNewContext } from "node:vm";
      process.on("warning", ({ name, message }) => console.log(name + ": " + message));
      globalThis.Error = runInNewContext("Error");
      delete globalThis.WebAssembly;`;
    const lines = (await draw(library, before)).split("\n");
    const warning = lines.filter((line) => line.startsWith("LetheWarning: WebAssembly cannot be used"));
    expect(warning).toHaveLength(1);
    expect(lines).toContain((await usual).trim().replace("wasm", "typescript"));
  });

  it.concurrent("that is started with --frozen-intrinsics", async () => {
    expect(await draw(library, "", ["--frozen-intrinsics"])).toBe(await usual);
  });
});

describe("the loader", () => {
  it("is only changed as long as it is the one that is known", () => {
    expect(() => tame("export const other = 1;")).toThrow("@assemblyscript/loader has changed");
  });
});
