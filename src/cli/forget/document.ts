import { isPlain } from "../../experiment/regime.ts";
import type { ForgetReport } from "../../forget/forget.ts";
import type { ForgetPresence } from "../../forget/presence.ts";
import { finite, finites } from "../../show/finite.ts";
import { measuresDocument } from "../../simulate/document.ts";
import { documented, type Origin } from "../../simulate/provenance.ts";
import type { Run } from "../../simulate/run.ts";
import { icuVersion } from "../../text/segment.ts";
import { version } from "../../version.ts";
import type { Words } from "./corpus.ts";

/** Which text it was, and what its words are. */
export interface Subject extends Words {
  readonly source: string;
}

/** The provenance of a run on words: with the version of the library that found them, where they depend on it. */
export function provenanceOf(run: Run, tokenizer: unknown): Origin & { icu?: string | undefined } {
  const origin = documented(run.provenance);
  return tokenizer === "segmenter" ? { ...origin, icu: icuVersion() } : origin;
}

/** The report as one JSON document. */
export function forgetDocument(report: ForgetReport, { source, ...words }: Subject): object {
  const { regime, tokens, types, samples, generations, unique, limit, presence, run } = report;
  const { generations: last, trajectories, seed } = run.experiment;
  const data = isPlain(regime) ? {} : { regime };
  return {
    lethe: version,
    // The thousands of counts are left out: the text and the tokenizer give them.
    experiment: { source, ...words, samples, ...data, generations: last, trajectories, seed },
    provenance: provenanceOf(run, words.tokenizer),
    source,
    tokens,
    types,
    generations,
    unique: {
      mean: finites(unique.mean),
      standardError: finites(unique.standardError),
      ...(isPlain(regime)
        ? { lower: finites(unique.lower), upper: finites(unique.upper) }
        : { expected: unique.expected && finites(unique.expected), limit }),
    },
    ...(presence ? { presence: presenceOf(presence) } : lives(report)),
  };
}

function lives({ byCount, fit, words }: ForgetReport): object {
  return {
    byCount,
    fit: fit && {
      slope: finite(fit.slope),
      intercept: finite(fit.intercept),
      r2: finite(fit.r2),
      points: fit.points,
    },
    words,
  };
}

function presenceOf({ byCount, words, ...presence }: ForgetPresence): object {
  return {
    ...presence,
    byCount: byCount.map(measuresDocument),
    words: words.map((word) => ({
      ...word,
      meanAbsence: finite(word.meanAbsence),
      meanPresence: finite(word.meanPresence),
    })),
  };
}
