import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { lethe, refused } from "./lethe.ts";

const folder = mkdtempSync(join(tmpdir(), "lethe-ngram-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const text = file("text.txt", "A rose is a rose is a rose. It is not a book.\nA book is a book.\n");
const short = file("short.txt", "two words");

const run = (...more: string[]) =>
  lethe(["run", "ngram", "--generations", "4", "--trajectories", "6", ...more]);

describe("lethe run ngram", () => {
  it.each(["stream", "documents"])("learns a file's words by the rule %s", async (rule) => {
    const args = ["--order", "2", "--corpus", text, "--rule", rule, "--seed", "1", "--json"];
    const { code, stdout } = await run(...args);
    expect(code).toBe(0);
    const { experiment, observables } = JSON.parse(stdout);
    expect(experiment.model).toMatchObject({ name: "ngram", order: 2, rule });
    const { mean } = observables.unique;
    expect(mean[0]).toBe(6); // a, rose, is, it, not, book
    expect(mean.at(-1)).toBeLessThan(6);
    expect((await run(...args)).stdout).toBe(stdout);
  });

  it("reads JSONL, document by document", async () => {
    const jsonl = file("a.jsonl", '{"text": "A rose is"}\n{"text": "not a book."}\n');
    const args = ["--order", "1", "--corpus", jsonl, "--json-field", "text", "--seed", "1", "--json"];
    const outcomes = await Promise.all([
      run(...args),
      run(...args, "--rule", "documents"),
      run(...args, "--tokenizer", "segmenter"),
    ]);
    const [words, sentences, segments] = outcomes.map(({ stdout }) => JSON.parse(stdout));
    for (const { observables } of [words, sentences, segments]) expect(observables.unique.mean[0]).toBe(5);
    expect(segments.provenance.icu).toBe(process.versions["icu"]);
    expect(words.provenance.icu).toBeUndefined();
    expect(await run(...args, "--rule", "documents", "--tokenizer", "words")).toEqual(
      refused('invalid tokenizer: "words" (not with --rule documents, which has its own)'),
    );
  });

  it("refuses what is no order, and a text shorter than the order", async () => {
    const allowed = "an integer from 1 to 64";
    for (const [order, shown] of [
      ["0", "0"],
      ["65", "65"],
      ["1.5", "1.5"],
      ["x", '"x"'],
    ]) {
      expect(await run("--order", order, "--corpus", text)).toEqual(
        refused(`invalid order: ${shown} (${allowed})`),
      );
    }
    expect(await run("--corpus", text)).toEqual(refused(`invalid order: missing (${allowed})`));
    expect(await run("--order", "3", "--corpus", short)).toEqual(
      refused("invalid tokens: 2 of them (at least 3, the order)"),
    );
    expect(await run("--order", "2", "--corpus", join(folder, "none"))).toEqual(
      refused(`invalid corpus: ${JSON.stringify(join(folder, "none"))} (no such file)`),
    );
    const gaussian = ["run", "gaussian", "--samples", "3", "--generations", "1", "--trajectories", "1"];
    expect(await lethe([...gaussian, "--corpus", text])).toEqual(
      refused("unknown option: corpus (only for ngram)"),
    );
  });
});
