// Ids of a tokenizer in place of a text.
import { describe, expect, it } from "vitest";
import { file, lethe, refused } from "./lethe.ts";

const short = ["--generations", "20", "--trajectories", "4", "--seed", "1"];
const ids = Array.from({ length: 400 }, (_, i) => (i * i) % 97);
file("tokens.bin", Buffer.from(Uint16Array.from(ids).buffer));
file("ids.txt", ids.join(" "));
const flags = ["--ids", "u16"];

describe("lethe forget --ids", () => {
  it("forgets ids as it does the words of a text", async () => {
    const [binary, text] = await Promise.all([
      lethe(["forget", "tokens.bin", ...flags, ...short, "--json"]),
      lethe(["forget", "ids.txt", "--tokenizer", "whitespace", ...short, "--json"]),
    ]);
    const [{ experiment, ...numbers }, { experiment: other, ...same }] = [binary, text].map(({ stdout }) =>
      JSON.parse(stdout),
    );
    expect(experiment).toEqual({
      ...{ source: "tokens.bin", ids: "u16", samples: 400, generations: 20, trajectories: 4, seed: 1 },
    });
    expect(other).toMatchObject({ tokenizer: "whitespace", seed: 1 });
    expect({ ...numbers, source: 0 }).toEqual({ ...same, source: 0 });
  });

  it("says what it read, and reads it for --until-one and theory too", async () => {
    const { stdout } = await lethe(["forget", "tokens.bin", ...flags, ...short]);
    expect(stdout).toMatch(/^tokens\.bin\n400 tokens, 49 types \(ids, u16\)\n/);
    const untilOne = await lethe([
      "forget",
      "tokens.bin",
      ...flags,
      "--until-one",
      "--trajectories",
      "1",
      "--seed",
      "1",
      "--json",
    ]);
    expect(JSON.parse(untilOne.stdout).experiment).toMatchObject({ ids: "u16", until: "one" });
    const theory = await lethe(["theory", "real-data", "tokens.bin", ...flags, "--keep", "0.9", "--json"]);
    expect({ code: theory.code, stderr: theory.stderr }).toEqual({ code: 0, stderr: "" });
  });

  it.each([
    [["tokens.bin", "--ids", "u8"], 'invalid ids: "u8" ("u16" or "u32")'],
    [[...flags], 'invalid ids: "u16" (only with a file of your own, or - for standard input)'],
    [
      ["tokens.bin", ...flags, "--tokenizer", "words"],
      'invalid tokenizer: "words" (not with --ids: there is no text)',
    ],
    [
      ["tokens.bin", ...flags, "--json-field", "a"],
      'invalid jsonField: "a" (not with --ids: there is no text)',
    ],
    [["--counts", "ids.txt", ...flags], 'invalid ids: "u16" (not with --counts: there is no text)'],
    [["none.bin", ...flags], 'invalid corpus: "none.bin" (no such file)'],
  ])("%j is refused", async (args, why) => {
    expect(await lethe(["forget", ...args])).toEqual(refused(why));
  });
});
