import type { ChoiceField, NumberField } from "./fields.ts";

export const number = (
  name: string,
  label: string,
  preset: number,
  rest: Omit<NumberField, "kind" | "name" | "label" | "default">,
): NumberField => ({ kind: "number", name, label, default: preset, ...rest });

export const choice = (
  name: string,
  label: string,
  values: readonly (readonly [string, string])[],
): ChoiceField => ({
  kind: "choice",
  name,
  label,
  values: values.map(([value, text]) => ({ value, label: text })),
  default: values[0][0],
});

export const samples = (preset: number, most = 1_000_000, least = 1): NumberField =>
  number("samples", "Samples a generation, n", preset, {
    min: least,
    max: most,
    integer: true,
    slider: [Math.max(2, least), most],
    log: true,
  });
export const generations = (preset: number): NumberField =>
  number("generations", "Generations", preset, {
    min: 1,
    max: 100_000,
    integer: true,
    slider: [10, 10_000],
    log: true,
  });
export const trajectories = (preset: number): NumberField =>
  number("trajectories", "Trajectories", preset, {
    min: 2,
    max: 100_000,
    integer: true,
    slider: [10, 20_000],
    log: true,
  });
/** Single trajectories that are shown, and can be followed: the first ones. */
export const LINES = 40;
/** How trajectories are shown; the same for all models. */
export const paths: readonly ChoiceField[] = [
  choice("draw", "Show trajectories", [
    ["most", "where most are: median, 10–90 %"],
    ["each", `each of the first ${LINES}`],
  ]),
  choice("follow", "Follow one, or click it", [
    ["none", "none"],
    ...Array.from({ length: LINES }, (_, i) => [String(i), `trajectory ${i}`] as const),
  ]),
];
export const std = number("std", "Standard deviation at first", 1, {
  min: 1e-6,
  max: 1e6,
  slider: [0.1, 10],
  log: true,
});
export const threshold = number("threshold", "Survives while std is above", 0.1, {
  min: 1e-9,
  max: 1e6,
  slider: [0.001, 1],
  log: true,
});
