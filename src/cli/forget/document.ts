import { documented } from "../../simulate/provenance.ts";
import type { ForgetReport } from "../../text/forget.ts";
import type { Tokenizer } from "../../text/tokenise.ts";
import { version } from "../../version.ts";
import { finite, finites } from "../text/json.ts";

/** Which text it was, and how it was cut into words. */
export interface Subject {
  readonly source: string;
  readonly tokenizer: Tokenizer;
}

/** The report as one JSON document. */
export function forgetDocument(report: ForgetReport, { source, tokenizer }: Subject): object {
  const { tokens, types, samples, generations, unique, byCount, fit, words, run } = report;
  const { generations: last, trajectories, seed } = run.experiment;
  return {
    lethe: version,
    // The thousands of counts are left out: the text and the tokenizer give them.
    experiment: { source, tokenizer, samples, generations: last, trajectories, seed },
    provenance: documented(run.provenance),
    source,
    tokens,
    types,
    generations,
    unique: {
      mean: finites(unique.mean),
      standardError: finites(unique.standardError),
      lower: finites(unique.lower),
      upper: finites(unique.upper),
    },
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
