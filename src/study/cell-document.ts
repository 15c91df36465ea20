import { finites } from "../show/finite.ts";
import type { Run } from "../simulate/run.ts";
import type { RunDocument } from "../simulate/run-document.ts";

/** Of observables, beside the median. */
const QUANTILES = [0.1, 0.9];

/** A run as a study keeps it: its document, with quantiles of the observables, which take as long as the median does. */
export function cellDocument(run: Run): RunDocument {
  const document = run.toJSON();
  const observables = Object.entries(document.observables).map(([name, { theory, ...measured }]) => {
    const { quantile } = run.observable(name);
    const quantiles = Object.fromEntries(QUANTILES.map((p) => [p, finites(quantile(p))]));
    return [name, { ...measured, quantiles, theory }];
  });
  return { ...document, observables: Object.fromEntries(observables) };
}

/** Whether a document is one that a study kept. */
export const isCell = ({ observables }: Pick<RunDocument, "observables">): boolean =>
  Object.values(observables).some(({ quantiles }) => quantiles !== undefined);
