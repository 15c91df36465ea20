import { getEventListeners } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { InputError } from "../../src/check/errors.ts";
import { countTokens } from "../../src/text/count.ts";
import { type CountFileOptions, countFile } from "../../src/text/read.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lethe-text-"));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

async function file(content: string | Uint8Array, name = "book.txt"): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** Lets standard input be these pieces for one test. */
function pipe(...pieces: (string | Uint8Array)[]): Readable {
  const stdin = Readable.from(pieces.map((piece) => Buffer.from(piece)));
  vi.spyOn(process, "stdin", "get").mockReturnValue(stdin as typeof process.stdin);
  return stdin;
}

const singly = (bytes: Uint8Array) => [...bytes].map((byte) => Uint8Array.of(byte));

const text = "Call me Ishmael. Étranger, call!\n";
const counted = countTokens(text);

describe("countFile", () => {
  test("a plain file", async () => {
    const path = await file(text);
    const bytes = Buffer.byteLength(text);
    const about = `file of ${bytes} bytes`;
    expect(await countFile(path)).toEqual({
      ...counted,
      source: path,
      about,
      bytes,
      replaced: 0,
      gzip: false,
    });
  });

  test("a gzipped file, by its bytes and not its name", async () => {
    const packed = gzipSync(text);
    const path = await file(packed, "packed.txt");
    const expected = { ...counted, source: path, bytes: packed.length, replaced: 0, gzip: true };
    expect(await countFile(path)).toMatchObject(expected);
    expect((await countFile(await file(text, "plain.gz"))).gzip).toBe(false);
  });

  test("several gzip members in a row, and zero padding", async () => {
    const twice = Buffer.concat([gzipSync(text), gzipSync(text), Buffer.alloc(1000)]);
    expect(await countFile(await file(twice))).toMatchObject(countTokens(text + text));
  });

  test("standard input, plain and gzipped, however it is cut", async () => {
    for (const content of [Buffer.from(text), gzipSync(text)]) {
      const expected = { ...counted, source: "standard input", replaced: 0, bytes: content.length };
      pipe(content);
      expect(await countFile("-")).toMatchObject(expected);
      pipe(...singly(content));
      expect(await countFile("-")).toMatchObject(expected);
    }
  });

  test("a text of many pieces", async () => {
    const long = `${text}ſ𐐀e\u0301 `.repeat(30_000);
    const expected = countTokens(long);
    for (const content of [long, gzipSync(long)]) {
      expect(await countFile(await file(content))).toMatchObject(expected);
    }
  });

  test("byte-order mark and CRLF make no difference", async () => {
    const options: CountFileOptions = { tokenizer: "whitespace" };
    const plain = await countFile(await file("one two\nthree"), options);
    const windows = await countFile(await file("\ufeffone two\r\nthree\r\n"), options);
    expect(windows.words).toEqual(plain.words);
    expect(windows.counts).toEqual(plain.counts);
    pipe(...singly(gzipSync("\ufeffone two\r\nthree")));
    expect((await countFile("-", options)).words).toEqual(plain.words);
  });

  test.each(["utf16le", "utf16be"])("%s, by its byte-order mark", async (encoding) => {
    const long = `${text}𐐀 \ud800 `.repeat(20_000);
    const content = Buffer.from(`\ufeff${long}`, "utf16le");
    if (encoding === "utf16be") content.swap16();
    const { total, words } = countTokens(long);
    for (const bytes of [content, gzipSync(content)]) {
      expect(await countFile(await file(bytes))).toMatchObject({ total, words, replaced: 0 });
    }
    pipe(...singly(content.subarray(0, 101)));
    expect(await countFile("-")).toMatchObject({ replaced: 1 });
  });

  test("invalid UTF-8 is counted, a genuine U+FFFD is not", async () => {
    const content = Buffer.from("caf\xe9 \xef\xbf\xbd \xe2\x82", "latin1");
    for (const bytes of [content, gzipSync(content)]) {
      expect(await countFile(await file(bytes))).toMatchObject({ replaced: 2, words: ["caf"] });
    }
    pipe(...singly(content));
    expect(await countFile("-")).toMatchObject({ replaced: 2 });
  });

  test("hands on the text itself", async () => {
    let seen = "";
    const onText = (piece: string) => {
      seen += piece;
    };
    const text = "Ein Wort, und noch eins: Öl. ".repeat(20_000);
    await countFile(await file(gzipSync(`\ufeff${text}`)), { onText });
    expect(seen).toBe(text);
  });

  test("progress: bytes of the file, to its size", async () => {
    const packed = gzipSync("a b ".repeat(100_000), { level: 0 });
    const calls: [number, number | undefined][] = [];
    await countFile(await file(packed), { onProgress: (...call) => calls.push(call) });
    expect(calls.length).toBeGreaterThan(1);
    expect(calls.at(-1)).toEqual([packed.length, packed.length]);
    expect(calls.every(([bytes], i) => i === 0 || bytes > calls[i - 1][0])).toBe(true);
    pipe("a", " b");
    calls.length = 0;
    await countFile("-", { onProgress: (...call) => calls.push(call) });
    expect(calls).toEqual([
      [1, undefined],
      [3, undefined],
    ]);
  });

  test.each(["plain", "gzip"])("a signal stops it, also while it waits: %s", async (kind) => {
    const reason = new Error("enough");
    await expect(countFile("-", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const stdin = new Readable({ read() {} }); // never ends
    vi.spyOn(process, "stdin", "get").mockReturnValue(stdin as typeof process.stdin);
    const content = kind === "gzip" ? gzipSync(text) : Buffer.from(text);
    stdin.push(content.subarray(0, 20));
    const stop = new AbortController();
    const counting = countFile("-", {
      signal: stop.signal,
      onProgress: () => setTimeout(() => stop.abort(reason), 20),
    });
    await expect(counting).rejects.toBe(reason);
    expect(stdin.destroyed).toBe(true);
  });

  test("many files on one signal listen to it once, and no more when they are read", async () => {
    const { signal } = new AbortController();
    const path = await file(text);
    let most = 0;
    const onProgress = () => {
      most = Math.max(most, getEventListeners(signal, "abort").length);
    };
    await Promise.all(Array.from({ length: 20 }, () => countFile(path, { signal, onProgress })));
    expect(most).toBe(1);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("an error of the caller's own callback comes back as it is", async () => {
    const bug = new Error("mine");
    const onProgress = () => {
      throw bug;
    };
    for (const content of [text, gzipSync(text)]) {
      await expect(countFile(await file(content), { onProgress })).rejects.toBe(bug);
    }
  });
});

describe("what countFile refuses", () => {
  async function refusal(path: string, why: string, options?: CountFileOptions) {
    const name = path === "-" ? "standard input" : JSON.stringify(path);
    await expect(countFile(path, options)).rejects.toThrow(
      new InputError(`invalid corpus: ${name} (${why})`),
    );
  }

  test("a missing file", async () => {
    await refusal(join(folder, "nope.txt"), "no such file");
    await refusal(join(await file(text), "nope.txt"), "no such file");
    await refusal("", "no such file");
  });

  test("a directory", () => refusal(folder, "a directory; one file is needed"));

  test("no path at all", async () => {
    await refusal("a\0b", "not readable: ERR_INVALID_ARG_VALUE");
    await expect(countFile(5 as never)).rejects.toThrow(
      new InputError("invalid path: 5 (a file name, or - for standard input)"),
    );
  });

  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "a file of someone else",
    async () => {
      const path = await file(text, "secret.txt");
      await chmod(path, 0);
      await refusal(path, "permission denied");
    },
  );

  test.skipIf(process.platform !== "linux")("a file that fails as it is read", () =>
    refusal("/proc/self/mem", "not readable: EIO"),
  );

  test("an empty file", async () => {
    await refusal(await file(""), "it is empty");
    await refusal(await file(gzipSync("")), "it is empty once decompressed");
    pipe();
    await refusal("-", "it is empty");
  });

  test("a file with no word", async () => {
    await refusal(await file("\ufeff … !\n"), "no word in it, by tokenizer words");
    await refusal(await file("\ufeff \n"), "no word in it, by tokenizer whitespace", {
      tokenizer: "whitespace",
    });
  });

  test("a binary file: a NUL among the first 65,536 bytes", async () => {
    const why = (at: number) =>
      `not text: byte ${at} is NUL; UTF-8 or UTF-16 text is needed, plain or gzipped`;
    const binary = Buffer.alloc(200_000, "word ");
    binary[65_536] = 0;
    expect((await countFile(await file(binary))).words).toContain("word");
    binary[65_535] = 0;
    await refusal(await file(binary), why(65_535));
    await refusal(await file(gzipSync(binary)), why(65_535));
    pipe(binary.subarray(0, 65_535), binary.subarray(65_535));
    await refusal("-", why(65_535));
    pipe("\0");
    await refusal("-", why(0));
  });

  test("UTF-16 without a byte-order mark, and UTF-32", async () => {
    const needed = "UTF-8 or UTF-16 text is needed, plain or gzipped";
    await refusal(await file(Buffer.from("word", "utf16le")), `not text: byte 1 is NUL; ${needed}`);
    await refusal(await file(Buffer.from("\ufeff\0w\0", "utf16le")), `UTF-32; ${needed}`);
  });

  test.each<[kind: string, head: string]>([
    ["a zip archive; unpack it first", "PK\x03\x04\x14\0\0\0\x08\0book.txt"],
    ["a zstd file; unpack it first", "\x28\xb5\x2f\xfd\x04"],
    ["a bzip2 file; unpack it first", "BZh91AY&SY\0"],
    ["an xz file; unpack it first", "\xfd7zXZ\0\0"],
    ["a 7z archive; unpack it first", "7z\xbc\xaf\x27\x1c\0"],
    ["a rar archive; unpack it first", "Rar!\x1a\x07\0"],
    ["a tar archive; unpack it first", `book.txt${"\0".repeat(249)}ustar\0`],
    ["a PDF document; save it as plain text first", "%PDF-1.7\n"],
    ["a Parquet file; save it as plain text first", "PAR1\x15\x04"],
    [
      "a document of Word, Excel or another Office program; save it as plain text first",
      `PK\x03\x04${"\0".repeat(26)}[Content_Types].xml`,
    ],
    ["an EPUB book; save it as plain text first", `PK\x03\x04${"\0".repeat(26)}mimetypeapplication/epub+zip`],
  ])("%s, by its first bytes", async (why, head) => {
    const bytes = Buffer.from(head, "latin1");
    await refusal(await file(bytes), why);
    await refusal(await file(gzipSync(bytes)), why);
    pipe(...singly(bytes));
    await refusal("-", why);
  });

  test("texts that begin like something else are read", async () => {
    for (const text of ["PARIS", "BZh", "PK", "Rar", "%PDF", "7z"]) {
      expect((await countFile(await file(text))).total).toBe(1);
    }
  });

  test("a truncated gzip, wherever it is cut", async () => {
    const packed = gzipSync("Call me Ishmael. ".repeat(100));
    for (let length = 2; length < packed.length; ++length) {
      await refusal(await file(packed.subarray(0, length)), "truncated or damaged gzip");
    }
  });

  test("a damaged gzip", async () => {
    const packed = gzipSync(text);
    packed[packed.length - 8] ^= 1; // the checksum
    await refusal(await file(packed), "damaged gzip: incorrect data check");
    pipe(...singly(packed));
    await refusal("-", "damaged gzip: incorrect data check");
    const garbage = Buffer.concat([gzipSync(text), Buffer.from("garbage")]);
    await refusal(await file(garbage), "damaged gzip: incorrect header check");
  });

  test("a word without end", async () => {
    const why = "a word in it has more than 1000000 characters";
    await refusal(await file("x".repeat(3_000_000)), why);
    await refusal(await file(gzipSync("x".repeat(3_000_000))), why);
  });

  test("bad options", async () => {
    const wrong = async (options: object, message: string) =>
      expect(countFile("-", options as never)).rejects.toThrow(new InputError(message));
    await wrong(
      { tokenizer: "bpe" },
      'invalid tokenizer: "bpe" ("words", "whitespace", "notebook", "orthographic" or "segmenter")',
    );
    await wrong(
      { signals: 1 },
      "unknown option: signals (one of tokenizer, jsonField, signal, onText, onProgress, onNote)",
    );
    await wrong({ signal: 1 }, "invalid signal: 1 (an AbortSignal)");
    await wrong({ onText: 1 }, "invalid onText: 1 (a function)");
    await wrong({ onProgress: 1 }, "invalid onProgress: 1 (a function)");
  });
});
