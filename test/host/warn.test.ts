import { createContext, runInContext } from "node:vm";
import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.resetModules();
});

it("a warning is given once for each topic, by the process", async () => {
  const { warnOnce } = await import("../../src/host/warn.ts");
  const given: string[] = [];
  vi.spyOn(process, "emitWarning").mockImplementation((warning) => {
    const { name, message } = warning as Error;
    given.push(`${name}: ${message}`);
  });
  warnOnce("a", "the first");
  warnOnce("a", "the first, again");
  warnOnce("b", "another");
  expect(given).toEqual(["LetheWarning: the first", "LetheWarning: another"]);
});

it("a warning goes to the console where there is no process, and nowhere where there is neither", async () => {
  const { warnOnce } = await import("../../src/host/warn.ts");
  const warn = vi.fn();
  vi.stubGlobal("process", undefined);
  vi.stubGlobal("console", { warn });
  warnOnce("a", "the first");
  vi.stubGlobal("console", undefined);
  warnOnce("b", "another");
  vi.unstubAllGlobals();
  expect(warn.mock.calls).toEqual([["lethe: the first"]]);
});

it("a warning is one line, whatever the reason", async () => {
  const { warnOnce } = await import("../../src/host/warn.ts");
  const emit = vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
  warnOnce("a", "fewer (Cannot find module\nRequire stack:\n- /main.cjs)");
  expect(String(emit.mock.calls[0]![0])).toBe(
    "LetheWarning: fewer (Cannot find module Require stack: - /main.cjs)",
  );
});

it("a warning is given where Error is not that of the process, as in Jest", async () => {
  const warned = new Promise<Error>((resolve) => process.once("warning", resolve));
  vi.stubGlobal("Error", runInContext("Error", createContext()));
  const { warnOnce } = await import("../../src/host/warn.ts");
  warnOnce("a", "the first");
  vi.unstubAllGlobals();
  const { name, message } = await warned;
  expect([name, message]).toEqual(["LetheWarning", "the first"]);
});
