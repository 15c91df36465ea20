import { csv } from "./download.ts";
import type { Simulated } from "./engine/bench-data.ts";
import type { Spec } from "./spec.ts";

/** The numbers of both pictures of an experiment, a row a generation. */
export const distributionCsv = ({ observable, event }: Spec, run: Simulated): string =>
  csv([
    ["generation", run.generations],
    [`${observable} mean`, run.mean],
    [`${observable} q10`, run.low],
    [`${observable} median`, run.middle],
    [`${observable} q90`, run.high],
    [`${event} probability`, run.probability],
    [`${event} standardError`, run.standardError],
    [`${event} lower`, run.lower],
    [`${event} upper`, run.upper],
    ...[...(run.survivalTheory ?? []), ...(run.meanTheory ?? [])].map(
      ({ name, side, values }) => [`${name} (${side})`, values] as const,
    ),
    ...run.lines.map((line, i) => [`${observable} of trajectory ${i}`, line] as const),
  ]);
