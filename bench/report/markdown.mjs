import { digits, range, room, time } from "./format.mjs";

const COLUMNS = ["twin", "numpy", "C 128-bit", "C native"];

/** The report, bench/RESULTS.md. */
export function markdown({ date, machine, runs, rounds, cases, verdicts, startUp, size, budget }) {
  const spread =
    runs > 1
      ? `${runs} runs (median of their medians, and their range)`
      : `${rounds} rounds (median, least and most)`;
  return `# Speed

Made by \`npm run bench\`; how to read it: [CONTRIBUTING.md](../CONTRIBUTING.md#speed).
${date}. ${machine.join("; ")}.

A cell is the time of one unit and, in brackets, how many times as long that is as the first column's; above 1, lethe's
WebAssembly is faster. The contestants take turns within a round, and a ratio is taken within a round. From ${spread}.

${table(cases)}

${notes(cases)}

![How many times as long as Wasm each contestant takes, on a logarithmic scale](results.svg)

## To reach

| | |
|---|---|
${verdicts.map(({ text, reached }) => `| ${reached ? "reached" : "**missed**"} | ${text} |`).join("\n")}

## Start-up and size

| | |
|---|---|
| from \`import\` to the first draw, in a fresh process | ${digits(startUp.toFirstDraw)} ms |
| that process, whole | ${digits(startUp.whole)} ms |
| a process that does nothing, \`node -e 0\` | ${digits(startUp.bare)} ms |
| \`lethe --version\` | ${digits(startUp.version)} ms |
| \`lethe run bernoulli\`, n = 10, 10 × 5 generations | ${digits(startUp.smallRun)} ms |${numpyStarts(startUp)}
| WebAssembly | ${bytes(size.wasm)}, gzipped ${bytes(size.wasmGzipped)} (budget ${bytes(budget.wasmGzipped)}) |
| \`import { simulate, gaussian }\`, bundled and minified | ${bytes(size.bundle)}, gzipped ${bytes(size.bundleGzipped)} (budget ${bytes(budget.bundleGzipped)}) |
| what the first run with workers downloads besides | gzipped ${bytes(size.workersGzipped)} (budget ${bytes(budget.workersGzipped)}) |
| theory, which the first run downloads while it goes on | gzipped ${bytes(size.lawsGzipped)} (budget ${bytes(budget.lawsGzipped)}) |
| \`lethe/random\`: uniform, normal, integers | gzipped ${bytes(size.someLawsGzipped)} (budget ${bytes(budget.someLawsGzipped)}) |
| \`lethe/random\`: those, exponential, gamma, poisson | gzipped ${bytes(size.moreLawsGzipped)} (budget ${bytes(budget.moreLawsGzipped)}) |
| \`lethe/random\`: all laws | gzipped ${bytes(size.allLawsGzipped)} (budget ${bytes(budget.allLawsGzipped)}) |
| the WebAssembly of \`lethe/random\`, which the first large array downloads | gzipped ${bytes(size.fillsGzipped)} (budget ${bytes(budget.fillsGzipped)}) |
${size.peers.map(({ name, laws, gzipped }) => `| ${name}: ${laws} | gzipped ${bytes(gzipped)} |`).join("\n")}
`;
}

const bytes = (count) => `${count.toLocaleString("en")} bytes`;

const numpyStarts = ({ numpy }) =>
  numpy === undefined ? "" : `\n| \`python3 -c "import numpy"\` | ${digits(numpy)} ms |`;

function table(cases) {
  const head = ["case", "a", "Wasm", "TypeScript twin", "numpy", "C 128-bit", "C native", "others"];
  const rows = cases.map(({ name, unit, contestants: [first, ...others] }) => [
    name,
    unit,
    `${first.name === "Wasm" ? "" : `${first.name}: `}${time(first.ns.median)}${room(first.memory)}`,
    ...COLUMNS.map((column) =>
      others
        .filter((other) => other.name === column)
        .map(cell)
        .join(),
    ),
    others
      .filter((other) => !COLUMNS.includes(other.name))
      .map((other) => `${other.name} ${cell(other)}`)
      .join("; "),
  ]);
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

const cell = ({ ns, ratio, memory }) => `${time(ns.median)} [${range(ratio)}]${room(memory)}`;

const notes = (cases) =>
  cases
    .filter(({ note }) => note)
    .map(({ name, note }) => `- ${name}: ${note}.`)
    .join("\n");
