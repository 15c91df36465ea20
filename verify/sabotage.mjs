// Proof that the verification can fail: each bias of biases/ in turn is planted in kernel and twin alike, in a copy of
// the package, and the tables that have to notice are measured there. They must not pass.
import { availableParallelism } from "node:os";
import { readBiases } from "./edits.mjs";
import { makeCopy, plant, removeCopy, run } from "./plant.mjs";

/**
 * Tries the biases whose names begin with `start`, some at a time, and prints what became of each.
 * @returns {Promise<boolean>} whether each one was caught, and kernel and twin had stayed alike
 */
export async function sabotage(start) {
  const biases = readBiases().filter(({ bias }) => bias.startsWith(start));
  if (biases.length === 0) throw new Error(`no bias begins with ${start}`);
  const results = [];
  const waiting = [...biases.entries()];
  const lanes = Math.min(biases.length, availableParallelism());
  const inLane = async (lane) => {
    const folder = makeCopy(lane);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [i, bias] = next;
      results[i] = await attempt(folder, bias);
      console.error(`${biases.length - waiting.length} of ${biases.length}: ${bias.bias}`);
    }
    removeCopy(folder);
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => inLane(lane)));
  for (const { line } of results) console.log(line);
  const caught = results.filter((result) => result.caught).length;
  const alike = results.filter((result) => result.alike).length;
  console.log(`\n${results.length} biases: ${caught} caught, kernel and twin alike in ${alike}`);
  return caught === results.length && alike === results.length;
}

/** Plants one bias, sees what becomes of it, and takes it back. */
async function attempt(folder, bias) {
  const name = bias.bias.padEnd(76);
  let takeBack = () => {};
  try {
    takeBack = await plant(folder, bias);
    const { code, output } = await run(folder, "verify/attempt.mjs", ...bias.noticed);
    if (code !== 0) throw new Error(output.trim().split("\n").slice(0, 6).join(" "));
    const { caught, alike, table, what, z } = JSON.parse(output);
    const verdict = `${caught ? "caught" : "NOT CAUGHT"}${alike ? "" : ", NOT ALIKE"}`;
    return { caught, alike, line: `${name} ${verdict}: z ${Number(z).toFixed(1)}, ${table}: ${what}` };
  } catch (error) {
    return { caught: false, alike: false, line: `${name} NOT TRIED: ${error.message}` };
  } finally {
    takeBack();
  }
}
