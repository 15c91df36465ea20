import { now } from "../../host/clock.ts";
import type { RunDocument } from "../../simulate/run-document.ts";
import { type Progress, simulateChecked } from "../../simulate/simulate.ts";
import { cellDocument } from "../../study/cell-document.ts";
import type { Cell } from "../../study/cells.ts";

/** What a cell was seen to cost, in milliseconds. */
export interface Cost {
  /** However few trajectories there are: what theory says, and the like. */
  readonly start: number;
  /** Each trajectory. */
  readonly each: number;
  /** What came of a few of them; undefined where one alone takes too long. */
  readonly run?: RunDocument;
}

/** So long a probe should take to be believed. */
const ENOUGH = 30;
/** After so long a trajectory is left, and its time told from how far it came. */
const PATIENCE = 2000;
/** Cells that are tried at most, but for one of each kind. */
const MOST = 24;

/** Runs a few trajectories of some cells, and says what each cell of the study costs. */
export async function costs(cells: readonly Cell[]): Promise<{ of: Cost[]; tried: number }> {
  const plain = cells.map(({ checked: { experiment } }) => ({ ...experiment, seed: 0, trajectories: 0 }));
  const kinds = new Map<string, Map<string, number[]>>();
  for (const [i, one] of plain.entries()) {
    // Of one kind are those that differ in numbers only; of one cost those that differ in seed and trajectories.
    const kind = entry(
      kinds,
      JSON.stringify(one, (_, value) => (typeof value === "number" ? 0 : value)),
      () => new Map(),
    );
    entry(kind, JSON.stringify(one), () => []).push(i);
  }
  const different = [...kinds.values()].reduce((n, kind) => n + kind.size, 0);
  const of: Cost[] = [];
  let tried = 0;
  // What is only done once in a process is no part of any cell.
  await timed(cells[0], 1);
  for (const kind of kinds.values()) {
    const groups = [...kind.values()];
    const probes = Math.min(groups.length, Math.max(2, Math.floor((MOST * groups.length) / different)));
    const found: Cost[] = [];
    for (let p = 0; p < probes; ++p) {
      const at = Math.round((p * (groups.length - 1)) / Math.max(1, probes - 1));
      found.push(await costOf(cells[groups[at][0]]));
    }
    tried += probes;
    for (const [g, members] of groups.entries()) {
      // Others cost what the nearest does.
      const near = found[Math.round((g * (probes - 1)) / Math.max(1, groups.length - 1))];
      for (const i of members) of[i] = near;
    }
  }
  return { of, tried };
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const there = map.get(key) ?? make();
  map.set(key, there);
  return there;
}

/** Runs one trajectory, then more and more until that took long enough. */
async function costOf(cell: Cell): Promise<Cost> {
  const { trajectories } = cell.checked.experiment;
  const one = await timed(cell, 1);
  let [many, last] = [1, one];
  while (last.ran < ENOUGH && last.run && many < trajectories) {
    many = Math.min(trajectories, 4 * many);
    last = await timed(cell, many);
  }
  const each = many === 1 ? one.ran : Math.max(0, last.ran - one.ran) / (many - 1);
  const start = Math.max(0, last.ran - many * each) + last.told;
  return { start, each, ...(last.run && { run: last.run }) };
}

interface Timed {
  /** Milliseconds for the trajectories. */
  readonly ran: number;
  /** And for what is told of them. */
  readonly told: number;
  readonly run?: RunDocument;
}

/** Runs so many trajectories of a cell; one that takes too long is timed by how far it came. */
async function timed(cell: Cell, trajectories: number): Promise<Timed> {
  const { checked } = cell;
  const stop = new AbortController();
  let last: Progress = { done: 0, total: 1 };
  const began = now();
  const onProgress = (progress: Progress) => {
    last = progress;
    if (now() - began > PATIENCE) stop.abort();
  };
  const experiment = { ...checked.experiment, trajectories };
  try {
    const result = await simulateChecked({ ...checked, experiment }, { signal: stop.signal, onProgress });
    const ran = now() - began;
    const run = cellDocument(result);
    return { ran, told: now() - began - ran, run };
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    return { ran: ((now() - began) * last.total) / last.done, told: 0 };
  }
}
