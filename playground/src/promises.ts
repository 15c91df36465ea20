import { make } from "./dom.ts";
import type { Simulated, Theory, VocabularyTheory } from "./engine/bench-data.ts";
import { shown } from "./plot.ts";

/** A list of who says something, and what. */
type Said = (readonly [name: string, said: string])[];

const percent = (share: number): string => `${shown(100 * share)}\u00a0%`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a bound says of a share: nothing, where it is that of any share. */
function promise(sides: readonly Theory[], i: number): string {
  const [low, high] = (["lower", "upper"] as const).map(
    (side) => sides.find((one) => one.side === side)?.values[i],
  );
  const least = low !== undefined && low > 0 ? `at least ${percent(low)}` : "";
  const most = high !== undefined && high < 1 ? `at most ${percent(high)}` : "";
  return [least, most].filter((part) => part !== "").join(", ") || "nothing at this generation";
}

const HOW = { exact: "exactly", approximation: "about" } as const;

/** The simulated share and its 95 % interval; generation 0 is given, and so certain. */
function measured({ probability, lower, upper }: Simulated, i: number): string {
  const between = i === 0 ? "" : ` (95\u00a0%: ${percent(lower[i])} to ${percent(upper[i])})`;
  return `${percent(probability[i])}${between}`;
}

/** What the theorems promise of the survival at a place of the generations, what happens, and the exact law. */
export function promises(run: Simulated, i: number): Said {
  const theory = run.survivalTheory ?? [];
  const bounds = theory.filter(({ side }) => side === "upper" || side === "lower");
  const names = [...new Set(bounds.map(({ name }) => name))];
  return [
    ...names.map((name) => {
      const sides = bounds.filter((bound) => bound.name === name);
      return [capital(`${name} promises`), promise(sides, i)] as const;
    }),
    ["What happens", measured(run, i)],
    ...theory
      .flatMap(({ name, side, values }) =>
        side === "exact" || side === "approximation" ? [{ name, side, values }] : [],
      )
      .map(
        ({ name, side, values }) =>
          [capital(name.startsWith("exact") ? name : `${name}, ${HOW[side]}`), percent(values[i])] as const,
      ),
  ];
}

/** What Corollary 1 promises of the words left, at the last generation before `generation` that it was asked for. */
export function vocabularyPromises(
  { generations, lower, upper }: VocabularyTheory,
  unique: readonly number[],
  generation: number,
): Said {
  const i = generations.findLastIndex((k) => k <= generation);
  // To whole words, on the side on which it still holds.
  const [low, high, here] = [Math.floor(lower[i]), Math.ceil(upper[i]), unique[generations[i]]].map(shown);
  return [
    [
      "Corollary 1 promises",
      `${low} to ${high} words at generation ${shown(generations[i])}, on average over all runs`,
    ],
    ["What happens", `${here} in this run: a single one may lie outside`],
  ];
}

/** Shows them as a list. */
export function showPromises(host: HTMLElement, said: Said): void {
  if (host.childElementCount !== 2 * said.length)
    host.replaceChildren(...said.flatMap(() => [make("dt"), make("dd")]));
  said.flat().forEach((text, at) => {
    const element = host.children[at];
    if (element.textContent !== text) element.textContent = text;
  });
}
