// Arrays of other kinds than doubles are filled by way of some doubles at a time: an array holds what as many single draws
// would have given, whatever it is filled by.
import { InputError } from "../check/errors.ts";
import { checkKind } from "./check.ts";

/** What a sampler of real numbers fills. */
export type Reals = Float64Array | Float32Array;
/** What a sampler of whole numbers fills. */
export type Wholes =
  | Reals
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array;

const REALS = ["Float64Array", "Float32Array"];
const WHOLES = [
  ...REALS,
  ...[
    "Int8Array",
    "Uint8Array",
    "Uint8ClampedArray",
    "Int16Array",
    "Uint16Array",
    "Int32Array",
    "Uint32Array",
  ],
];
const BLOCK = 4096;

/**
 * Fills `out` with what `fill` makes.
 * @throws {InputError} for another kind of array
 */
export function fillReals<T extends Reals>(out: T, fill: (part: Float64Array) => void): T {
  const kind = checkKind("out", out, REALS, "a Float64Array or Float32Array");
  if (kind === "Float64Array") fill(out as Float64Array);
  else inParts(out, fill);
  return out;
}

/** The same for whole numbers. @throws {InputError} also for a number that the array cannot hold, which stays as it is */
export function fillWholes<T extends Wholes>(out: T, fill: (part: Float64Array) => void): T {
  const kind = checkKind(
    "out",
    out,
    WHOLES,
    "a Float64Array, a Float32Array or an array of integers of up to 32 bits",
  );
  if (kind === "Float64Array") fill(out as Float64Array);
  else
    inParts(out, fill, (part, at) => {
      for (let i = 0; i < part.length; ++i) {
        if (out[at + i] === part[i]) continue;
        throw new InputError(`invalid out: a ${kind} (one that can hold ${part[i]}, which was drawn)`);
      }
    });
  return out;
}

function inParts(
  out: Wholes,
  fill: (part: Float64Array) => void,
  check?: (part: Float64Array, at: number) => void,
): void {
  const block = new Float64Array(Math.min(BLOCK, out.length));
  for (let at = 0; at < out.length; at += BLOCK) {
    const part = block.subarray(0, Math.min(BLOCK, out.length - at));
    fill(part);
    out.set(part, at);
    check?.(part, at);
  }
}
