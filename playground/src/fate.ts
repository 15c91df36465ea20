import { make } from "./dom.ts";
import type { Fate } from "./engine/bench-data.ts";
import { counted, shown, times } from "./plot.ts";

const percent = (p: number): string => {
  const value = 100 * p;
  if (value > 0 && value < 0.1) return "less than 0.1 %";
  return `${value > 99.9 && value < 100 ? "more than 99.9" : shown(value)} %`;
};

const listed = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(", ");

/** What becomes of a word, in words. */
export function showFate(host: HTMLElement, fate: Fate): void {
  const { word, parts, count, now, generation, survival, quantiles, expected, lossProbability } = fate;
  const [early, middle, late] = quantiles.map(shown);
  const rows = survival.map(({ generation: k, probability }) => [
    counted(k, "generation"),
    percent(probability),
  ]);
  const state =
    now === 0
      ? `forgotten by generation ${shown(generation)}`
      : `${times(now)} at generation ${shown(generation)}`;
  const certain =
    lossProbability < 0.9999 ? ` It is ever forgotten with a chance of ${percent(lossProbability)}.` : "";
  host.replaceChildren(
    make("h2", { dir: "auto", textContent: word }),
    ...(parts.length > 1
      ? [
          make("p", {
            className: "soft",
            textContent: `The text is cut into ${listed(parts)}; this is the first.`,
          }),
        ]
      : []),
    make("p", { textContent: `Written ${times(count)} in the text; in this run ${state}.` }),
    make("p", { className: "eyebrow", textContent: "Chance that it is still there after" }),
    make(
      "dl",
      {},
      ...rows.flatMap(([when, chance]) => [
        make("dt", { textContent: when }),
        make("dd", { textContent: chance }),
      ]),
    ),
    make("p", {
      textContent:
        quantiles[1] === Number.POSITIVE_INFINITY
          ? "It is more likely to take over than to be forgotten."
          : `Half of such words are forgotten by generation ${middle}; one in ten by ${early}, nine in ten by ${late}.`,
    }),
    ...(expected === undefined
      ? []
      : [
          make("p", {
            textContent: `Expected time to forget: ${counted(expected, "generation")}.${certain}`,
          }),
        ]),
    make("p", {
      className: "soft",
      textContent: `By the exact Wright–Fisher law of ${counted(fate.samples, "word")} a generation. The mean is long because a few such words live very long.`,
    }),
  );
}
