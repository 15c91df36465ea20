import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

/** Bytes that are read at once. */
const PIECE = 1 << 20;

/** SHA-256 of a text and all that is in a file, which is read in pieces. */
export function hashOf(path: string, label = ""): string {
  const hash = createHash("sha256").update(label);
  const piece = Buffer.alloc(PIECE);
  const file = openSync(path, "r");
  try {
    for (let size = readSync(file, piece); size > 0; size = readSync(file, piece))
      hash.update(piece.subarray(0, size));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}
