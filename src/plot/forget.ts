import { isPlain } from "../experiment/regime.ts";
import type { CountClass, ForgetReport } from "../forget/forget.ts";
import type { ForgetPresence } from "../forget/presence.ts";
import { MEDIAN_SLOPE, quantile } from "../theory/forgetting.ts";
import type { Figure, Part } from "./figure.ts";

/**
 * The figures of a forgotten corpus: the vocabulary that is left, and how long a word lives by its count, or how often it
 * is away where it comes back.
 */
export function forgetFigures(report: ForgetReport): Figure[] {
  const { regime, presence } = report;
  const lives = presence ? [presenceFigure(presence)] : isPlain(regime) ? [lifetimeFigure(report)] : [];
  return [vocabularyFigure(report), ...lives];
}

function vocabularyFigure({ regime, generations, types, unique, run }: ForgetReport): Figure {
  const { mean, standardError, lower, upper, expected } = unique;
  const x = generations;
  // A bound of the average does not hold for one trajectory.
  const alone = run.experiment.trajectories === 1;
  const name = alone ? "Corollary 1, on average" : "Corollary 1";
  const capped = upper.map((bound) => Math.min(bound, types));
  const bounds: Part[] = [
    { kind: "bound", name, side: "upper", x, y: capped },
    { kind: "bound", name, side: "lower", x, y: lower },
  ];
  const law: Part[] = expected ? [{ kind: "approximation", label: "vocabulary law", x, y: expected }] : [];
  return {
    name: "vocabulary-left",
    title: "How many different words are left",
    x: { title: "generation", scale: "log" },
    y: { title: "different words", scale: "log" },
    parts: [
      ...(isPlain(regime) ? bounds : law),
      {
        kind: "measured",
        label: alone ? "one trajectory" : "simulation ± 2 s.e.",
        x,
        y: mean,
        low: mean.map((y, i) => y - 2 * (standardError[i] || 0)),
        high: mean.map((y, i) => y + 2 * (standardError[i] || 0)),
      },
    ],
  };
}

function presenceFigure({ byCount, law }: ForgetPresence): Figure {
  const x = byCount.map(({ count }) => count);
  const bar = (side: 1 | -1) =>
    byCount.map(({ absent }) => absent.value + side * 2 * (absent.standardError || 0));
  const theory: Part[] = law
    ? [
        {
          kind: law.side === "exact" ? "exact" : "approximation",
          label: law.name,
          x,
          y: byCount.map(({ theory }) => theory?.absent ?? Number.NaN),
        },
      ]
    : [];
  return {
    name: "words-away",
    title: "How often a word is away that occurred c times",
    x: { title: "count in the corpus, c", scale: "log" },
    y: { title: "share of generations", scale: "linear", domain: [0, 1] },
    parts: [
      ...theory,
      {
        ...{ kind: "measured", label: "simulation ± 2 s.e.", x },
        ...{ y: byCount.map(({ absent }) => absent.value), low: bar(-1), high: bar(1) },
      },
    ],
  };
}

/**
 * Only words whose median should come in the first half of the run are shown: of rarer cases, those that end in time
 * to be seen would look short-lived.
 */
function lifetimeFigure({ byCount, run, samples, tokens }: ForgetReport): Figure {
  const last = run.experiment.generations;
  const expected = samples / tokens;
  const inTime = ({ count }: CountClass) => MEDIAN_SLOPE * count * expected <= last / 2;
  const known = byCount.filter((group): group is Known => group.median !== null && inTime(group));
  const counts = curveCounts(known.map(({ count }) => count));
  const at = (q: number) => counts.map((count) => quantile({ count: count * expected, q }));
  const theory = (label: string, y: number[], kind: "exact" | "approximation" = "exact"): Part => ({
    kind,
    label,
    x: counts,
    y,
  });
  return {
    name: "time-to-forget",
    title: "How long a word lives that occurred c times",
    x: { title: "count in the corpus, c", scale: "log" },
    y: { title: "generations until it is forgotten", scale: "log", domain: [0.8, last * 1.1] },
    parts: [
      { kind: "band", label: "exact law, 10–90 %", x: counts, low: at(0.1), high: at(0.9) },
      theory("exact law, median", at(0.5)),
      theory(
        "straight line 2c / ln 2",
        counts.map((count) => MEDIAN_SLOPE * count * expected),
        "approximation",
      ),
      {
        kind: "measured",
        label: "simulation: median, 10–90 %",
        x: known.map(({ count }) => count),
        y: known.map(({ median }) => median),
        cases: known.map(({ types }) => types),
        low: known.map(({ q10 }) => q10 ?? 1),
        high: known.map(({ q90 }) => q90 ?? last),
      },
    ],
  };
}

type Known = CountClass & { readonly median: number };

/** Counts at which the curves are computed: every whole number while there are few, then evenly on a log axis. */
function curveCounts(counts: readonly number[]): number[] {
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const spaced = Array.from({ length: 60 }, (_, i) => Math.round(most ** (i / 59)));
  return [...new Set(spaced)];
}
