// Pages that allow less: no WebAssembly, no workers, nothing of their own origin.
import { describe, expect, it } from "vitest";
import * as lethe from "../../src/index.ts";
import { ask, browser } from "./page.ts";
import { longRun } from "./work.mjs";

/** The twin takes its time. */
const FEW = 200;
const few = browser && (await longRun(lethe, {}, FEW));
const long = browser && (await longRun(lethe));
const policy = (text: string) => ({ headers: { "content-security-policy": text } });
const noWasm = "default-src 'self'; script-src 'self'";

/** What the library says, once a page, when it cannot work as it would. */
const TWIN = "lethe: WebAssembly cannot be used";
const FEWER = "lethe: fewer workers take part than could";

const RUN = `
  const run = await longRun(lethe, { workers: 2 }, ${FEW});
  return { ...run, helped: count.chunks > 0 };`;

describe.skipIf(!browser)("a page whose policy", () => {
  it("refuses WebAssembly runs the twin, in workers too: same bits", async () => {
    const { answer, complaints } = await ask(RUN, policy(`${noWasm}; worker-src blob:`));
    expect(few!.backend).toBe("wasm");
    expect(answer).toEqual({ ...few, backend: "typescript", helped: true });
    expect(complaints).toEqual([expect.stringContaining(TWIN)]);
  });

  it("refuses WebAssembly says so when it is asked for by name", async () => {
    const script = `
      await lethe.init();
      const experiment = { model: lethe.gaussian({ samples: 3 }), generations: 1, trajectories: 1 };
      return lethe.simulate(experiment, { backend: "wasm" }).catch(({ name, message }) => [name, message]);`;
    const { answer } = await ask(script, policy(noWasm));
    const message = 'invalid backend: "wasm" (typescript: WebAssembly is not allowed here)';
    expect(answer).toEqual(["InputError", message]);
  });

  it("refuses both does the work itself", async () => {
    const { answer, complaints } = await ask(RUN, policy(noWasm));
    expect(answer).toEqual({ ...few, backend: "typescript", helped: false });
    // The browser has words of its own for each of the two workers.
    const refused = expect.stringContaining("Creating a worker from 'blob:");
    const said = [TWIN, FEWER].map((text) => expect.stringContaining(text));
    expect(complaints.sort()).toEqual([refused, refused, ...said]);
  });

  it("refuses workers does the work itself", async () => {
    const script = "return { ...(await longRun(lethe, { workers: 2 })), ...count };";
    const { answer, complaints } = await ask(script, policy("worker-src 'none'"));
    expect(answer).toEqual({ ...long, started: 2, chunks: 0 });
    expect(complaints.filter((text) => text.startsWith("lethe:"))).toEqual([expect.stringContaining(FEWER)]);
  });

  it("puts it into a sandbox, with an origin of its own, does not mind", async () => {
    const script = "return { ...(await longRun(lethe, { workers: 2 })), helped: count.chunks > 0 };";
    const { answer, complaints } = await ask(script, policy("sandbox allow-scripts"));
    expect(answer).toEqual({ ...long, helped: true });
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(!browser)("a browser", () => {
  it("without workers does the work in the page", async () => {
    const script = "delete globalThis.Worker; return longRun(lethe, { workers: 2 });";
    const { answer, complaints } = await ask(script);
    expect(answer).toEqual(long);
    expect(complaints).toEqual([expect.stringContaining(FEWER)]);
  });
});
