import type { Values } from "./fields.ts";
import { MODELS } from "./models.ts";

/** An experiment as plain data: what the worker runs, and what the command line is written from. */
export interface Spec {
  readonly model: string;
  /** The options of the model. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly generations: number;
  readonly trajectories: number;
  readonly seed: number | string;
  readonly event: string;
  /** The observable to show. */
  readonly observable: string;
}

/** The horizon as a number of generations that a run has. */
function generationsOf(model: string, values: Values): number {
  return Math.min(10_000, Math.max(10, Math.round(Number(MODELS[model].horizon(values).toPrecision(2)))));
}

/** What was chosen; generations grow with the samples as long as the reader has not chosen another number of them. */
export function follows(model: string, before: Values, chosen: Values): Values {
  const [was, is] = [before, chosen].map((values) => generationsOf(model, values));
  const kept = before["generations"] === was && chosen["generations"] === was;
  return kept && is !== was ? { ...chosen, generations: is } : chosen;
}

const OBSERVABLE: Readonly<Record<string, string>> = { bernoulli: "p", poisson: "rate", regression: "error" };

/** The experiment that was chosen. */
export function specOf(model: string, values: Values, seed: number | string): Spec {
  const sheet = MODELS[model];
  return {
    model,
    options: sheet.options(values),
    generations: Number(values["generations"]),
    trajectories: Number(values["trajectories"]),
    seed,
    event: sheet.event(values),
    observable: String(values["show"] ?? OBSERVABLE[model]),
  };
}
