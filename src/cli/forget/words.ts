import type { ForgetReport } from "../../text/forget.ts";
import { chance, counted, number } from "../text/format.ts";
import { paragraph, table } from "../text/table.ts";
import { shorten } from "../text/width.ts";

/** Columns of a terminal that one word may take. */
const LONGEST = 40;

/** The words most at risk and the safest. The rarest are thousands of equals, so only a sample of them is shown. */
export function wordsText({ words, byCount, run }: ForgetReport, top: number): string {
  if (top === 0) return "";
  const [{ count, words: many }] = byCount;
  const rarest = words.slice(words.length - many);
  const shown = sample(rarest, top).map(({ word }) => shorten(word, LONGEST));
  const often = count === 1 ? "once" : counted(count, "time");
  const which = shown.length < many ? `, ${number(shown.length)} of them` : "";
  const { probability } = rarest[0];
  const last = number(run.experiment.generations);
  const risk =
    `Most at risk: ${counted(many, "word")} that occurred ${often}, ` +
    `forgotten by generation ${last} with probability ${chance(probability)}${which}`;
  const safest = words
    .slice(0, Math.min(top, words.length - many))
    .map(({ word, count: c, probability: p }) => [`  ${shorten(word, LONGEST)}`, number(c), chance(p)]);
  const parts = [`${risk}\n${paragraph(shown)}`];
  if (safest.length > 0) parts.push(`Safest\n${table(["<  word", "count", "probability"], safest)}`);
  return parts.join("\n\n");
}

/** Some of a list, evenly spread over it. */
function sample<T>(items: readonly T[], size: number): T[] {
  if (items.length <= size) return [...items];
  return Array.from({ length: size }, (_, i) => items[Math.floor(((i + 0.5) * items.length) / size)]);
}
