import { counted, number } from "../../show/numbers.ts";
import type { Cell } from "../../study/cells.ts";
import { type Table, tablesOf } from "../../study/tables.ts";
import { shardsOf } from "../../study/units.ts";
import type { Workers } from "../../workers/choice.ts";
import { allowedCpus } from "../../workers/cpus.ts";
import { duration } from "../progress.ts";
import type { Shell } from "../shell.ts";
import { type Cost, costs } from "./probe.ts";
import { rawText } from "./raw-table.ts";
import { fileOf } from "./store.ts";
import { bytesOf } from "./tables.ts";

/** `lethe sweep --dry-run`: the cells, about how long they take and how large the files are, and where the first goes. */
export async function dryRun(
  cells: readonly Cell[],
  {
    out = "DIR",
    workers = "auto",
    parts,
    raw,
  }: { out?: string | undefined; workers?: Workers | undefined; parts: number; raw: boolean },
  shell: Shell,
): Promise<void> {
  let total = 0;
  for (const { label, checked, until } of cells) {
    const { generations, trajectories, seed } = checked.experiment;
    total += generations * trajectories;
    const length = `${until ? "up to " : ""}${counted(generations, "generation")}`;
    shell.print(`${label || "(one cell)"}: ${length} × ${trajectories}, seed ${seed}\n`);
  }
  // A cell with `until` may be over long before its generations are.
  const isLess = cells.some(({ until }) => until !== undefined);
  const shards = cells.reduce((sum, cell) => sum + shardsOf(cell).length, 0);
  shell.print(
    `${counted(cells.length, "cell")}${shards > cells.length ? ` in ${counted(shards, "shard")}` : ""}, ` +
      `${isLess ? "at most " : ""}${counted(total, "trajectory-generation")}\n`,
  );
  const { of, tried } = await costs(cells);
  const threads = workers === "auto" ? allowedCpus() : workers;
  const took = cells.reduce(
    (sum, { checked }, i) => sum + of[i].start + of[i].each * checked.experiment.trajectories,
    0,
  );
  const whole = `${isLess ? "at most " : ""}about ${duration(took / 1000 / threads)} on ${counted(threads, "worker")}`;
  const part = parts > 1 ? `, one of ${parts} parts ${duration(took / 1000 / threads / parts)}` : "";
  shell.print(`time: ${whole}${part} (a few trajectories of ${counted(tried, "cell")} were run)\n`);
  shell.print(`disk: ${diskText(cells, of)}\n`);
  if (raw) shell.print(`${rawText(cells)}\n`);
  shell.print(`first: ${fileOf(out, cells[0])}\n`);
}

function diskText(cells: readonly Cell[], of: readonly Cost[]): string {
  const tried = [...new Set(of)].flatMap((cost) =>
    cost.run ? [{ cell: cells[of.indexOf(cost)], run: cost.run }] : [],
  );
  const samples = tablesOf(tried);
  const rows = { observables: 0, survival: 0, times: 0 };
  for (const { checked } of cells) {
    const { generations, events, experiment } = checked;
    rows.observables += generations.length * experiment.observables.length;
    rows.survival += generations.length * events.length;
    rows.times += events.length;
  }
  const said = Object.entries(rows).filter(([, many]) => many > 0);
  const tables = said.map(([name, many]) => `${name} ${counted(many, "row")}`).join(", ");
  if (tried.length === 0) return `unknown: one trajectory takes too long to try (${tables})`;
  const sizes = said.map(([name, many]) => bytesOf(samples[name as keyof typeof rows] as Table, many));
  const bytes = sizes.reduce((a, b) => a + b, 0);
  const kept = of.reduce((sum, { run }) => sum + (run ? JSON.stringify(run).length : 0), 0);
  return `at most about ${size(bytes)} of tables (${tables}), and ${size(kept)} of working files`;
}

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${number(bytes / 1e6, 2)} MB`;
