// What a page has to download. The budget stands in bench/size.mjs.
import { beforeAll, describe, expect, it } from "vitest";
import { BUDGET, measureSize } from "../../bench/size.mjs";

let size: Awaited<ReturnType<typeof measureSize>>;
beforeAll(async () => {
  size = await measureSize();
});

describe("gzipped size", () => {
  it("of the WebAssembly is within its budget", () => {
    expect(size.wasmGzipped).toBeLessThanOrEqual(BUDGET.wasmGzipped);
  });

  it("of simulate and gaussian, bundled, is within its budget", () => {
    expect(size.bundleGzipped).toBeLessThanOrEqual(BUDGET.bundleGzipped);
    // The kernels are inside, and less than everything is.
    expect(size.bundleGzipped).toBeGreaterThan(size.wasmGzipped);
  });

  it("of what comes later, for workers, is within its budget", () => {
    expect(size.workersGzipped).toBeLessThanOrEqual(BUDGET.workersGzipped);
    // It does come later.
    expect(size.workersGzipped).toBeGreaterThan(1000);
  });

  it("of theory, which comes while the first run goes on, is within its budget", () => {
    expect(size.lawsGzipped).toBeLessThanOrEqual(BUDGET.lawsGzipped);
    expect(size.lawsGzipped).toBeGreaterThan(1000);
  });

  it("of lethe/random is within its budgets, and a bundler leaves out laws that are not used", () => {
    for (const part of ["someLawsGzipped", "moreLawsGzipped", "allLawsGzipped", "fillsGzipped"] as const)
      expect(size[part], part).toBeLessThanOrEqual(BUDGET[part]);
    expect(size.someLawsGzipped).toBeLessThan(6000);
    expect(size.moreLawsGzipped).toBeGreaterThan(size.someLawsGzipped + 1000);
    expect(size.allLawsGzipped).toBeGreaterThan(size.moreLawsGzipped + 1000);
    // The WebAssembly comes later.
    expect(size.fillsGzipped).toBeGreaterThan(9000);
  });
});
