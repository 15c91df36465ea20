import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { countTokens } from "../../src/text/count.ts";
import { IdCounter, type Ids } from "../../src/text/ids.ts";
import { countIds } from "../../src/text/ids-file.ts";
import { message } from "../message.ts";
import fc from "../property.ts";

const folder = mkdtempSync(join(tmpdir(), "lethe-ids-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: Uint8Array, name = "tokens.bin"): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const bytesOf = (ids: readonly number[], kind: Ids): Buffer => {
  const bytes = Buffer.alloc(ids.length * (kind === "u16" ? 2 : 4));
  for (const [i, id] of ids.entries())
    kind === "u16" ? bytes.writeUInt16LE(id, 2 * i) : bytes.writeUInt32LE(id, 4 * i);
  return bytes;
};

/** The same ids as words of a text. */
const asText = (ids: readonly number[]) => countTokens(ids.join(" "), { tokenizer: "whitespace" });

describe.each([
  ["u16", 2 ** 16 - 1],
  ["u32", 9_999_999],
] as const)("ids of %s", (kind, last) => {
  it("are counted as the words of a text of them would be, however the bytes are cut", () => {
    const ids = fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: last })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(ids, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (list, lengths) => {
        const bytes = bytesOf([...list, last], kind);
        const counter = new IdCounter(kind, "it");
        for (let at = 0; at < bytes.length; ) {
          const length = lengths.next().value;
          counter.push(bytes.subarray(at, at + length));
          at += length;
        }
        expect(counter.finish()).toEqual(asText([...list, last]));
      }),
    );
  });

  it("are read from a file, plain or gzipped", async () => {
    const ids = [5, 0, last, 5, 5, 0];
    const bytes = bytesOf(ids, kind);
    const packed = gzipSync(bytes);
    expect(await countIds(file(bytes), kind)).toEqual({
      ...asText(ids),
      ...{ source: join(folder, "tokens.bin"), about: `file of ${bytes.length} bytes` },
      ...{ bytes: bytes.length, replaced: 0, gzip: false },
    });
    expect(await countIds(file(packed), kind)).toMatchObject({
      ...asText(ids),
      gzip: true,
      bytes: packed.length,
    });
  });

  it("are whole", async () => {
    const bytes = bytesOf([1, 2, 3], kind);
    const path = file(bytes.subarray(0, -1));
    const size = bytes.length - 1;
    await expect(countIds(path, kind)).rejects.toThrow(
      `invalid corpus: ${JSON.stringify(path)} (${size} bytes: no multiple of ${kind.slice(1) === "16" ? 2 : 4}, so not ids of ${kind})`,
    );
  });
});

describe("a file of ids", () => {
  it("may begin as a gzipped one hardly does", async () => {
    // The first two bytes alone are those of gzip.
    expect((await countIds(file(bytesOf([0x8b1f, 7, 7], "u16")), "u16")).words).toEqual(["7", "35615"]);
  });

  it("has no id that is too large: then they may be of 16 bits", () => {
    const counter = new IdCounter("u32", "it");
    counter.push(bytesOf([3, 4], "u32"));
    expect(message(() => counter.push(bytesOf([9_999_999, 10_000_000], "u32")))).toBe(
      "invalid corpus: it (id 10000000 at byte 12: too large, ids go from 0 to 9999999; are they u16?)",
    );
  });

  it.each([
    ["\x93NUMPY\x01\x00v\x00", "a NumPy file; save it as bare numbers first"],
    ["PAR1\x15\x04\x15\x10", "a Parquet file; save it as bare numbers first"],
    ["PK\x03\x04abcd", "a zip archive; unpack it first"],
    ["", "it is empty"],
  ])("is none that begins with %j", async (head, why) => {
    const path = file(Buffer.from(head, "latin1"));
    await expect(countIds(path, "u16")).rejects.toThrow(`invalid corpus: ${JSON.stringify(path)} (${why})`);
  });

  it.each([
    ["a text", Buffer.from("Call me Ishmael. ".repeat(8)), "u16", /looks like text: without --ids/],
    [
      "ids of 32 bits",
      bytesOf(
        Array.from({ length: 40 }, (_, i) => 5000 * i),
        "u32",
      ),
      "u16",
      /--ids u32/,
    ],
    [
      "ids of 32 bits, as such",
      bytesOf(
        Array.from({ length: 40 }, (_, i) => 5000 * i),
        "u32",
      ),
      "u32",
      undefined,
    ],
    [
      "ids of 16 bits",
      bytesOf(
        Array.from({ length: 40 }, (_, i) => 1000 * i),
        "u16",
      ),
      "u16",
      undefined,
    ],
    ["a few bytes", Buffer.from("four"), "u16", undefined],
  ] as const)("gets a note where it looks otherwise: %s", async (_, content, kind, note) => {
    const notes: string[] = [];
    await countIds(file(content), kind, { onNote: (said) => notes.push(said) });
    expect(notes).toEqual(note === undefined ? [] : [expect.stringMatching(note)]);
  });
});
