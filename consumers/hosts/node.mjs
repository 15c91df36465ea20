import { WORK } from "../install.mjs";
import { run } from "../run.mjs";

/** What Node answers, which everything else is held against. */
export async function node() {
  const program = 'import { answers } from "./answers.js"; console.log(JSON.stringify(await answers()));';
  return JSON.parse(await run(WORK, ["--input-type=module", "--eval", program]));
}
