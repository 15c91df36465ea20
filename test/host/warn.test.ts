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
