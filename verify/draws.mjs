// Draws of the Generator against their law: a tenth of them one by one, the others as they fill arrays.
import { Generator } from "../dist/index.js";
import { law } from "./cell.mjs";

/** Numbers of a fill. */
const BLOCK = 10_000;

/** @returns the cells of a table of draws */
export function draws({ draws: { sampler, args, seed, count }, rows }) {
  const rng = new Generator(seed);
  if ("symbol" in rows[0]) return counted(rng, sampler, args, count, rows);
  const values = new Float64Array(count);
  for (let done = 0, alone = true; done < count; alone = done < count / 10) {
    if (alone) values[done++] = rng[sampler](...args);
    else done += rng[sampler](...args, values.subarray(done, done + BLOCK)).length;
  }
  return rows.flatMap((row) => law("", values, row));
}

/** Every row is about the counts of one symbol. */
function counted(rng, sampler, args, count, rows) {
  const { length } = args.find(Array.isArray);
  const values = Array.from({ length }, () => new Float64Array(count));
  const counts = new Float64Array(length);
  for (let i = 0; i < count; ++i) {
    rng[sampler](...args, counts);
    for (let symbol = 0; symbol < counts.length; ++symbol) values[symbol][i] = counts[symbol];
  }
  return rows.flatMap(({ symbol, ...row }) => law(`symbol ${symbol}, `, values[symbol], row));
}
