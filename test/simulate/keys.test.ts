// More different words or weights than a Map can hold are bad input, and no bug. The limit is lowered here.
import { expect, it, vi } from "vitest";
import { ngram } from "../../src/models/ngram.ts";
import { expectedUnique } from "../../src/theory/categorical.ts";
import { message } from "../message.ts";

vi.mock("../../src/keys.ts", () => ({ MAX_KEYS: 3 }));

it("ngram() refuses more different words", () => {
  expect(ngram({ tokens: ["a", "b", "c", "a"], order: 1 }).words).toEqual(["a", "b", "c"]);
  expect(message(() => ngram({ tokens: ["a", "b", "c", "a", "d"], order: 1 }))).toBe(
    "invalid tokens: more than 3 different words",
  );
  expect(message(() => ngram({ tokens: [0, 1], words: ["a", "b", "c", "d"], order: 1 }))).toBe(
    "invalid words: 4 of them (from 1 to 3)",
  );
});

it("theory refuses more different weights", () => {
  const unique = (weights: number[]) => expectedUnique({ weights, samples: 5, generations: [0] });
  expect(unique([1, 2, 3, 3, 1])[0]).toBe(5);
  expect(message(() => unique([1, 2, 3, 4]))).toBe("invalid weights: [1,2,3,4] (at most 3 different ones)");
});
