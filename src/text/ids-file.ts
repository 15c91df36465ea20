import { refuse } from "./check.ts";
import { IdCounter, type Ids } from "./ids.ts";
import { foreign } from "./kinds.ts";
import { openPath, type ReadOptions, shortName, sourceOf } from "./open.ts";
import { aboutOf, type FileCounts } from "./read.ts";
import { readBytes } from "./stream.ts";

/** Options of `countIds`. */
interface CountIdsOptions extends ReadOptions {
  /** Called with what there is to say of the file: what it looks like, and how it is read as that. */
  readonly onNote?: ((note: string) => void) | undefined;
}

/**
 * Counts the ids of a binary file, plain or gzipped, or of standard input if `path` is `-`: the tokens of a model's tokenizer
 * as numpy's `tofile` writes them. It is read as a stream, so its size does not matter.
 *
 * @throws {InputError} naming the file, if it cannot be read, is empty, of another well-known kind, or as `IdCounter` does
 */
export async function countIds(path: string, ids: Ids, options: CountIdsOptions = {}): Promise<FileCounts> {
  const { source, name } = sourceOf(path);
  const counter = new IdCounter(ids, name);
  let head: Buffer | undefined;
  const read = await openPath(path, options, (input, _, onBytes) =>
    readBytes(
      input,
      name,
      (piece) => {
        head ??= beginning(piece, name);
        counter.push(piece);
      },
      onBytes,
    ),
  );
  const counts = counter.finish();
  for (const note of notesOf(head as Buffer, ids)) options.onNote?.(`${shortName(path)} ${note}`);
  return { ...counts, source, replaced: 0, ...aboutOf(read) };
}

/** So few bytes tell nothing. */
const LEAST = 64;

function beginning(piece: Buffer, name: string): Buffer {
  // Ids may begin like a file of another kind, but hardly with four bytes of its name.
  const kind = foreign(piece, 4);
  if (kind !== undefined) throw refuse(name, kind.replace("plain text", "bare numbers"));
  return Buffer.from(piece.subarray(0, 2 ** 12));
}

/** What a file looks like that was read as ids. */
function notesOf(head: Buffer, ids: Ids): string[] {
  if (head.length < LEAST) return [];
  const isText = head.every((byte) => (byte >= 32 && byte < 127) || (byte >= 9 && byte <= 13));
  if (isText) return ["looks like text: without --ids it is read as that"];
  // The upper halves of ids of 32 bits are next to nothing, as vocabularies are.
  const halves = Array.from({ length: head.length >> 2 }, (_, i) => head.readUInt16LE(4 * i + 2));
  if (ids === "u16" && halves.every((half) => half < 4))
    return ["looks like ids of 32 bits, every other of 16 being next to 0: --ids u32 reads it as them"];
  return [];
}
