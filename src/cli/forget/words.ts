import type { ForgetReport, WordRisk } from "../../forget/forget.ts";
import { chance, counted, number, share } from "../../show/numbers.ts";
import { paragraph, table, wrapped } from "../../show/table.ts";
import { shorten } from "../../show/width.ts";

/** Columns of a terminal that one word may take. */
export const LONGEST = 40;

/** The words most at risk and the safest. The rarest are thousands of equals, so only a sample of them is shown. */
export function wordsText({ words, byCount, run }: ForgetReport, top: number): string {
  if (top === 0) return "";
  const [{ count, types: many }] = byCount;
  const rarest = words.slice(words.length - many);
  const shown = sample(rarest, top).map(({ word }) => shorten(word, LONGEST));
  const often = count === 1 ? "once" : counted(count, "time");
  const which = shown.length < many ? `, ${number(shown.length)} of them` : "";
  const last = number(run.experiment.generations);
  const risk =
    `Most at risk: ${counted(many, "word")} that occurred ${often}, ` +
    `forgotten by generation ${last} with probability ${risked(rarest[0])}${which}`;
  const safest = words
    .slice(0, Math.min(top, words.length - many))
    .map((risk) => [`  ${shorten(risk.word, LONGEST)}`, number(risk.count), risked(risk)]);
  const parts = [`${wrapped(risk)}\n${paragraph(shown)}`];
  if (safest.length > 0) parts.push(`Safest\n${table(["<  word", "count", "probability"], safest)}`);
  return parts.join("\n\n");
}

/** The probability; where it is 0 or 1, with the other end of its 95 % interval. */
function risked({ probability, lower, upper }: WordRisk): string {
  if (probability > 0 && probability < 1) return chance(probability);
  return share(probability, 0, { lower, upper });
}

/** Some of a list, evenly spread over it. */
export function sample<T>(items: readonly T[], size: number): T[] {
  if (items.length <= size) return [...items];
  return Array.from({ length: size }, (_, i) => items[Math.floor(((i + 0.5) * items.length) / size)]);
}
