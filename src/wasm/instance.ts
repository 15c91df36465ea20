// The only file that instantiates WebAssembly.
import { isMemoryLeft, NONE_LEFT } from "../host/addresses.ts";
// @assemblyscript/loader, without what it does when it is loaded: see scripts/loader.mjs.
import { instantiateSync } from "./loader.ts";

/** Numbers that the module tells. */
export type Told<Name extends string> = Readonly<Record<Name, WebAssembly.Global<"i32">>>;

/** What fills arrays: the exports of assembly/fills.ts. Addresses and sizes are bytes. */
export interface FillExports {
  readonly Bytes: Told<"stream">;
  readonly memory: WebAssembly.Memory;
  reset(mark: number): void;
  reserve(bytes: number): number;
  fillUniform(s: number, out: number, count: number): void;
  fillIntegers(s: number, low: number, range: number, out: number, count: number): void;
  fillNormal(s: number, out: number, count: number): void;
  fillBoxMuller(s: number, out: number, count: number): void;
  fillExponential(s: number, out: number, count: number): void;
  fillGamma(s: number, shape: number, out: number, count: number): void;
  fillNegativeBinomial(s: number, n: number, p: number, out: number, count: number): void;
  fillZipf(s: number, a: number, out: number, count: number): void;
  fillBeta(s: number, a: number, b: number, out: number, count: number): void;
  fillPoisson(s: number, mean: number, out: number, count: number): void;
  fillPoissonOf(s: number, scale: number, numbers: number, count: number): void;
  fillBinomial(s: number, n: number, p: number, q: number, out: number, count: number): void;
  fillHypergeometric(
    s: number,
    marked: number,
    unmarked: number,
    draws: number,
    out: number,
    count: number,
  ): void;
  multinomial(s: number, n: number, weights: number, counts: number, size: number): void;
  multinomialOf(s: number, n: number, weights: number, counts: number, size: number, sums: number): void;
}

/** The bytes of a module that travels inside the code. */
export function decode(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; ++i) out[i] = text.charCodeAt(i);
  return out;
}

/** A new instance with a memory of its own. Throws where WebAssembly is refused, or has no memory to give. */
export function instanceOf<E extends FillExports>(module: WebAssembly.Module): E {
  if (!isMemoryLeft()) throw new RangeError(NONE_LEFT);
  return instantiateSync(module, {}).exports as unknown as E;
}
