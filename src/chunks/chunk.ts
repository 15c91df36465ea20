import { now } from "../host/clock.ts";
import type { Tile } from "../kernels/tiles.ts";
import { BLOCK } from "./moments.ts";
import { pacer } from "./pace.ts";
import { countPresence } from "./presence.ts";
import type { Setting } from "./setting.ts";
import { countForgotten } from "./tally.ts";
import { Watch } from "./watch.ts";

/** A run of trajectories with neighbouring numbers, and what is recorded of them. */
export interface Chunk {
  readonly first: number;
  readonly count: number;
  /** How many whole blocks it has from the first trajectory on; none where it does not begin with one. */
  readonly blocks: number;
  /** Moments of these: for each, means and squared deviations of [observable][recorded]. */
  readonly moments: Float64Array;
  /** Records of the last so many: of all, or of those that are not in `parts`. */
  readonly raw: number;
  /** [observable][recorded][trajectory] */
  readonly records: Float64Array;
}

/** Means and squared deviations of a block of a chunk, of so many columns; empty where its moments are not taken. */
export function momentsOf({ moments }: Chunk, block: number, width: number): [Float64Array, Float64Array] {
  const from = 2 * width * block;
  return [moments.subarray(from, from + width), moments.subarray(from + width, from + 2 * width)];
}

/** A call of the chain should be about this long, in milliseconds, so that a run can be stopped at once. */
const CALL = 10;

/**
 * Runs trajectories first, …, first + count - 1 and adds to the tally. Yields after every call of the chain, with
 * the trajectory-generations it did, so that the caller may pause or stop between calls.
 */
export function* runChunk(setting: Setting, first: number, count: number): Generator<number, Chunk> {
  const { checked, chain, kept } = setting;
  const width = checked.generations.length * checked.experiment.observables.length;
  const inBlocks = first % BLOCK === 0 && chain.width === BLOCK;
  const raw = inBlocks && first >= kept ? count % BLOCK : count;
  const blocks = inBlocks ? Math.floor(count / BLOCK) : 0;
  const moments = new Float64Array(2 * width * blocks);
  const chunk = { first, count, blocks, moments, raw, records: new Float64Array(width * raw) };
  for (let done = 0; done < count; done += chain.width) {
    yield* runTile(setting, chunk, done, Math.min(chain.width, count - done));
  }
  return chunk;
}

/** Runs trajectories done, …, done + trajectories - 1 of a chunk side by side. */
function* runTile(
  setting: Setting,
  chunk: Chunk,
  done: number,
  trajectories: number,
): Generator<number, void> {
  const { checked, chain, tally, written, kernels, initial } = setting;
  const { experiment, events, generations: recorded } = checked;
  const { observables, generations } = experiment;
  const rowOf = observables.map((name) => written.indexOf(name));
  const flags = new Uint8Array(chain.reach);
  const watches = events.map(
    (event, e) => new Watch(written.indexOf(event.observable), event, tally.events[e], trajectories, kernels),
  );
  const { raw, records } = chunk;
  const place = done - (chunk.count - raw);
  const [mean, squares] = momentsOf(chunk, done / BLOCK, observables.length * recorded.length);

  // One for all readings, which are over at once: a tile of few generations would leave more garbage than records.
  const tile: { -readonly [K in keyof Tile]: Tile[K] } = {
    ...{ rows: new Float64Array(), at: 0, stride: 0, trajectories, count: 0 },
  };
  /** Takes `count` of a row's `length` generations down, from `from` on, as recorded generations from `index` on. */
  const tell = (length: number, from: number, count: number, index: number): void => {
    tile.count = count;
    for (const watch of watches) {
      tile.at = watch.row * length + from;
      watch.tell(tile, index);
    }
    for (let o = 0; o < rowOf.length; ++o) {
      const column = o * recorded.length + index;
      tile.at = rowOf[o] * length + from;
      if (mean.length > 0) kernels.moments(tile, mean, squares, column);
      if (place >= 0) copy(tile, records, column, raw, place);
    }
  };

  observables.forEach((_, o) => {
    const column = o * recorded.length;
    mean.fill(initial[rowOf[o]], column, column + 1);
    if (place >= 0)
      records.fill(initial[rowOf[o]], column * raw + place, column * raw + place + trajectories);
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
      watch.look(tile, generation);
    }
    while (index < end) {
      // Neighbouring generations together.
      let last = index + 1;
      while (last < end && recorded[last] === recorded[last - 1] + 1) ++last;
      tell(block, recorded[index] - generation - 1, last - index, index);
      index = last;
    }
    generation += block;
    const took = now() - began;
    if (took < CALL / 2 && block === setting.step) setting.step = Math.min(2 * block, chain.reach);
    else if (took > 2 * CALL) setting.step = Math.max(1, block >> 1);
    if (generation < generations && chain.absorbed?.()) {
      // Nothing changes any more: one generation tells all that are left.
      tile.rows = chain.advance(1, Uint8Array.of(1));
      tile.stride = written.length;
      for (; index < recorded.length; ++index) tell(1, 0, 1, index);
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

/** Writes what a tile holds to columns from `column` on, which are `raw` numbers long, from their place `place` on. */
function copy(tile: Tile, records: Float64Array, column: number, raw: number, place: number): void {
  const { rows, stride, trajectories, count } = tile;
  for (let g = 0; g < count; ++g) {
    const to = (column + g) * raw + place;
    for (let t = 0, at = tile.at + g; t < trajectories; ++t, at += stride) records[to + t] = rows[at];
  }
}
