import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { directory, file, lethe, refused } from "./lethe.ts";

const NEEDED = "UTF-8 or UTF-16 text is needed, plain or gzipped";

describe("a text that cannot be forgotten", () => {
  mkdirSync(join(directory, "folder"));
  file("empty.txt", "");
  file("no-word.txt", "... !!! ---");
  file("binary", new Uint8Array([1, 2, 0, 4]));
  file("book.zip", "PK\x03\x04");
  file("cut.gz", gzipSync("some words of a text").subarray(0, 25));
  it.concurrent.each([
    ["none.txt", "no such file"],
    ["", "no such file"],
    ["folder", "a directory; one file is needed"],
    ["empty.txt", "it is empty"],
    ["no-word.txt", "no word in it, by tokenizer words"],
    ["binary", `not text: byte 2 is NUL; ${NEEDED}`],
    ["book.zip", "a zip archive; unpack it first"],
    ["cut.gz", "truncated or damaged gzip"],
  ])("%j", async (name, why) => {
    const outcome = await lethe(["forget", name, "--out", "never"]);
    expect(outcome).toEqual(refused(`invalid corpus: ${JSON.stringify(name)} (${why})`));
    expect(existsSync(join(directory, "never"))).toBe(false);
  });
});

describe("an --out that cannot be written", () => {
  const text = file("text.txt", "one two two");
  const blocked = file("blocked", "a file in the way");
  const run = [
    "run",
    "bernoulli",
    "--p",
    "0.5",
    "--samples",
    "3",
    "--generations",
    "2",
    "--trajectories",
    "2",
  ];
  const forget = ["forget", text, "--generations", "2", "--trajectories", "2"];
  it.concurrent.each([
    ["run", run],
    ["forget", forget],
  ])("%s: a file in the way", async (_, args) => {
    for (const out of [blocked, join(blocked, "below")]) {
      const why = "a directory that can be written to: a file is in the way";
      expect(await lethe([...args, "--out", out])).toEqual(
        refused(`invalid out: ${JSON.stringify(out)} (${why})`),
      );
    }
  });

  it.runIf(process.platform === "linux")("a place where nothing can be made", async () => {
    const why = "a directory that can be written to: it cannot be made there";
    for (const out of ["/proc/lethe", ""]) {
      expect(await lethe([...run, "--out", out])).toEqual(
        refused(`invalid out: ${JSON.stringify(out)} (${why})`),
      );
    }
  });

  it("is not made when the options are bad", async () => {
    await lethe([...run, "--p", "2", "--out", "unmade"]);
    expect(readdirSync(directory)).not.toContain("unmade");
  });
});
