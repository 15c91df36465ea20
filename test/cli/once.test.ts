// What a command runs is checked once, and its document is made once.
import { afterEach, describe, expect, it, vi } from "vitest";
import { categoricalDefinition } from "../../src/models/categorical.ts";
import { ngramDefinition } from "../../src/models/ngram.ts";
import { Result } from "../../src/simulate/result.ts";
import { file, lethe } from "./lethe.ts";

const symbols = vi.spyOn(categoricalDefinition, "check");
const texts = vi.spyOn(ngramDefinition, "check");
const documents = vi.spyOn(Result.prototype, "toJSON");
afterEach(() => vi.clearAllMocks());
const calls = () => [symbols, texts, documents].map(({ mock }) => mock.calls.length);

const text = file("text.txt", "A rose is a rose is a rose.\n");
const sizes = ["--generations", "2", "--trajectories", "2", "--seed", "1", "--workers", "1"];

describe("checks, and documents:", () => {
  it.each<[line: string[], calls: number[]]>([
    [
      ["run", "categorical", "--counts", "3,1"],
      [1, 0, 0],
    ],
    [
      ["run", "categorical", "--counts", "3,1", "--json"],
      [1, 0, 1],
    ],
    [
      ["run", "categorical", "--counts", "3,1", "--out", "once"],
      [1, 0, 1],
    ],
    [
      ["run", "categorical", "--counts", "3,1", "--out", "once", "--json"],
      [1, 0, 1],
    ],
    [
      ["run", "ngram", "--order", "2", "--corpus", text],
      [0, 1, 0],
    ],
    [
      ["run", "ngram", "--order", "2", "--corpus", text, "--out", "once too", "--json"],
      [0, 1, 1],
    ],
    // What it needs of the corpus was checked with that.
    [
      ["forget", text],
      [0, 0, 0],
    ],
  ])("lethe %j", async (line, expected) => {
    expect((await lethe([...line, ...sizes])).code).toBe(0);
    expect(calls()).toEqual(expected);
  });
});
