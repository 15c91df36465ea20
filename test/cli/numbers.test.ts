import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { covariance, listOrFile } from "../../src/cli/numbers.ts";
import { message } from "../message.ts";

const folder = mkdtempSync(join(tmpdir(), "lethe-numbers-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("a count typed with a dot may be two", () => {
  expect(message(() => listOrFile("counts", "5, 41.000"))).toBe(
    'invalid counts: "5, 41.000" ("41.000" may be 41 or 41000)',
  );
  expect(listOrFile("weights", "41.000,0.5")).toEqual([41, 0.5]);
});

it("a covariance is a word, variances, or rows", () => {
  expect(covariance("identity")).toBe("identity");
  expect(covariance("2")).toEqual([2]);
  expect(covariance("1, 2,x")).toEqual([1, 2, "x"]);
  expect(covariance("2,1;1,3")).toEqual([
    [2, 1],
    [1, 3],
  ]);
});

describe("a list of numbers in a file", () => {
  const given = (content: string | Uint8Array, option = "counts") => {
    const path = join(folder, "numbers");
    writeFileSync(path, content);
    return listOrFile(option, `@${path}`);
  };

  it("is read whatever is between them, and however it is encoded", () => {
    const wide = Buffer.from("\ufeff3\r\n1e3\r\n", "utf16le");
    for (const content of ["3, 1e3\n", "\ufeff3;1e3", "3\r1000", wide, gzipSync("3 1e3")]) {
      expect(given(content)).toEqual([3, 1000]);
    }
    expect(given("1 2\n3,4\n")).toEqual([1, 2, 3, 4]);
    expect(given("1,2,3\n4,5\n")).toEqual([1, 2, 3, 4, 5]);
    expect(given("41.000 0.125", "weights")).toEqual([41, 0.125]);
  });

  it("is refused where it is none, or may be two", () => {
    const refusal = (content: string) =>
      message(() => given(content)).replace(/^invalid counts: "@.*" \((.*)\)$/, "$1");
    expect(refusal("word,count\nthe,5")).toBe('@ and a file of numbers: "word" is none');
    expect(refusal("41.000\n39.000")).toBe('@ and a file of numbers: "41.000" may be 41 or 41000');
    const wide =
      "@ and a file of numbers: 2 on every line look like columns: put one on a line, or all on one";
    expect(refusal("0,5\n0,25\n")).toBe(wide);
    expect(refusal("7\t52\r\n8\t3")).toBe(wide);
    expect(refusal("PK\x03\x04")).toBe("@ and a file of numbers: a zip archive; unpack it first");
  });
});
