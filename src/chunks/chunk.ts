import { now } from "../host/clock.ts";
import { predicate, type WatchedEvent } from "../models/event.ts";
import { pacer } from "./pace.ts";
import { countPresence } from "./presence.ts";
import type { Setting } from "./setting.ts";
import { count, countForgotten, type EventTally } from "./tally.ts";

/** A run of trajectories with neighbouring numbers, and the records they made: [trajectory][observable][recorded]. */
export interface Chunk {
  readonly first: number;
  readonly count: number;
  readonly records: Float64Array;
}

/** An event that is being watched in the rows of a chain. */
interface Watch {
  readonly holds: (x: number) => boolean;
  /** Which of the chain's observables it looks at. */
  readonly row: number;
  readonly tally: EventTally;
  /** Whether each running trajectory still waits for its first failure. */
  readonly waiting: Uint8Array;
}

/** A call of the chain should be about this long, in milliseconds, so that a run can be stopped at once. */
const CALL = 10;

/**
 * Runs trajectories first, …, first + count - 1 and adds to the tally. Yields after every call of the chain, with
 * the trajectory-generations it did, so that the caller may pause or stop between calls.
 */
export function* runChunk(setting: Setting, first: number, trajectories: number): Generator<number, Chunk> {
  const { checked, chain } = setting;
  const width = checked.generations.length * checked.experiment.observables.length;
  const records = new Float64Array(trajectories * width);
  for (let done = 0; done < trajectories; done += chain.width) {
    const tile = Math.min(chain.width, trajectories - done);
    yield* runTile(setting, first + done, tile, records.subarray(done * width, (done + tile) * width));
  }
  return { first, count: trajectories, records };
}

function* runTile(
  setting: Setting,
  first: number,
  tile: number,
  records: Float64Array,
): Generator<number, void> {
  const { checked, chain, tally, written } = setting;
  const { experiment, events, generations: recorded } = checked;
  const { observables, generations } = experiment;
  const rowOf = observables.map((name) => written.indexOf(name));
  const width = recorded.length * observables.length;
  const flags = new Uint8Array(chain.reach);
  const watches = events.map((event, e) =>
    watch(event, tally.events[e], written.indexOf(event.observable), tile),
  );

  for (let t = 0; t < tile; ++t) {
    observables.forEach((_, o) => {
      records[t * width + o * recorded.length] = setting.initial[rowOf[o]];
    });
  }
  for (const w of watches) begin(w, setting.initial[w.row], tile);
  chain.start(first, tile);
  const pace = pacer(setting, tile);

  /** Nothing changes any more: one generation tells all that are left, from the recorded one at `index` on. */
  const rest = (index: number): void => {
    const last = chain.advance(1, Uint8Array.of(1));
    for (let t = 0; t < tile; ++t) {
      for (const { holds, row, tally } of watches) {
        if (holds(last[t * written.length + row]))
          for (let i = index; i < recorded.length; ++i) tally.holds[i] += 1;
      }
      for (let o = 0; o < rowOf.length; ++o) {
        const record = t * width + o * recorded.length;
        records.fill(last[t * written.length + rowOf[o]], record + index, record + recorded.length);
      }
    }
  };

  let index = 1; // of the next recorded generation
  let step = 1;
  for (let generation = 0; generation < generations; ) {
    const block = Math.min(step, chain.reach, generations - generation);
    const from = index;
    flags.fill(0);
    while (index < recorded.length && recorded[index] <= generation + block) {
      flags[recorded[index++] - generation - 1] = 1;
    }
    const began = now();
    const rows = chain.advance(block, flags);
    for (let t = 0; t < tile; ++t) {
      const base = t * written.length * block;
      for (const w of watches)
        look(w, rows, base + w.row * block, block, generation, t, recorded, from, index);
      for (let o = 0; o < rowOf.length; ++o) {
        const row = base + rowOf[o] * block - generation - 1;
        const record = t * width + o * recorded.length;
        for (let i = from; i < index; ++i) records[record + i] = rows[row + recorded[i]];
      }
    }
    generation += block;
    const took = now() - began;
    if (took < CALL / 2) step = Math.min(2 * step, chain.reach);
    else if (took > 2 * CALL) step = Math.max(1, step >> 1);
    if (generation < generations && chain.absorbed?.()) {
      rest(index);
      generation = generations;
    }
    if (chain.living) setting.underWay = { trajectory: first, generation, living: chain.living() };
    yield pace(generation);
  }
  const { symbols } = tally;
  if (symbols) countForgotten(symbols, chain.died(), generations);
  if (symbols?.presence && chain.absences) countPresence(symbols.presence, symbols.groupOf, chain.absences());
}

function watch(event: WatchedEvent, tally: EventTally, row: number, tile: number): Watch {
  return { holds: predicate(event), row, tally, waiting: new Uint8Array(tile).fill(1) };
}

/** Generation 0, which all trajectories share. */
function begin({ holds, tally, waiting }: Watch, initial: number, tile: number): void {
  if (holds(initial)) {
    tally.holds[0] += tile;
    return;
  }
  waiting.fill(0);
  for (let t = 0; t < tile; ++t) count(tally.failures, 0);
}

/** Looks at one trajectory's row of generations `generation + 1`, …, `generation + block`. */
function look(
  { holds, tally, waiting }: Watch,
  rows: Float64Array,
  at: number,
  block: number,
  generation: number,
  trajectory: number,
  recorded: readonly number[],
  from: number,
  to: number,
): void {
  if (waiting[trajectory]) {
    let g = 0;
    while (g < block && holds(rows[at + g])) ++g;
    if (g < block) {
      waiting[trajectory] = 0;
      count(tally.failures, generation + 1 + g);
    }
  }
  const row = at - generation - 1;
  for (let i = from; i < to; ++i) if (holds(rows[row + recorded[i]])) tally.holds[i] += 1;
}
