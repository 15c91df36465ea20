// What is known of a shard, some trajectories of a run with neighbouring numbers, as lists of numbers by name: so that it
// can be kept, and taken together with that of the others to the same bits as if all had been run at once.
import { emptyForgotten, settle } from "./forgotten.ts";
import type { Part } from "./moments.ts";
import type { PresenceTally } from "./presence.ts";
import type { Records } from "./records.ts";
import type { Squares } from "./squares.ts";
import { addTally, type Tally, type Times } from "./tally.ts";

/** Lists of numbers by name. */
export type Shard = Readonly<Record<string, Float64Array>>;

interface Known {
  readonly records: Records;
  readonly tally: Tally;
}

/** What is known of trajectories that were run, the first of which begins a block. */
export function shardOf({ records, tally: { events, symbols } }: Known): Shard {
  const { parts, table } = records.state;
  const shard: Record<string, Float64Array> = { table };
  shard["parts"] = Float64Array.from(parts.flatMap(({ first, blocks, rows }) => [first, blocks, rows]));
  shard["mean"] = joined(parts.map(({ mean }) => mean));
  shard["squares"] = joined(parts.map(({ squares }) => squares));
  for (const [e, { holds, failures }] of events.entries()) {
    shard[`holds ${e}`] = holds;
    shard[`failures ${e}`] = Float64Array.from([...failures].sort(([a], [b]) => a - b).flat());
  }
  if (symbols === undefined) return shard;
  const { forgotten, times, squares, presence } = symbols;
  shard["forgotten"] = forgotten;
  if (times) {
    const { starts, generations, counts } = settle(times);
    shard["starts"] = Float64Array.from(starts);
    shard["generations"] = Float64Array.from(generations);
    shard["counts"] = counts;
  }
  if (squares) putSquares(shard, "missing", squares);
  for (const [name, sums] of Object.entries(presence?.sums ?? {})) shard[`sum ${name}`] = sums;
  for (const [name, sums] of Object.entries(presence?.squares ?? {})) putSquares(shard, name, sums);
  return shard;
}

/** Takes what is known of the next `many` trajectories, a shard that is used up by this. */
export function addShard({ records, tally }: Known, many: number, shard: Shard): void {
  const { width } = records;
  const of = (list: Float64Array, i: number) => list.subarray(i * width, (i + 1) * width);
  const parts = Array.from({ length: shard["parts"].length / 3 }, (_, i): Part => {
    const [first, blocks, rows] = shard["parts"].subarray(3 * i);
    return { first, blocks, rows, mean: of(shard["mean"], i), squares: of(shard["squares"], i) };
  });
  records.take(many, { parts, table: shard["table"] });
  addTally(tally, tallyOf(tally, shard));
}

/** The tally that was flattened, of the same task as `like`. */
function tallyOf({ events, symbols }: Tally, shard: Shard): Tally {
  const squaresOf = (name: string): Squares => ({ high: shard[`${name} high`], low: shard[`${name} low`] });
  const presence = symbols?.presence && {
    sums: mapped(symbols.presence.sums, (name) => shard[`sum ${name}`]),
    squares: mapped(symbols.presence.squares, squaresOf),
  };
  return {
    events: events.map((_, e) => ({
      holds: shard[`holds ${e}`],
      failures: timesOf(shard[`failures ${e}`]),
    })),
    symbols: symbols && {
      ...symbols,
      forgotten: shard["forgotten"],
      times: symbols.times && {
        ...emptyForgotten(symbols.weights.length),
        rows: {
          starts: Uint32Array.from(shard["starts"]),
          generations: Uint32Array.from(shard["generations"]),
          counts: shard["counts"],
        },
      },
      squares: symbols.squares && squaresOf("missing"),
      presence: presence as PresenceTally | undefined,
    },
  };
}

function putSquares(shard: Record<string, Float64Array>, name: string, { high, low }: Squares): void {
  shard[`${name} high`] = high;
  shard[`${name} low`] = low;
}

const mapped = <T>(bag: object, value: (name: string) => T) =>
  Object.fromEntries(Object.keys(bag).map((name) => [name, value(name)]));

function joined(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

/** From generations and how often, in turns. */
function timesOf(list: Float64Array): Times {
  const times: Times = new Map();
  for (let at = 0; at < list.length; at += 2) times.set(list[at], list[at + 1]);
  return times;
}
