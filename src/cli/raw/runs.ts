import { ByteWriter } from "hyparquet-writer";

/** One number so many times, of so many bits, as Parquet's runs have it. */
export function run(bytes: ByteWriter, number: number, times: number, bits: number): void {
  bytes.appendVarInt(2 * times);
  for (let bit = 0; bit < bits; bit += 8) bytes.appendUint8((number >> bit) & 0xff);
}

/** Levels that say of all rows of a page that they have a value, or that none has. */
export function levels(rows: number, have: boolean): Uint8Array {
  const bytes = new ByteWriter(8);
  run(bytes, Number(have), rows, 1);
  return bytes.getBytes();
}
