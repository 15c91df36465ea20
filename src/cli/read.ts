import { closeSync, openSync, readSync } from "node:fs";
import { InputError, invalid } from "../errors.ts";
import { trouble } from "./files.ts";

const PIECE = 1 << 18;

/**
 * The text of a file that the user named as the value of `option`, in pieces, so that one which does not end is never
 * held as a whole. A byte-order mark is dropped.
 *
 * @param what what it should hold, as in `a JSON file`
 * @throws {InputError} where it cannot be read, or is not UTF-8 text
 */
export function* piecesOf(option: string, typed: string, path: string, what: string): Generator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const piece = Buffer.alloc(PIECE);
  let file: number | undefined;
  let before = 0;
  try {
    file = openSync(path, "r");
    for (let size = readSync(file, piece); size > 0; size = readSync(file, piece)) {
      const bytes = piece.subarray(0, size);
      const mark = before === 0 && size >= 2 ? bytes.readUInt16BE(0) : 0;
      if (mark === 0xfeff || mark === 0xfffe)
        throw invalid(option, typed, `${what}: UTF-8 is needed, this is UTF-16`);
      const nul = bytes.indexOf(0);
      if (nul >= 0) throw invalid(option, typed, `${what}: not text: byte ${before + nul} is NUL`);
      yield decoder.decode(bytes, { stream: true });
      before += size;
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof InputError) throw error;
    if ((error as { code?: string }).code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      throw invalid(option, typed, `${what}: not UTF-8`);
    throw invalid(option, typed, `${what}: ${trouble(error)}`);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
