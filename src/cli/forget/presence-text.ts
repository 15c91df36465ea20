import type { ForgetReport } from "../../forget/forget.ts";
import type { CountPresence, ForgetPresence } from "../../forget/presence.ts";
import { handful } from "../../show/handful.ts";
import { counted, number, percent, SIDES } from "../../show/numbers.ts";
import { paragraph, table, wrapped } from "../../show/table.ts";
import { shorten } from "../../show/width.ts";
import { LONGEST, sample } from "./words.ts";

/** Which words are away, and for how long: by their count, and in a sentence. */
export function presenceText({ presence, types }: Shown, top: number): string[] {
  const { from, to, law, byCount } = presence;
  const over = from === to ? `generation ${number(from)}` : `generations ${number(from)} to ${number(to)}`;
  const nearly = law?.side === "approximation" ? " (an approximation)" : "";
  const source = law ? `; theory: ${law.name}${nearly}, in the long run` : "";
  const mark = law ? `${SIDES[law.side]} theory` : "";
  const theory = (text: string): string[] => (law ? [text] : []);
  const some = byCount.slice(0, 1 + byCount.findLastIndex(({ absent }) => absent.value > 0));
  const counts = some.map(({ count }) => count);
  const rows = handful(counts, 0, roundCounts).map((i) => {
    const { count, types, absent, meanAbsence, meanPresence, theory: known } = some[i];
    return [
      ...[number(count), number(types)],
      ...[away(absent.value), ...theory(known ? away(known.absent) : "–")],
      ...[stretch(meanAbsence.value), ...theory(stretch(known?.meanAbsence ?? Number.NaN))],
      ...[stretch(meanPresence.value), ...theory(stretch(known?.meanPresence ?? Number.NaN))],
    ];
  });
  const titles = ["count", "words", "away", "absence", "presence"].flatMap((title, i) =>
    i < 2 ? [title] : [title, ...theory(mark)],
  );
  const head = `Words away, by how often they occurred, and generations that an absence and a presence last: counted over ${over}${source}`;
  const never = byCount[some.length];
  return [
    [
      wrapped(head),
      ...(rows.length > 0 ? [table(titles, rows)] : []),
      ...(never ? [neverAway(never, some.length === byCount.length - 1)] : []),
    ].join("\n"),
    wrapped(sentence(byCount, types)),
    rarest(presence, top),
  ];
}

type Shown = Pick<ForgetReport, "types"> & { readonly presence: ForgetPresence };

/** 1, 2, 3, 5, 10, 20, 30, 50, … */
function roundCounts(last: number): number[] {
  const list: number[] = [];
  for (let ten = 1; ten <= last; ten *= 10) list.push(ten, 2 * ten, 3 * ten, 5 * ten);
  return list;
}

/** The words from one count on, which were always there. */
const neverAway = ({ count }: CountPresence, isLast: boolean): string =>
  `Never away: words that occurred ${counted(count, "time")}${isLast ? "" : " or more"}`;

/** Generations, on average; longer ones than any run by that alone. */
const stretch = (mean: number): string => (mean >= 1e6 && mean < Infinity ? "> 1 million" : number(mean, 4));

/** A share of the time; of next to nothing only that. */
const away = (share: number): string => (share > 0 && share < 5e-4 ? "< 0.1 %" : percent(share));

const generations = (x: number): string => `${number(x, 3)} ${x === 1 ? "generation" : "generations"}`;

/** What the table means. */
function sentence(byCount: readonly CountPresence[], types: number): string {
  const missing = byCount.reduce((sum, { types, absent }) => sum + types * absent.value, 0);
  const [{ count, absent, meanAbsence, meanPresence }] = byCount;
  const often = count === 1 ? "once" : counted(count, "time");
  const stretch =
    Number.isFinite(meanAbsence.value) && Number.isFinite(meanPresence.value)
      ? `: it stays away for ${generations(meanAbsence.value)} on average, and then there for ${number(meanPresence.value, 3)}`
      : "";
  return (
    `At any time ${percent(missing / types)} of the vocabulary is away, but new real words bring it back: nothing is ` +
    `forgotten for good. A word that occurred ${often} is missing ${away(absent.value)} of the time${stretch}.`
  );
}

/** The words that are most often away. The rarest are thousands of equals, so only a sample of them is shown. */
function rarest({ byCount: [{ count, types, absent }], words }: ForgetPresence, top: number): string {
  if (top === 0) return "";
  const some = sample(words.slice(words.length - types), top).map(({ word }) => shorten(word, LONGEST));
  const often = count === 1 ? "once" : counted(count, "time");
  const which = some.length < types ? `, ${number(some.length)} of them` : "";
  const head = `Most often away: ${counted(types, "word")} that occurred ${often}, ${away(absent.value)} of the time${which}`;
  return `${wrapped(head)}\n${paragraph(some)}`;
}
