// All kernels: assembly/index.ts.
import { base64 } from "./bytes.ts";
import { decode, type FillExports, instanceOf, type Told } from "./instance.ts";

/** The exports of assembly/index.ts. Addresses and sizes are bytes; booleans are 0 or 1. */
export interface Exports extends FillExports {
  /** Sizes, and where fields are in a structure: see assembly/layout.ts. */
  readonly Bytes: Told<
    "stream" | "trajectory" | "burst" | "ahead" | "table" | "context" | "slot" | "normals"
  >;
  readonly VocabularyAt: Told<"bytes" | VocabularyField>;
  readonly GenerationsAt: Told<"bytes" | GenerationsField>;
  readonly TextAt: Told<"bytes" | TextField>;
  readonly NgramAt: Told<"bytes" | NgramField>;
  log(x: number): number;
  exp(x: number): number;
  logComplement(p: number): number;
  philox(
    c0: number,
    c1: number,
    c2: number,
    c3: number,
    k0: number,
    k1: number,
    out: number,
    stride: number,
  ): void;
  startStream(s: number, seedLow: number, seedHigh: number, streamLow: number, streamHigh: number): void;
  sum(x: number, count: number): number;
  prefixSums(x: number, out: number, count: number): void;
  suffixSums(x: number, out: number, count: number): void;
  moments(rows: number, stride: number, tile: number, count: number, mean: number, squares: number): void;
  watch(
    rows: number,
    stride: number,
    tile: number,
    count: number,
    operator: number,
    values: number,
    many: number,
    held: number,
    counts: number,
  ): void;
  startTrajectories(
    trajectories: number,
    count: number,
    seedLow: number,
    seedHigh: number,
    firstLow: number,
    firstHigh: number,
    value0: number,
    value1: number,
    value2: number,
  ): void;
  /** The address of a trajectory, and a value of it. */
  trajectory(trajectories: number, index: number): number;
  getValue(trajectory: number, index: number): number;
  /** Bytes of what stands before the tables of counts up to a limit. */
  tableHeads(limit: number): number;
  bernoulli(
    t: number,
    count: number,
    generations: number,
    rows: number,
    n: number,
    bySamples: number,
    tables: number,
  ): void;
  poisson(t: number, count: number, generations: number, rows: number, n: number, bySamples: number): void;
  gaussian(
    t: number,
    count: number,
    generations: number,
    rows: number,
    n: number,
    divisor: number,
    mask: number,
    bySamples: number,
    scratch: number,
  ): void;
  mixture(
    t: number,
    count: number,
    generations: number,
    rows: number,
    n: number,
    estimator: number,
    parameter: number,
    mask: number,
    scratch: number,
  ): void;
  multivariate(
    streams: number,
    states: number,
    count: number,
    generations: number,
    rows: number,
    d: number,
    n: number,
    divisor: number,
    mask: number,
    watched: number,
    recorded: number,
    truth: number,
    scratch: number,
  ): void;
  /** Bytes of the scratch of multivariate(), and of a trajectory's state. */
  multivariateBytes(d: number): number;
  stateBytes(d: number): number;
  regression(
    t: number,
    count: number,
    generations: number,
    rows: number,
    n: number,
    dimension: number,
    noise: number,
    fresh: number,
    accumulates: number,
    lists: number,
    normals: number,
  ): void;
  densities(
    t: number,
    count: number,
    generations: number,
    rows: number,
    n: number,
    dimension: number,
    width: number,
    isFirst: number,
    centres: number,
    many: number,
    spread: number,
    mask: number,
    points: number,
    scratch: number,
  ): void;
  categoricalStart(vocabulary: number, living: number, n: number, total: number, whole: number): void;
  categorical(
    vocabulary: number,
    generations: number,
    rows: number,
    mask: number,
    watched: number,
    recorded: number,
    byPoisson: number,
    method: number,
  ): void;
  generations(
    at: number,
    trajectories: number,
    count: number,
    generations: number,
    sizes: number,
    first: number,
    rows: number,
  ): void;
  laneBytes(context: number): number;
  ngramBegin(ngram: number, rows: number, mask: number): void;
  ngramStart(ngram: number): void;
  ngram(
    ngram: number,
    generations: number,
    rows: number,
    mask: number,
    watched: number,
    recorded: number,
  ): void;
}

type VocabularyField =
  | ("stream" | "counts" | "symbols" | "start" | "suffix" | "next" | "died" | "living" | "generation")
  | ("dead" | "positions" | "room" | "doubles");
type GenerationsField =
  | (
      | "truth"
      | "batch"
      | "other"
      | "spare"
      | "model"
      | "realShare"
      | "realSamples"
      | "weight"
      | "less"
      | "shrink"
    )
  | ("target" | "temperature" | "family" | "regime" | "mask" | "bySamples" | "scratch")
  | ("ahead" | "reals" | "steps" | "real");
type TextField = "tokens" | "ends" | "length" | "pieces";
type NgramField =
  | ("stream" | "context" | "span" | "samples" | "documents" | "vocabulary" | "types")
  | ("typeStarts" | "typeList" | "table" | "tableMask" | "spans" | "spansMask" | "ids" | "entries")
  | (
      | "tally"
      | "seen"
      | "known"
      | "lanes"
      | "original"
      | "even"
      | "odd"
      | "firstSlots"
      | "laterSlots"
      | "text"
    );

let compiled: WebAssembly.Module | undefined;

/** Compiles the module ahead of its first use, off the main thread where the engine can. */
export async function compile(): Promise<void> {
  compiled ??= await WebAssembly.compile(decode(base64));
}

/** The compiled module: other threads can be sent it. Throws where WebAssembly is refused. */
export function compiledModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(decode(base64));
  return compiled;
}

/** Takes over a module that was compiled in another thread. */
export function adopt(module: WebAssembly.Module): void {
  compiled = module;
}

/** A new instance with a memory of its own. Throws where WebAssembly is refused, or has no memory to give. */
export const instantiate = (): Exports => instanceOf<Exports>(compiledModule());
