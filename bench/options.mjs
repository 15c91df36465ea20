import { parseArgs } from "node:util";

const HELP = `npm run bench -- [options]
  --quick         fewer rounds, shorter ones, and none of the cases that take many seconds: under a minute
  --only NAME     only cases with NAME in their name; may be given again
  --list          names the cases
  --rounds N      rounds of each case (default 5, quick 3)
  --runs N        repeats everything N times: medians of the runs' medians, and their range (default 1)
  --corpus FILE   the text of the cases that need one (default: the built-in Moby-Dick)
A whole run (neither --quick nor --only) writes bench/RESULTS.md, its chart and bench/results.json.`;

/** The options of the command line. Ends the process where they are wrong or only help is wanted. */
export function readOptions() {
  const { values } = parse();
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const { quick, only, list, corpus } = values;
  return {
    quick,
    only,
    list,
    corpus,
    whole: !quick && only.length === 0,
    rounds: count("rounds", values.rounds ?? (quick ? "3" : "5")),
    runs: count("runs", values.runs),
    /** Milliseconds of a contestant's turn. */
    turn: quick ? 40 : 120,
  };
}

function parse() {
  try {
    return parseArgs({
      options: {
        quick: { type: "boolean", default: false },
        only: { type: "string", multiple: true, default: [] },
        list: { type: "boolean", default: false },
        rounds: { type: "string" },
        runs: { type: "string", default: "1" },
        corpus: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    return refuse(error.message);
  }
}

function count(name, text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) refuse(`invalid ${name}: ${text} (an integer from 1)`);
  return value;
}

/** @returns {never} */
function refuse(message) {
  console.error(`bench: ${message}`);
  process.exit(2);
}
