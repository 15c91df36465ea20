// Run by every engine on the command line: prints its table as JSON.
import * as lethe from "../dist/index.js";
import { digests } from "./experiments.mjs";

console.log(JSON.stringify(await digests(lethe)));
