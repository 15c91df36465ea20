/** Joins small pieces of text into larger ones, each worth a write, so that no one string need hold them all. */
export function* batches(pieces: Iterable<string>, size = 1 << 16): Generator<string> {
  if (typeof pieces === "string") {
    yield pieces;
    return;
  }
  let batch = "";
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < size) continue;
    yield batch;
    batch = "";
  }
  if (batch !== "") yield batch;
}
