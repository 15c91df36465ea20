import { now } from "../host/clock.ts";
import type { Tile } from "../kernels/tiles.ts";
import { BLOCK, type Part } from "./moments.ts";
import { pacer } from "./pace.ts";
import { countPresence } from "./presence.ts";
import type { Setting } from "./setting.ts";
import { countForgotten } from "./tally.ts";
import { Watch } from "./watch.ts";

/** A run of trajectories with neighbouring numbers, and what is recorded of them. */
export interface Chunk {
  readonly first: number;
  readonly count: number;
  /** Moments of the blocks that it has from the first trajectory on; none where it does not begin with one. */
  readonly parts: readonly Part[];
  /** Records of the last so many: of all, or of those that are not in `parts`. */
  readonly raw: number;
  /** [observable][recorded][trajectory] */
  readonly records: Float64Array;
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
  const parts: Part[] = [];
  const chunk = { first, count, parts, raw, records: new Float64Array(width * raw) };
  for (let done = 0; done < count; done += chain.width) {
    const tile = Math.min(chain.width, count - done);
    const part =
      inBlocks && tile === BLOCK
        ? {
            ...{ first: (first + done) / BLOCK, blocks: 1, rows: BLOCK },
            ...{ mean: new Float64Array(width), squares: new Float64Array(width) },
          }
        : undefined;
    if (part) parts.push(part);
    yield* runTile(setting, chunk, done, tile, part);
  }
  return chunk;
}

/** Runs trajectories done, …, done + trajectories - 1 of a chunk side by side. */
function* runTile(
  setting: Setting,
  chunk: Chunk,
  done: number,
  trajectories: number,
  part: Part | undefined,
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

  /** Takes `count` generations from `from` on down, as recorded generations from `index` on. */
  const tell = (all: Tile, from: number, count: number, index: number): void => {
    const of = (row: number): Tile => ({ ...all, at: row * all.count + from, count });
    for (const watch of watches) watch.tell(of(watch.row), index);
    for (let o = 0; o < rowOf.length; ++o) {
      const column = o * recorded.length + index;
      const tile = of(rowOf[o]);
      if (part) kernels.moments(tile, part.mean, part.squares, column);
      if (place >= 0) copy(tile, records, column, raw, place);
    }
  };

  observables.forEach((_, o) => {
    const column = o * recorded.length;
    part?.mean.fill(initial[rowOf[o]], column, column + 1);
    if (place >= 0)
      records.fill(initial[rowOf[o]], column * raw + place, column * raw + place + trajectories);
  });
  for (const watch of watches) watch.begin(initial[watch.row]);
  chain.start(chunk.first + done, trajectories);
  const pace = pacer(setting, trajectories);

  let index = 1; // of the next recorded generation
  let step = 1;
  for (let generation = 0; generation < generations; ) {
    const block = Math.min(step, chain.reach, generations - generation);
    let end = index;
    flags.fill(0);
    while (end < recorded.length && recorded[end] <= generation + block) {
      flags[recorded[end++] - generation - 1] = 1;
    }
    const began = now();
    const all = {
      ...{ rows: chain.advance(block, flags), stride: written.length * block },
      ...{ at: 0, trajectories, count: block },
    };
    for (const watch of watches) watch.look({ ...all, at: watch.row * block }, generation);
    while (index < end) {
      // Neighbouring generations together.
      let last = index + 1;
      while (last < end && recorded[last] === recorded[last - 1] + 1) ++last;
      tell(all, recorded[index] - generation - 1, last - index, index);
      index = last;
    }
    generation += block;
    const took = now() - began;
    if (took < CALL / 2) step = Math.min(2 * step, chain.reach);
    else if (took > 2 * CALL) step = Math.max(1, step >> 1);
    if (generation < generations && chain.absorbed?.()) {
      // Nothing changes any more: one generation tells all that are left.
      const rows = chain.advance(1, Uint8Array.of(1));
      const last = { rows, stride: written.length, at: 0, trajectories, count: 1 };
      for (; index < recorded.length; ++index) tell(last, 0, 1, index);
      generation = generations;
    }
    if (chain.living) {
      setting.underWay = { trajectory: chunk.first + done, generation, living: chain.living() };
    }
    yield pace(generation);
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
