// Draws of the Generator against their law: a tenth of them one by one, the others as they fill arrays.
import { Generator } from "../dist/index.js";
import { law } from "./cell.mjs";

/** Numbers of a fill. */
const BLOCK = 10_000;

/** @returns the cells of a table of draws */
export function draws({ draws: { sampler, args, seed, count }, rows }) {
  const rng = new Generator(seed);
  if (sampler === "multinomial") return multinomial(rng, args, count, rows);
  const values = new Float64Array(count);
  for (let done = 0, alone = true; done < count; alone = done < count / 10) {
    if (alone) values[done++] = rng[sampler](...args);
    else done += rng[sampler](...args, values.subarray(done, done + BLOCK)).length;
  }
  return rows.flatMap((row) => law("", values, row));
}

/** Every row is about the counts of one symbol. */
function multinomial(rng, [n, weights], count, rows) {
  const values = weights.map(() => new Float64Array(count));
  const counts = new Float64Array(weights.length);
  for (let i = 0; i < count; ++i) {
    rng.multinomial(n, weights, counts);
    for (let symbol = 0; symbol < counts.length; ++symbol) values[symbol][i] = counts[symbol];
  }
  return rows.flatMap(({ symbol, ...row }) => law(`symbol ${symbol}, `, values[symbol], row));
}
