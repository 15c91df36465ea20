import { createHash } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { STREAM_BYTES } from "../../src/kernels/stream.ts";
import { base64, sha256 } from "../../src/wasm/bytes.ts";
import { instantiate } from "../../src/wasm/module.ts";

const bytes = Buffer.from(base64, "base64");

describe("lethe.wasm", () => {
  it("imports nothing, so that no host can change its numbers", () => {
    expect(WebAssembly.Module.imports(new WebAssembly.Module(bytes))).toEqual([]);
  });

  it("is what its hash says", () => {
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  });

  it("has streams as large as the twin's, which are lent to it", () => {
    expect(instantiate().Bytes.stream.value).toBe(STREAM_BYTES);
  });
});

describe("where WebAssembly is refused", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it("the twin takes over with the same bits", async () => {
    const experiment = { generations: 20, trajectories: 10, seed: 1 };
    const here = await import("../../src/index.ts");
    const expected = await here.simulate({ ...experiment, model: here.gaussian({ samples: 9 }) });
    expect(expected.provenance.backend).toBe("wasm");

    vi.resetModules();
    const refuse = () => {
      throw new WebAssembly.CompileError("refused by the page's policy");
    };
    vi.stubGlobal("WebAssembly", { ...WebAssembly, CompileError: Error, Module: refuse, compile: refuse });
    const there = await import("../../src/index.ts");
    await there.init();
    const run = await there.simulate({ ...experiment, model: there.gaussian({ samples: 9 }) });
    expect(run.provenance.backend).toBe("typescript");
    expect(run.observable("std").mean).toEqual(expected.observable("std").mean);
    expect(new there.Generator(1).normal(new Float64Array(9))).toEqual(
      new here.Generator(1).normal(new Float64Array(9)),
    );
    const asked = there.simulate(
      { ...experiment, model: there.gaussian({ samples: 9 }) },
      { backend: "wasm" },
    );
    await expect(asked).rejects.toThrow(
      'invalid backend: "wasm" (typescript: WebAssembly is not allowed here)',
    );
  });
});
