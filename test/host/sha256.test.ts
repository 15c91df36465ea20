import { createHash } from "node:crypto";
import { afterEach, expect, it, vi } from "vitest";
import { sha256Of } from "../../src/host/sha256.ts";

afterEach(() => void vi.unstubAllGlobals());

it("is that of the text in UTF-8", async () => {
  for (const text of ["", "abc", "ŝafo 🐋"]) {
    expect(await sha256Of(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
  }
});

it("is not there where the host has none", async () => {
  vi.stubGlobal("crypto", {});
  expect(await sha256Of("abc")).toBeUndefined();
});
