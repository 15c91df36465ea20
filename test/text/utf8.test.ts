import { describe, expect, test } from "vitest";
import { Utf8Reader } from "../../src/text/utf8.ts";
import fc from "../property.ts";

function read(pieces: Uint8Array[]): { text: string; replaced: number } {
  const reader = new Utf8Reader();
  const text = pieces.map((piece) => reader.push(Buffer.from(piece))).join("") + reader.finish();
  return { text, replaced: reader.replaced };
}

const bytes = (hex: string) => Buffer.from(hex.replaceAll(" ", ""), "hex");

describe("Utf8Reader", () => {
  test.each<[string, string, string, number]>([
    ["plain", "61 c3a9 e288ab f09f9880", "aé∫😀", 0],
    ["byte-order mark, at the start only", "efbbbf 61 efbbbf", "a\ufeff", 0],
    ["only the first byte-order mark", "efbbbf efbbbf 61", "\ufeffa", 0],
    ["a genuine U+FFFD", "61 efbfbd 62", "a\ufffdb", 0],
    ["a genuine one between two invalid bytes", "ff efbfbd ff", "\ufffd\ufffd\ufffd", 2],
    ["Latin-1", "63 61 66 e9 20 e9", "caf\ufffd \ufffd", 2],
    ["a truncated sequence is one", "61 e282 62", "a\ufffdb", 1],
    ["a truncated sequence at the end", "61 f09f98", "a\ufffd", 1],
    ["a lead byte of U+FFFD cut short by a whole one", "efbf efbfbd", "\ufffd\ufffd", 1],
    ["overlong: each byte", "c080 e08080", "\ufffd\ufffd\ufffd\ufffd\ufffd", 5],
    ["surrogates: each byte", "eda080", "\ufffd\ufffd\ufffd", 3],
    ["beyond U+10FFFF: each byte", "f4908080", "\ufffd\ufffd\ufffd\ufffd", 4],
    ["nothing", "", "", 0],
  ])("%s", (_, hex, text, replaced) => {
    const input = bytes(hex);
    expect(read([input])).toEqual({ text, replaced });
    expect(read([...input].map((byte) => Uint8Array.of(byte)))).toEqual({ text, replaced });
    for (let cut = 0; cut <= input.length; ++cut) {
      expect(read([input.subarray(0, cut), input.subarray(cut)])).toEqual({ text, replaced });
    }
  });

  test("any bytes, cut anywhere, read as TextDecoder reads them whole", () => {
    const byte = fc.oneof(
      fc.constantFrom(
        0x61,
        0x80,
        0xbd,
        0xbf,
        0xbb,
        0xc0,
        0xc3,
        0xe0,
        0xe2,
        0xed,
        0xef,
        0xf0,
        0xf4,
        0xf8,
        0xff,
      ),
      fc.integer({ min: 0, max: 255 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(byte), { maxLength: 12 }), (pieces) => {
        const whole = Uint8Array.from(pieces.flat());
        const text = new TextDecoder().decode(whole);
        const genuine = Buffer.from(whole).toString("latin1").split("\xef\xbf\xbd").length - 1;
        const replaced = text.split("\ufffd").length - 1 - genuine;
        expect(read(pieces.map((piece) => Uint8Array.from(piece)))).toEqual({ text, replaced });
      }),
      { numRuns: 2000 },
    );
  });
});
