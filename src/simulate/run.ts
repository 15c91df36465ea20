import type { NormalisedExperiment } from "../experiment/experiment.ts";
import type { Side, TheoryCurve, TheoryTime } from "../laws/law.ts";
import type { ComingAndGoing } from "../theory/regimes/index.ts";
import type { Definition } from "./definitions.ts";
import type { Provenance } from "./provenance.ts";
import type { RunDocument } from "./run-document.ts";
import type { TimeTo } from "./time-to.ts";

/** One observable over the recorded generations. Arrays run over `run.generations`. */
export interface Observable {
  readonly mean: Float64Array;
  /** Standard deviation over trajectories; NaN for a single one. */
  readonly sd: Float64Array;
  /** Standard error of the mean: sd / sqrt(trajectories). */
  readonly standardError: Float64Array;
  /** What theory says of the mean; empty where it is silent, or would take more than some seconds. */
  readonly theory: readonly TheoryCurve[];
  /**
   * Quantile over the first `run.keptTrajectories` trajectories, q from 0 to 1: the smallest value that a share q of them
   * does not exceed.
   */
  quantile(q: number): Float64Array;
  /**
   * What trajectory i (from 0) went through.
   * @throws {InputError} for one that is not among the first `run.keptTrajectories`
   */
  trajectory(i: number): Float64Array;
}

/** How likely an event still holds. Arrays run over `run.generations`. */
export interface Survival {
  readonly event: string;
  readonly probability: Float64Array;
  /** sqrt(p (1 - p) / trajectories): 0 where no trajectory or every one is left, which is not to say it is certain. */
  readonly standardError: Float64Array;
  /**
   * The ends of the 95 % interval after Wilson, https://doi.org/10.1080/01621459.1927.10502953; at generation 0,
   * which is given, p.
   */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** What theory says of the same probability; empty where it is silent, or would take more than some seconds. */
  readonly theory: readonly TheoryCurve[];
}

/** The first generation at which an event did not hold, and what theory says of it. */
export interface EventTime extends TimeTo {
  /** Empty where theory is silent, or would take more than some seconds. */
  readonly theory: readonly TheoryTime[];
}

/** When the symbols of a categorical model were forgotten: the generation in which they were first not drawn. */
export interface Forgetting {
  /** Symbols of equal weight at generation 0 share one law; heaviest first. */
  readonly groups: readonly { readonly weight: number; readonly symbols: number; readonly time: TimeTo }[];
  /** For each symbol, the share of trajectories that had forgotten it by the last generation. */
  readonly probability: Float64Array;
  /** The ends of its 95 % interval, as those of `survival()`; 0 for a symbol of weight 0, which was never there. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** A number, and its standard error over trajectories, which is NaN for a single one. */
export interface Measured {
  readonly value: number;
  readonly standardError: number;
}

/** How symbols come and go where new real data bring back what was absent, so that none is forgotten for good. */
export interface Presence {
  /**
   * The first and the last generation that are counted, each together with what follows it: the second half of the run. It
   * starts with every symbol there, and takes about as many generations as the longest absences to forget that.
   */
  readonly from: number;
  readonly to: number;
  /** What `theory` comes from, and whether it is exact; null where theory is silent, as of generations that grow. */
  readonly law: { readonly name: string; readonly side: Side } | null;
  /** Symbols of equal weight at generation 0 share one law; heaviest first. */
  readonly groups: readonly PresenceGroup[];
}

/** How symbols of one kind come and go. */
export interface PresenceMeasures {
  /** The share of the counted generations in which a symbol was absent from the model. */
  readonly absent: Measured;
  /**
   * How many generations an absence lasts: those in which a symbol was absent for each absence that ended. As the length is
   * geometric, those that are not over are counted for what they are worth. NaN where none ended.
   */
  readonly meanAbsence: Measured;
  /** How many generations a symbol is there at a stretch: those in which it was for each that was lost; NaN where none was. */
  readonly meanPresence: Measured;
  /** Absences that ended, and those that were not over at the last generation; of all symbols and trajectories. */
  readonly absences: number;
  readonly open: number;
  /** What theory says of the three in the long run; null where it is silent. */
  readonly theory: ComingAndGoing | null;
}

/** How symbols of equal weight come and go. */
export interface PresenceGroup extends PresenceMeasures {
  readonly weight: number;
  readonly symbols: number;
}

/** What `simulate()` returns. */
export interface Run {
  /** The experiment as it was run, seed and defaults filled in. */
  readonly experiment: NormalisedExperiment;
  readonly provenance: Provenance;
  /** The recorded generations. */
  readonly generations: readonly number[];
  /**
   * Of how many trajectories, the first ones, all records were kept: of all, where they are no more than 2^24 numbers
   * (128 MB), else of as many as 2^21 numbers are enough for. Quantiles are of these alone: as trajectories do not depend on one another they are a sample
   * like any other, and a quantile q is off by a standard error of sqrt(q (1 - q) / keptTrajectories) in q.
   */
  readonly keptTrajectories: number;
  /** Statistics of an observable. @throws {InputError} for one that was not recorded */
  observable(name: string): Observable;
  /** How likely an event still held. @throws {InputError} for one that was not watched */
  survival(event: string): Survival;
  /** The first generation at which an event did not hold. @throws {InputError} for one that was not watched */
  timeTo(event: string): EventTime;
  /**
   * When the symbols of a categorical model were forgotten.
   * @throws {InputError} for another model
   * @throws {RangeError} when the weights took more than 200,000 different values: too many times to keep
   */
  forgetting(): Forgetting;
  /**
   * How the symbols of a categorical model come and go; null where nothing brings back what was absent: where
   * `theory.regimes.permanentLoss` is not "none".
   * @throws {InputError} for another model
   * @throws {RangeError} when the weights took more than 200,000 different values: too many to count
   */
  presence(): Presence | null;
  /**
   * Whether it collapses, by each of eight definitions, from the first `keptTrajectories`. What they look at has to be
   * recorded; without it they are not decided.
   */
  definitions(): Definition[];
  /** The run as one JSON document; the same that `lethe run --json` prints. */
  toJSON(): RunDocument;
}
