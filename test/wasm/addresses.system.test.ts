// Address space that is limited, as by `ulimit -v` or a batch system: the same numbers all the same.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { addressesLeft } from "../../src/host/addresses.ts";
import { type Experiment, gaussian, simulate } from "../../src/index.ts";
import { library, program } from "../built.ts";

const limits = (text: string) => `Limit                     Soft Limit           Hard Limit           Units
Max cpu time              unlimited            unlimited            seconds
Max address space         ${text}          unlimited            bytes\n`;

const left = (files: Readonly<Record<string, string>>) =>
  addressesLeft({
    readFileSync(path) {
      if (path in files) return files[path];
      throw new Error("ENOENT");
    },
  });

describe("the addresses that are left", () => {
  const status = "VmPeak:\t  900000 kB\nVmSize:\t  800000 kB\n";

  it("are those of the limit without those that are taken", () => {
    const files = { "/proc/self/limits": limits("16384000000"), "/proc/self/status": status };
    expect(left(files)).toBe(16_384_000_000 - 800_000 * 1024);
  });

  it("are endless where there is no limit, or none that can be read", () => {
    const files = { "/proc/self/limits": limits("unlimited  "), "/proc/self/status": status };
    expect(left(files)).toBe(Number.POSITIVE_INFINITY);
    expect(left({ "/proc/self/limits": limits("16384000000") })).toBe(Number.POSITIVE_INFINITY);
    expect(left({})).toBe(Number.POSITIVE_INFINITY);
    expect(addressesLeft(undefined)).toBe(Number.POSITIVE_INFINITY);
  });
});

/** Runs Node with so many GB of addresses. */
const limited = (gigabytes: number, ...args: string[]) =>
  promisify(execFile)("sh", [
    ...["-c", `ulimit -v ${gigabytes * 1e6} && exec "$0" "$@"`],
    ...[process.execPath, "--no-warnings", ...args],
  ]);

const experiment: Experiment = {
  model: gaussian({ samples: 1000, method: "samples" }),
  ...{ generations: 100, trajectories: 1000, seed: 1, survival: ["std>0.95"] },
};

const SCRIPT = `
  const { gaussian, simulate } = await import(${JSON.stringify(library)});
  const said = [];
  process.on("warning", ({ name, message }) => said.push(name + ": " + message));
  const experiment = { ...${JSON.stringify(experiment)}, model: gaussian({ samples: 1000, method: "samples" }) };
  const run = await simulate(experiment, { workers: Number(process.argv[1]) });
  const again = await simulate(experiment, { workers: Number(process.argv[1]) });
  const { backend, workers } = run.provenance;
  const std = Array.from(run.observable("std").mean);
  const same = JSON.stringify(std) === JSON.stringify(Array.from(again.observable("std").mean));
  console.log(JSON.stringify({ backend, workers, std, same, said }));`;

describe.skipIf(process.platform !== "linux")("with few addresses", () => {
  const expected = simulate(experiment);
  const TWIN = expect.stringMatching(/^LetheWarning: WebAssembly cannot be used: .*\(no addresses are left/);
  const FEWER = expect.stringMatching(/^LetheWarning: fewer workers .*\(no addresses are left/);

  it.concurrent.each([
    // Not enough for a thread, …
    [1.5, 8, "typescript", 1, [TWIN, FEWER]],
    // … or for the memory of WebAssembly, …
    [12, 1, "typescript", 1, [TWIN]],
    [12, 16, "typescript", 10, [TWIN, FEWER]],
    // … or for another in a thread, …
    [16, 1, "wasm", 1, []],
    [16, 8, "wasm", 1, [FEWER]],
    // … or in as many.
    [40, 8, "wasm", 2, [FEWER]],
  ] as const)("%d GB, %i workers: %s", async (gigabytes, wanted, backend, most, said) => {
    const args = ["--input-type=module", "--eval", SCRIPT, String(wanted)];
    const answer = JSON.parse((await limited(gigabytes, ...args)).stdout);
    const std = Array.from((await expected).observable("std").mean);
    expect(answer).toEqual({ backend, workers: expect.any(Number), std, same: true, said });
    expect(answer.workers).toBeLessThanOrEqual(most);
  });

  it.concurrent("the command does its work too, or says in a line that memory ran out", async () => {
    const run = ["run", "gaussian", "--samples", "10", "--generations", "3", "--trajectories", "100"];
    const { stdout } = await limited(16, program, ...run, "--seed", "1", "--workers", "1", "--json");
    const small = { ...experiment, model: gaussian({ samples: 10 }), generations: 3, trajectories: 100 };
    const { generations, observables, ...rest } = JSON.parse(stdout);
    expect(rest.provenance.backend).toBe("wasm");
    const std = (await simulate({ ...small, survival: [] })).observable("std").mean;
    expect(observables.std.mean).toEqual(Array.from(std));

    const large = ["run", "categorical", "--zipf", "20000000,1,2.7", "--samples", "1000"];
    const rests = ["--generations", "1", "--trajectories", "1", "--seed", "1", "--quiet"];
    const failed = await limited(1.3, program, ...large, ...rests).catch((error) => error);
    expect([failed.code, failed.stderr]).toEqual([1, expect.stringMatching(/^out of memory: [^\n]+\n$/)]);
  });

  it("a process takes no more for a hundred runs than for one", async () => {
    const script = `
      import { readFileSync } from "node:fs";
      import { gaussian, simulate } from ${JSON.stringify(library)};
      const peak = () => Number(/VmPeak:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
      const run = (seed) => simulate({ model: gaussian({ samples: 10 }), generations: 3, trajectories: 9, seed });
      await run(0);
      const first = peak();
      for (let seed = 1; seed < 100; ++seed) await run(seed);
      console.log(first, peak());`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script]);
    const [first, last] = stdout.split(" ").map(Number);
    // One memory of 10 GB, and what Node takes; kB.
    expect(first).toBeLessThan(15e6);
    expect(last / first).toBeLessThan(1.1);
  });
});
