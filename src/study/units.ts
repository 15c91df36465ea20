import { keptOf } from "../chunks/kept.ts";
import { BLOCK } from "../chunks/moments.ts";
import type { Checked } from "../experiment/experiment.ts";
import { type CategoricalModel, weightsOf } from "../models/categorical.ts";
import type { Span } from "../workers/queue.ts";
import type { Cell } from "./cells.ts";

/** Cells of more work than this, in numbers drawn, are cut: a second or some, depending on the model. */
const WORK = 2 ** 26;
/** Where all records are kept, a shard has at most about this many numbers of them (8 MB). */
const RECORDS = 2 ** 20;
/** A cell is cut into no more shards. */
const MOST = 1024;

/** What one trajectory of a cell costs, about: generations times the numbers that are drawn for one. */
export function costOf({ experiment: { generations, model, regime } }: Checked): number {
  type Costly = { name: string; samples?: number; method?: string; dimension?: number };
  const { name, samples = 1, method, dimension } = model as Costly;
  const isDrawn = method === "samples" || regime.name === "accumulate-subsample";
  if (["bernoulli", "poisson", "gaussian"].includes(name) && !isDrawn) return generations;
  if (dimension !== undefined) return generations * (isDrawn ? samples : dimension) * dimension;
  const symbols = name === "categorical" && !isDrawn ? weightsOf(model as CategoricalModel).length : samples;
  return generations * Math.min(symbols, samples);
}

/**
 * The shards of a cell: trajectories with neighbouring numbers, as many as a power of two of blocks, so that their
 * moments are joined as in a run that was not cut. They follow from the cell alone: all machines agree. A cell whose
 * generations are not known beforehand is one.
 */
export function shardsOf({ checked, until }: Cell): Span[] {
  const { trajectories, observables } = checked.experiment;
  const cost = costOf(checked);
  if (until !== undefined || cost * trajectories <= WORK) return [{ first: 0, count: trajectories }];
  const width = Math.max(1, checked.generations.length * observables.length);
  const most = keptOf(width, trajectories) === trajectories ? RECORDS / width : trajectories;
  let size = BLOCK;
  while (2 * size * cost <= WORK && 2 * size <= most) size *= 2;
  while (size * MOST < trajectories) size *= 2;
  return Array.from({ length: Math.ceil(trajectories / size) }, (_, i) => ({
    first: i * size,
    count: Math.min(size, trajectories - i * size),
  }));
}
