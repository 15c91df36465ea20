import { plural } from "../../src/plural.ts";
import { readable } from "./distribution-plots.ts";
import type { Simulated } from "./engine/bench-data.ts";
import { counted } from "./plot.ts";

/** What can be seen of the survival of an event at index `i` of the generations: nothing that is still to come. */
export function finding(run: Simulated, event: string, i: number): string {
  const { generations, probability, trajectories, median } = run;
  const p = probability[i];
  const error = (100 * run.standardError[i]).toFixed(1);
  // Generation 0 is given, and so certain.
  const end = (side: "lower" | "upper", word: string) =>
    i === 0 ? "" : ` (95 %: ${word} ${Number((100 * run[side][i]).toPrecision(4))} %)`;
  const share =
    p === 0
      ? `none${end("upper", "below")}`
      : p === 1
        ? `each${end("lower", "above")}`
        : `${(100 * p).toFixed(1)} ± ${error} %`;
  const half =
    median !== null && median <= generations[i]
      ? ` Half of all trajectories have lost it by generation ${median.toLocaleString("en-GB")}.`
      : i === generations.length - 1 && i > 0 && median === null
        ? " More than half of all trajectories keep it to the end."
        : "";
  const when = i === 0 ? "At first" : `After ${counted(generations[i], "generation")}`;
  const all = trajectories.toLocaleString("en-GB");
  return `${when}, ${readable(event)} ${i === 0 ? "holds" : "still holds"} in ${share} of ${all} ${plural(trajectories, "trajectory")}.${half}`;
}
