import { now } from "../host/clock.ts";
import type { Tile } from "../kernels/tiles.ts";
import type { Columns } from "./columns.ts";
import { BLOCK, emptySums, Moments, type Part, type Sums } from "./moments.ts";
import { pacer } from "./pace.ts";
import { countPresence } from "./presence.ts";
import type { Setting } from "./setting.ts";
import { countForgotten } from "./tally.ts";
import { Watch } from "./watch.ts";

/** A run of trajectories with neighbouring numbers, and what is recorded of them. */
export interface Chunk {
  readonly first: number;
  readonly count: number;
  /** Moments of its whole blocks, from the first trajectory on; none where it does not begin with one. */
  readonly parts: readonly Part[];
  /** Records of the last so many: of all, or of those that are not in `parts`. */
  readonly raw: number;
  /** Where these are. */
  readonly records: Columns;
  /** [event][trajectory]: the first generation at which it did not hold, else NaN; empty where nobody is told. */
  readonly times: Float64Array;
}

/** A call of the chain should be about this long, in milliseconds, so that a run can be stopped at once. */
const CALL = 10;

/**
 * Runs trajectories first, …, first + count - 1 and adds to the tally. Yields after every call of the chain, with
 * the trajectory-generations it did, so that the caller may pause or stop between calls.
 */
export function* runChunk(setting: Setting, first: number, count: number): Generator<number, Chunk> {
  const { checked, chain, kept, table, told } = setting;
  const width = checked.generations.length * checked.experiment.observables.length;
  const inBlocks = first % BLOCK === 0 && chain.width === BLOCK;
  // Those that are told of them may keep a chunk.
  const isDirect = table !== undefined && !told && first + count <= kept;
  const raw = inBlocks && first >= kept ? count % BLOCK : count;
  const records = isDirect
    ? { ...table, at: table.at + first }
    : { numbers: new Float64Array(width * raw), stride: raw, at: 0 };
  const times = new Float64Array(told ? checked.events.length * count : 0).fill(Number.NaN);
  const moments = new Moments();
  const chunk = { first, count, parts: moments.parts, raw, records, times };
  // Blocks are joined as they come: a few lists, which stay in the cache, do for all of them.
  const spare: Sums[] = [];
  for (let done = 0; done < count; done += chain.width) {
    const trajectories = Math.min(chain.width, count - done);
    const isBlock = inBlocks && trajectories === BLOCK;
    const sums = isBlock ? (spare.pop() ?? emptySums(width)) : undefined;
    yield* runTile(setting, chunk, done, trajectories, sums);
    if (sums) moments.add({ first: (first + done) / BLOCK, blocks: 1, rows: BLOCK, ...sums }, spare);
  }
  return chunk;
}

