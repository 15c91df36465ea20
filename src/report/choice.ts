import { InputError, invalid, oneOf, show } from "../check/errors.ts";
import { type Paper, type PaperExperiment, papers } from "../papers/index.ts";

/** A figure of the report: the name of its files, and its title. */
export interface Named {
  readonly name: string;
  readonly title: string;
}

/** Every figure that `reproduce()` makes, in the order of the report; by default those of the first paper. */
export const figureList = (experiments: readonly PaperExperiment[] = papers[0].experiments): Named[] =>
  experiments.flatMap(figuresOf);

/**
 * The paper of a name (default: the first).
 * @throws {InputError} for a name that is no paper's
 */
export function paperOf(name: unknown = papers[0].name): Paper {
  const paper = papers.find((one) => one.name === name);
  if (paper) return paper;
  throw invalid("paper", name, oneOf(papers.map((one) => one.name)));
}

/** The figures of one experiment, in the order in which it gives them. */
export function figuresOf(experiment: PaperExperiment): Named[] {
  const figures = experiment.kind === "lifetimes" ? [experiment.vocabulary, experiment] : [experiment];
  return figures.map(({ name, title }) => ({ name, title }));
}

/**
 * The names asked for, checked.
 * @throws {InputError} for one that is no figure's
 */
export function chosen(only: readonly string[], experiments: readonly PaperExperiment[]): Set<string> {
  const names = figureList(experiments).map(({ name }) => name);
  if (only.length === 0) throw invalid("only", only, "at least one name of a figure");
  for (const name of only) {
    if (names.includes(name)) continue;
    const near = alike(name, names);
    throw near.length > 0
      ? new InputError(`invalid only: ${show(name)} (did you mean ${near.join(" or ")}?)`)
      : invalid("only", name, oneOf(names));
  }
  return new Set(only);
}

/** The names that hold the text or, where there are none, those a few letters from it; no more than three. */
function alike(text: string, names: readonly string[]): string[] {
  const wanted = text.toLowerCase();
  const holding = names.filter((name) => wanted.length > 2 && name.includes(wanted));
  const near = () => {
    const ranked = names.map((name) => ({ name, steps: distance(wanted, name) }));
    const least = Math.min(...ranked.map(({ steps }) => steps));
    return ranked.filter(({ steps }) => steps === least && steps <= 3).map(({ name }) => name);
  };
  return (holding.length > 0 ? holding : near()).slice(0, 3);
}

/** How many letters must be put in, taken out or changed to get from one to the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; ++i) {
    const next = [i + 1];
    for (let j = 0; j < b.length; ++j)
      next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + Number(a[i] !== b[j])));
    row = next;
  }
  return row[b.length];
}
