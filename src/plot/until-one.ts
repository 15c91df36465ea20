import type { UntilOneReport } from "../forget/until-one.ts";
import { plural } from "../show/plural.ts";
import type { Figure } from "./figure.ts";

/** So many single trajectories are drawn. */
const DRAWN = 10;

/** How a corpus comes down to one word: single trajectories, the exact mean, and the 2n/k law. */
export function untilOneFigure({ generations, types, unique, run }: UntilOneReport): Figure {
  const x = generations;
  const drawn = Math.min(DRAWN, run.experiment.trajectories);
  const { trajectory } = run.observable("unique");
  return {
    name: "until-one",
    title: "Until a single word is left",
    x: { title: "generation", scale: "log" },
    y: { title: "different words", scale: "log", domain: [0.8, 1.4 * types] },
    parts: [
      {
        kind: "trajectories",
        label: `${drawn} ${plural(drawn, "single run")}`,
        x,
        lines: Array.from({ length: drawn }, (_, i) => trajectory(i).subarray(0, x.length)),
      },
      { kind: "approximation", label: "2n / (generation + 2)", x, y: unique.lines },
      { kind: "exact", label: "exact mean", x, y: unique.exact },
    ],
  };
}
