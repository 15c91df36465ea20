import { invalid } from "../../check/errors.ts";
import { jsonText } from "../../show/json.ts";
import { counted, number, percent } from "../../show/numbers.ts";
import { table, wrapped } from "../../show/table.ts";
import { shorten } from "../../show/width.ts";
import { readCountTable } from "../../text/count-table.ts";
import { replacedNote } from "../../text/notes.ts";
import { shortName } from "../../text/open.ts";
import { reading } from "../../text/reading.ts";
import { columnChoice } from "../../text/table/choice.ts";
import * as regimes from "../../theory/regimes/index.ts";
import { groupSymbols } from "../../theory/symbols.ts";
import { version } from "../../version.ts";
import type { Flags } from "../flags.ts";
import { checkWords, readWords } from "../forget/corpus.ts";
import type { Shell } from "../shell.ts";

/** The words that are to be kept. */
interface Words {
  readonly source: string;
  readonly tokens: number;
  readonly types: number;
  readonly counts: ArrayLike<number>;
  readonly multiplicities?: ArrayLike<number>;
}

const LAWS = {
  keep: { name: "Theorem 2 of Suresh et al., for other data (Poisson sampling)", side: "approximation" },
  error: { name: "the recursion of the squared error", side: "exact" },
} as const;

/** What is to be kept by default, of what real data alone keep: a sample of them lacks many rare words. */
const USUAL = 0.9;

const SHARES = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
const WEIGHTS = [0.001, 0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** `lethe theory real-data`: how much of it keeps a vocabulary, or holds the error of its shares. */
export async function realData(file: string | undefined, flags: Flags, shell: Shell): Promise<void> {
  const given = askedOf(flags);
  const words = await wordsOf(file, flags, shell);
  const { types, tokens, counts, multiplicities } = words;
  const { samples = tokens, realSamples } = flags as { samples?: number; realSamples?: number };
  const symbols = { weights: counts, ...(multiplicities && { multiplicities }) };
  const { p, many } = groupSymbols("counts", counts, multiplicities);
  // Of a single word every share is right.
  const variance = types === 1 ? 0 : p.reduce((left, share, g) => left - many[g] * share * share, 1);

  const unknown = realSamples === undefined ? "realShare" : "weight";
  const family = { family: "categorical", samples } as const;
  const real = realSamples as number;
  const regimeAt = (x: number): regimes.RegimeLaw =>
    unknown === "weight"
      ? { name: "weighted", realSamples: real, weight: x }
      : { name: "fresh", realShare: x };
  const kept = (x: number) => regimes.expectedUniqueLimit({ ...symbols, samples, regime: regimeAt(x) });
  if (realSamples !== undefined && samples > 1 && !(Number.isInteger(real) && real >= 1 && real < samples))
    throw invalid("realSamples", real, `an integer from 1 to ${samples - 1}`);
  // Nothing keeps more than real data alone.
  const most = kept(1) / types;
  const { error, keep = error === undefined ? USUAL * most : undefined } = given;
  let answer: number | null;
  if (keep !== undefined) {
    const asked = { ...symbols, samples, keep };
    answer =
      unknown === "weight" ? regimes.weightFor({ ...asked, realSamples: real }) : regimes.realShareFor(asked);
  } else if (variance === 0) answer = 0;
  else {
    const asked = { ...family, error: (error as number) / variance };
    answer =
      unknown === "weight"
        ? regimes.weightForError({ ...asked, realSamples: real })
        : regimes.realShareForError(asked);
  }

  const at = unknown === "weight" ? WEIGHTS : SHARES;
  const curve = {
    [unknown]: at,
    words:
      unknown === "realShare"
        ? Array.from(regimes.keptByShare({ ...symbols, samples, realShares: SHARES }))
        : at.map(kept),
    error: at.map((x) => variance * regimes.meanErrorLimit({ ...family, regime: regimeAt(x) })),
  };
  const { source } = words;
  const law = LAWS[keep === undefined ? "error" : "keep"];
  const asked = keep === undefined ? { error } : { keep };
  if (flags.json) {
    const of = { source, tokens, types, samples, ...(realSamples === undefined ? {} : { realSamples }) };
    shell.print(jsonText({ lethe: version, ...of, ...asked, [unknown]: answer, law, curve }));
    return;
  }
  const head = `${shorten(source, 80)}\n${counted(tokens, "token")}, ${counted(types, "type")}`;
  const drawn = `${counted(samples, "word")} in each generation${realSamples === undefined ? "" : `, ${number(realSamples)} of them new and real`}`;
  const what =
    keep === undefined
      ? `a squared error of ${number(error as number)} in the long run`
      : `${percent(keep)} of the vocabulary in the long run${given.keep === undefined ? `, ${USUAL} times the ${percent(most)} that real data alone keep` : ""}`;
  const name = unknown === "weight" ? "weight of the real ones" : "share of new real data";
  const said =
    answer === null
      ? `No ${name} does it: ${what}`
      : `Least ${name}: ${number(answer)}, for ${what} (${law.side === "exact" ? "exact" : "approximation"}: ${law.name})`;
  const rows = at.map((x, i) => [
    String(x),
    number(curve.words[i]),
    percent(curve.words[i] / types),
    number(curve.error[i]),
  ]);
  const titles = [
    unknown === "weight" ? "weight" : "real share",
    "≈ words left",
    "of all",
    "= squared error",
  ];
  shell.print(
    `${[`${head}\n${drawn}`, wrapped(said), `In the long run\n${table(titles, rows)}`].join("\n\n")}\n`,
  );
}

function askedOf({ keep, error, columns, counts }: Flags): { keep?: number; error?: number } {
  if (columns !== undefined) {
    if (counts === undefined) throw invalid("columns", columns, "only with --counts");
    columnChoice(columns as string);
  }
  if (error !== undefined) {
    if (keep !== undefined) throw invalid("error", error, "not together with --keep");
    if (typeof error === "number" && error > 0 && error < Number.POSITIVE_INFINITY) return { error };
    throw invalid("error", error, "a finite number above 0");
  }
  if (keep === undefined) return {};
  if (typeof keep === "number" && keep > 0 && keep <= 1) return { keep };
  throw invalid("keep", keep, "a number above 0, at most 1");
}

async function wordsOf(file: string | undefined, flags: Flags, shell: Shell): Promise<Words> {
  const { counts, columns, tokenizer, jsonField, ids } = flags;
  if (counts === undefined) {
    const corpus = await readWords(file, checkWords(file, flags), shell);
    return { source: corpus.source, tokens: corpus.total, types: corpus.words.length, counts: corpus.counts };
  }
  if (file !== undefined) throw invalid("file", file, "a text or --counts, not both");
  for (const [name, value] of Object.entries({ tokenizer, jsonField, ids })) {
    if (value !== undefined) throw invalid(name, value, "not with --counts: there is no text");
  }
  const path = counts as string;
  const { onProgress } = reading(path, shell);
  const read = await readCountTable(path, { columns: columns as string | undefined, onProgress });
  if (read.replaced > 0) shell.note(replacedNote(shortName(path), read.replaced));
  return read;
}