/** Runs trajectories done, …, done + trajectories - 1 of a chunk side by side, and takes their moments, where there is room for them. */
function* runTile(
  setting: Setting,
  chunk: Chunk,
  done: number,
  trajectories: number,
  sums: Sums | undefined,
): Generator<number, void> {
  const { checked, chain, tally, written, kernels, initial } = setting;
  const { experiment, events, generations: recorded } = checked;
  const { observables, generations } = experiment;
  const rowOf = observables.map((name) => written.indexOf(name));
  const flags = new Uint8Array(chain.reach);
  const { count: all, raw, records, times } = chunk;
  const watches = events.map((event, e) => {
    const own = times.subarray(e * all + done, e * all + done + trajectories);
    const row = written.indexOf(event.observable);
    return new Watch(row, event, tally.events[e], trajectories, kernels, own, chain.reach);
  });
  const { numbers, stride } = records;
  const isRecorded = done >= all - raw;
  const place = records.at + done - (all - raw);

  // One for all readings, which are over at once: a tile of few generations would leave more garbage than records.
  const tile: { -readonly [K in keyof Tile]: Tile[K] } = {
    ...{ rows: new Float64Array(), at: 0, stride: 0, trajectories, count: 0 },
  };
  /** Takes down rows of `count` generations, as recorded generations from `index` on. */
  const tell = (count: number, index: number): void => {
    tile.stride = written.length * count;
    tile.count = count;
    for (let o = 0; o < rowOf.length; ++o) {
      const column = o * recorded.length + index;
      tile.at = rowOf[o] * count;
      if (sums) kernels.moments(tile, sums.mean, sums.squares, column);
      if (isRecorded) copy(tile, numbers, column * stride + place, stride);
    }
  };

  observables.forEach((_, o) => {
    const column = o * recorded.length;
    sums?.mean.fill(initial[rowOf[o]], column, column + 1);
    sums?.squares.fill(0, column, column + 1);
    const at = column * stride + place;
    if (isRecorded) numbers.fill(initial[rowOf[o]], at, at + trajectories);
  });
  for (const watch of watches) watch.begin(initial[watch.row]);
  chain.start(chunk.first + done, trajectories);
  const pace = pacer(setting, trajectories);

  let index = 1; // of the next recorded generation
  for (let generation = 0; generation < generations; ) {
    const block = Math.min(setting.step, chain.reach, generations - generation);
    let end = index;
    flags.fill(0);
    while (end < recorded.length && recorded[end] <= generation + block) {
      flags[recorded[end++] - generation - 1] = 1;
    }
    const began = now();
    tile.rows = chain.advance(block, flags);
    tile.stride = written.length * block;
    tile.count = block;
    for (const watch of watches) {
      tile.at = watch.row * block;
      watch.look(tile, generation, flags, index);
    }
    const many = end - index;
    if (many > 0) {
      // They are told all together, so those that are not neighbours become so.
      if (many < block) gather(tile.rows, trajectories * written.length, block, flags, many);
      tell(many, index);
    }
    index = end;
    generation += block;
    const took = now() - began;
    if (took < CALL / 2 && block === setting.step) setting.step = Math.min(2 * block, chain.reach);
    else if (took > 2 * CALL) setting.step = Math.max(1, block >> 1);
    if (generation < generations && chain.absorbed?.()) {
      // Nothing changes any more: one generation tells all that are left.
      tile.rows = chain.advance(1, Uint8Array.of(1));
      tile.stride = written.length;
      tile.count = 1;
      for (const watch of watches) {
        tile.at = watch.row;
        watch.stay(tile, index);
      }
      for (; index < recorded.length; ++index) tell(1, index);
      generation = generations;
    }
    if (chain.living) {
      setting.underWay = { trajectory: chunk.first + done, generation, living: chain.living() };
    }
    yield pace(generation);
    if (setting.untilOver && watches.every(({ isOver }) => isOver)) break;
  }
  const { symbols } = tally;
  if (symbols) countForgotten(symbols, chain.died(), generations);
  if (symbols?.presence && chain.absences) countPresence(symbols.presence, symbols.groupOf, chain.absences());
}

/** Of each of so many rows of `length` numbers keeps the `many` that are flagged, side by side. */
function gather(rows: Float64Array, rowCount: number, length: number, flags: Uint8Array, many: number): void {
  const places = new Uint16Array(many);
  for (let g = 0, to = 0; to < many; ++g) if (flags[g] === 1) places[to++] = g;
  for (let row = 0, to = 0; row < rowCount; ++row) {
    const from = row * length;
    for (let i = 0; i < many; ++i) rows[to++] = rows[from + places[i]];
  }
}

/** Writes what a tile holds to columns of a table from `to` on, which are `step` numbers apart. */
function copy(tile: Tile, table: Float64Array, to: number, step: number): void {
  const { rows, stride, trajectories, count } = tile;
  for (let g = 0; g < count; ++g) {
    const column = to + g * step;
    for (let t = 0, at = tile.at + g; t < trajectories; ++t, at += stride) table[column + t] = rows[at];
  }
}
