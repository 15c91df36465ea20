import { describe, expect, it } from "vitest";
import { platform } from "../../src/simulate/provenance.ts";

const process = { version: "v22.1.0", platform: "linux", arch: "x64" };

describe("the platform", () => {
  it.each([
    ["node v22.1.0 linux x64", { process: { ...process, versions: { node: "22.1.0" } } }],
    ["bun v1.4.5 linux x64", { process: { ...process, versions: { node: "22.1.0", bun: "1.4.5" } } }],
    ["deno v2.9.6 linux x64", { process: { ...process, versions: { node: "22.1.0", deno: "2.9.6" } } }],
    [
      "electron v30.0.1 linux x64",
      {
        process: { ...process, versions: { node: "22.1.0", electron: "30.0.1" } },
        navigator: { userAgent: "Mozilla/5.0 Electron/30.0.1" },
      },
    ],
    ["Mozilla/5.0 Firefox", { navigator: { userAgent: "Mozilla/5.0 Firefox" } }],
    ["Cloudflare-Workers", { process: {}, navigator: { userAgent: "Cloudflare-Workers" } }],
    ["unknown", {}],
  ])("%s", (expected, host) => {
    expect(platform(host)).toBe(expected);
  });

  it("is that of these tests, without a choice", () => {
    expect(platform()).toBe(
      `node ${globalThis.process.version} ${globalThis.process.platform} ${globalThis.process.arch}`,
    );
  });
});
