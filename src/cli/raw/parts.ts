import type { Trajectories } from "../../chunks/trajectories.ts";
import type { Checked } from "../../experiment/experiment.ts";
import type { ColumnType } from "./pages.ts";

/** Rows of a row group, about: programs that read Parquet in parallel expect groups of this size. */
export const ROWS = 2 ** 17;

/** What one of the two tables has of each trajectory. */
export interface Part {
  readonly name: "trajectories" | "events";
  /** A row for each of these generations; without them, one row. */
  readonly generations?: readonly number[];
  /** The columns behind `trajectory` and `generation`. */
  readonly values: readonly ColumnType[];
  /** The numbers of these columns: of each, trajectory after trajectory, a number for each of its rows. */
  take(some: Trajectories): Float64Array[];
}

/** The tables of an experiment: a row for each trajectory and recorded generation, and one for each trajectory's events. */
export function partsOf({
  experiment,
  events,
  generations,
}: Pick<Checked, "experiment" | "events" | "generations">): Part[] {
  const { observables } = experiment;
  const texts = events.map(({ text }) => text);
  const records: Part = {
    ...{ name: "trajectories", generations },
    values: observables.map((name) => ({ name, type: "DOUBLE" })),
    take: (some) => observables.map((name) => some.observables[name]),
  };
  const times: Part = {
    name: "events",
    values: texts.map((name) => ({ name, type: "INT64", nullable: true })),
    take: ({ timeTo }) => texts.map((event) => timeTo[event]),
  };
  return texts.length > 0 ? [records, times] : [records];
}

/** How many rows a trajectory has. */
export const rowsOf = ({ generations }: Pick<Part, "generations">): number => generations?.length ?? 1;

/** How many of so many trajectories are written at a time: whole ones, which have about as many rows as a row group. */
export const groupOf = (part: Pick<Part, "generations">, trajectories: number): number =>
  Math.min(trajectories, Math.max(1, Math.floor(ROWS / rowsOf(part))));

/** The columns that say which row it is. */
export const keyColumns = ({ generations }: Pick<Part, "generations">): ColumnType[] =>
  ["trajectory", ...(generations ? ["generation"] : [])].map((name) => ({ name, type: "INT64" }));
