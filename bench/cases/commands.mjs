import { agree } from "../commands/agree.mjs";
import { lethe, numpy, ownKernels } from "../commands/contestants.mjs";

const ONE = ["--workers", "1", "--seed", "1", "--quiet"];

/**
 * Commands that numpy has the same outputs of: what is typed, the function of bench/numpy/commands.py with its settings
 * besides the trajectories and generations, and the least difference of two medians.
 */
const RUNS = [
  {
    typed: "bernoulli --p .2 --samples 1000",
    size: { generations: 2000, trajectories: 50_000 },
    settings: { n: 1000, p: 0.2 },
    step: 0.001,
  },
  {
    typed: "poisson --rate .5 --samples 1000 --survival rate!=0",
    size: { generations: 1000, trajectories: 50_000 },
    settings: { n: 1000, rate: 0.5 },
    step: 0.001,
  },
  {
    typed: "gaussian --samples 1000 --survival std>0.5",
    size: { generations: 1000, trajectories: 60_000 },
    settings: { n: 1000 },
    step: 0,
  },
  {
    typed: "categorical --zipf 50000,1 --samples 1000000",
    size: { generations: 300, trajectories: 20 },
    settings: { n: 1_000_000, words: 50_000 },
    step: 1e-3,
  },
];

/** Others, timed by themselves. */
const OTHERS = { forget: "forget --json", "forget --until-one": "forget --until-one --json" };

/** Whole commands, each a process, from start to end. */
export function commandCases() {
  return [
    ...RUNS.map(run),
    ...Object.entries(OTHERS).map(alone),
    alone(["reproduce --quick", "reproduce --quick"]),
    twoWorkers(),
  ];
}

const whole = { unit: "command", units: 1, slow: true };

function run({ typed, size, settings, step }) {
  const { generations, trajectories } = size;
  const args = [
    "run",
    ...typed.split(" "),
    ...Object.entries(size).flatMap(([name, value]) => [`--${name}`, `${value}`]),
    "--json",
    ...ONE,
  ];
  const name = `run ${typed.split(" ")[0]}, ${trajectories.toLocaleString("en")} × ${generations.toLocaleString("en")}`;
  return {
    ...whole,
    name,
    note: `\`lethe run ${typed} …\`, against numpy with the same outputs at the same generations`,
    /** Whether the other computes the same is asked before the first round. */
    contestants(hasNumpy) {
      const ours = lethe(args);
      if (!hasNumpy) return [ours, ownKernels(args)];
      const document = ours.document();
      const asked = { recorded: document.generations, kept: document.keptTrajectories };
      const rival = numpy(typed.split(" ")[0], { ...settings, ...size, ...asked });
      agree(name, document, rival.document(), step);
      return [ours, rival, ownKernels(args)];
    },
  };
}

function alone([name, typed]) {
  const args = [...typed.split(" "), ...ONE];
  return { ...whole, name: `${name}, Moby-Dick`, contestants: () => [lethe(args), ownKernels(args)] };
}

function twoWorkers() {
  const typed =
    "run gaussian --samples 1000 --method samples --generations 100 --trajectories 30000 --json --seed 1 -q";
  const by = (count, name) => lethe([...typed.split(" "), "--workers", `${count}`], name);
  return {
    ...whole,
    name: "command with 2 workers",
    note: `\`lethe ${typed}\``,
    contestants: () => [by(2, "2 workers"), by(1, "1 worker")],
  };
}
