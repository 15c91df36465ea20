import { describeModels } from "../../dist/index.js";
import { hostileWords } from "./words.mjs";

/** The models of the command line; `run` and `theory` take one. */
const MODELS = describeModels().map(({ name }) => name);
/** What takes seconds as it should is tried less often. */
const WEIGHTS = { run: 4, theory: 4, forget: 4, reproduce: 2, playground: 1 };

/** One command line: its arguments, what stands on its standard input, and when it is interrupted. */
export function makeLine(random, { commands, words, paths, options }) {
  const spite = random.pick([0, 0, 0.1, 0.3, 0.8]);
  const { name, flags } = random.pick(commands.flatMap((one) => Array(WEIGHTS[one.name] ?? 2).fill(one)));
  const args = [random.chance(spite / 5) ? random.pick(hostileWords) : name];
  const subject = subjectOf(name, random, paths, spite);
  if (subject !== undefined) args.push(subject);
  const { all = [], required = [] } = options[subject] ?? {};
  for (const { name: flag, takes } of flags) {
    if (["help", "version"].includes(flag) ? !random.chance(0.01) : !random.chance(chanceOf(flag))) continue;
    args.push(`--${flag}`);
    if (takes && !random.chance(spite / 20)) args.push(wordFor(flag, takes));
  }
  if (random.chance(spite / 3)) args.splice(random.below(args.length + 1), 0, random.pick(hostileWords));
  // An argument of a process cannot hold a NUL.
  const input = random.pick(["", "the sea and the whale", "word,count\nthe,5\n", "\u0000\u0001", "{"]);
  return { args, input, signal: random.pick(["SIGINT", "SIGTERM"]) };

  function chanceOf(flag) {
    if (required.includes(flag) || ["generations", "trajectories"].includes(flag)) return 0.95;
    if (flags.find((one) => one.name === flag).ofModel && !all.includes(flag)) return spite / 20;
    return all.includes(flag) ? 0.3 : 0.15;
  }

  function wordFor(flag, takes) {
    if (random.chance(spite)) return random.pick(hostileWords);
    return random.pick(words[`${flag} ${takes}`] ?? words[flag] ?? words.other);
  }
}

function subjectOf(command, random, paths, spite) {
  if (random.chance(spite / 3)) return random.pick([...hostileWords, ...paths]);
  if (command === "forget") return random.chance(0.7) ? random.pick([...paths, "-"]) : undefined;
  if (command === "run") return random.chance(0.25) ? random.pick(paths) : random.pick(MODELS);
  return command === "theory" ? random.pick([...MODELS, "forgetting"]) : undefined;
}
