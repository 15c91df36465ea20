import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { Counter, countTokens } from "../../src/text/count.ts";
import { countFile } from "../../src/text/read.ts";
import { sentences } from "../../src/text/sentences.ts";
import { sequence } from "../../src/text/sequence.ts";
import { message } from "../message.ts";

const folder = mkdtempSync(join(tmpdir(), "lethe-jsonl-"));
afterAll(() => rmSync(folder, { recursive: true }));

const documents = ["The owl sat.\nThe café was", 'shut. "A 𐐀 b"'];
const jsonl = `${documents.map((text, id) => JSON.stringify({ id, text })).join("\n")}\r\n\n`;
const jsonField = "text";

describe("JSONL", () => {
  it("is counted by a field, however it is cut", () => {
    const expected = countTokens(documents.join("\n"));
    expect(countTokens(jsonl, { jsonField })).toEqual(expected);
    const counter = new Counter({ jsonField });
    for (const character of jsonl) counter.push(character);
    expect(counter.finish()).toEqual(expected);
  });

  it("has no word that goes from one document into the next", () => {
    const text = '{"text": "white"}\n{"text": "whale"}';
    expect(countTokens(text, { jsonField }).words).toEqual(["whale", "white"]);
    expect(sequence(text, { jsonField }).words).toEqual(["white", "whale"]);
    expect(sequence(["{", text.slice(1)], { jsonField }).words).toEqual(["white", "whale"]);
    expect([...sentences(text, { jsonField }).ends]).toEqual([1, 2]);
  });

  it("is read from a file, plain or gzipped, and its text handed on", async () => {
    const path = join(folder, "a.jsonl");
    for (const content of [Buffer.from(jsonl), gzipSync(jsonl)]) {
      writeFileSync(path, content);
      let seen = "";
      const onText = (piece: string) => {
        seen += piece;
      };
      expect(await countFile(path, { jsonField, onText })).toMatchObject(countTokens(documents.join("\n")));
      expect(seen).toBe(documents.map((text) => `${text}\n`).join(""));
    }
  });

  it.each([
    ['{"text": "a"}\n{"txt": "a"}', 2],
    ['{"text": "a"}\n{"text": 5}', 2],
    ['{"text": "a"}\n\nplain', 3],
    ["[1]", 1],
    ["null", 1],
    ['{\n"text": "a"}', 1],
  ])("refuses %j", (text, line) => {
    expect(message(() => countTokens(text, { jsonField }))).toBe(
      `invalid corpus: the text (line ${line}: no JSON object with the text "text")`,
    );
  });

  it("refuses what is inherited, and no name", () => {
    expect(message(() => countTokens("{}", { jsonField: "constructor" }))).toMatch(
      /no JSON object with the text/,
    );
    for (const field of ["", 5, null]) {
      expect(message(() => countTokens("{}", { jsonField: field as never }))).toBe(
        `invalid jsonField: ${JSON.stringify(field)} (the name of the field that holds the text)`,
      );
    }
  });
});
