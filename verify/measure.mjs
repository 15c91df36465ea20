// Runs the experiment of one table and compares it, cell by cell, with what the table expects.
import { simulate } from "../dist/index.js";
import { draws } from "./draws.mjs";
import { read } from "./rows.mjs";

/** The experiment of a table, with the events that its rows ask for. */
export function experimentOf({ experiment, rows }) {
  const survival = [...new Set(rows.map((row) => row.event ?? row.time ?? row.timeQuantile).filter(Boolean))];
  return { ...experiment, survival };
}

/**
 * @param {number | "auto"} [workers] 1 for none beside this thread: they run a bundle of the library, in which no bias is planted
 * @returns {Promise<ReturnType<typeof import("./cell.mjs").cell>[]>} the cells of a table
 */
export async function measure(table, workers = "auto") {
  if (table.draws) return draws(table);
  const run = await simulate(experimentOf(table), { workers });
  return table.rows.flatMap((row) => read(run, row));
}
