import type { KeyValue } from "hyparquet";
import { version } from "../version.ts";
import { sha256 as kernels } from "../wasm/bytes.ts";
import { CITATION } from "./citation.ts";

/** Who wrote a file. */
export const createdBy = `lethe ${version}`;

/** Enough to make the numbers again, as far as it is small, for the key-value metadata of a file. */
export function provenance({ seed, study }: { readonly seed: unknown; readonly study?: object }): KeyValue[] {
  return Object.entries({
    lethe: version,
    "lethe.wasm": kernels,
    ...(study && { "lethe.study": JSON.stringify(study) }),
    "lethe.seed": JSON.stringify(seed),
    "lethe.citation": CITATION,
  }).map(([key, value]) => ({ key, value }));
}
