// Runs a command of lethe, which is all of the arguments, and says how many nanoseconds of it its chains took. It has
// one worker, this thread, or the chains would be elsewhere.
import { register } from "node:module";

register("./hook.mjs", import.meta.url);
const { spent } = await import("./timed-kernels.mjs");
const { commandLine } = await import("../../dist/cli/program.js");

const nowhere = { isTTY: false, write: () => true };
const { code, text } = await commandLine(process.argv.slice(2), { stdout: nowhere, stderr: nowhere });
if (code !== 0) throw new Error(text);
if (spent() === 0) throw new Error("no chain was used in this thread");
console.log(1e6 * spent());
