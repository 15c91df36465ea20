const starts = (head: Uint8Array, bytes: string, at = 0): boolean =>
  [...bytes].every((byte, i) => head[at + i] === byte.charCodeAt(0));

/** What is packed, by its first bytes. */
const PACKED: readonly (readonly [bytes: string, kind: string])[] = [
  ["PK\x03\x04", "a zip archive"],
  ["PK\x05\x06", "a zip archive"],
  ["\x28\xb5\x2f\xfd", "a zstd file"],
  ["\xfd7zXZ\0", "an xz file"],
  ["7z\xbc\xaf\x27\x1c", "a 7z archive"],
  ["Rar!\x1a\x07", "a rar archive"],
  ["\x04\x22\x4d\x18", "an lz4 file"],
  ["LZIP\x01", "an lzip file"],
  ["\x1f\x9d", "a compress (.Z) file"],
];

const DOCUMENTS: readonly (readonly [bytes: string, kind: string])[] = [
  ["%PDF-", "a PDF document"],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old Office program"],
  ["{\\rtf", "an RTF document"],
  ["PAR1\x15", "a Parquet file"],
  ["ARROW1\0\0", "an Arrow file"],
  ["SQLite format 3\0", "an SQLite database"],
  ["\x89HDF\r\n", "an HDF5 file"],
  ["\x93NUMPY", "a NumPy file"],
  ["\x89PNG", "a picture"],
  ["\xff\xd8\xff", "a picture"],
];

/** So many bytes at least, where there are so many, tell what a file is. */
export const HEAD = 512;

/**
 * What a file is by its first bytes, and what to do about it, if it is a well-known kind of no text; by as many of them as
 * `least` at least.
 */
export function foreign(head: Uint8Array, least = 0): string | undefined {
  const known = (kinds: typeof PACKED) =>
    kinds.find(([bytes]) => bytes.length >= least && starts(head, bytes))?.[1];
  const document = officeOf(head) ?? known(DOCUMENTS);
  if (document !== undefined) return `${document}; save it as plain text first`;
  const bzip2 = starts(head, "BZh") && starts(head, "1AY&SY", 4) ? "a bzip2 file" : undefined;
  const tar = starts(head, "ustar", 257) ? "a tar archive" : undefined;
  const packed = known(PACKED) ?? bzip2 ?? tar;
  return packed && `${packed}; unpack it first`;
}

/** Documents that are zip archives tell by the name of their first file, or by what is in it. */
function officeOf(head: Uint8Array): string | undefined {
  if (!starts(head, "PK\x03\x04")) return undefined;
  if (starts(head, "[Content_Types].xml", 30)) return "a document of Word, Excel or another Office program";
  if (starts(head, "mimetypeapplication/epub+zip", 30)) return "an EPUB book";
  if (starts(head, "mimetypeapplication/vnd.oasis.opendocument", 30)) return "an OpenDocument file";
  return undefined;
}
