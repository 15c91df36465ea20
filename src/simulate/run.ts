import { invalid } from "../check/errors.ts";
import { KEPT_NUMBERS, type Records } from "../chunks/records.ts";
import { squaresAt } from "../chunks/squares.ts";
import { MAX_GROUPS, type SymbolTally, type Tally } from "../chunks/tally.ts";
import type { Checked, NormalisedExperiment } from "../experiment/experiment.ts";
import { meanTheory, survivalTheory, timeTheory } from "../laws/index.ts";
import type { TheoryCurve, TheoryTime } from "../laws/law.ts";
import { checkInteger, checkNumber } from "../random/check.ts";
import { runDocument } from "./document.ts";
import { type Interval, wilson } from "./interval.ts";
import type { Provenance } from "./provenance.ts";
import { TimeTo } from "./time-to.ts";

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
   * Quantile over trajectories, q from 0 to 1: the smallest value that a share q of them does not exceed.
   * @throws {RangeError} when the records were too many to keep (2^24 numbers in all)
   */
  quantile(q: number): Float64Array;
  /**
   * What trajectory i (from 0) went through.
   * @throws {RangeError} when the records were too many to keep (2^24 numbers in all)
   */
  trajectory(i: number): Float64Array;
}

/** How likely an event still holds. Arrays run over `run.generations`. */
export interface Survival {
  readonly event: string;
  readonly probability: Float64Array;
  /** sqrt(p (1 - p) / trajectories): 0 where no trajectory or every one is left, which is not to say it is certain. */
  readonly standardError: Float64Array;
  /** The ends of the 95 % interval after Wilson, doi:10.1080/01621459.1927.10502953; at generation 0, which is given, p. */
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

/** What `simulate()` returns. */
export class Run {
  /** The experiment as it was run, seed and defaults filled in. */
  readonly experiment: NormalisedExperiment;
  readonly provenance: Provenance;
  /** The recorded generations. */
  readonly generations: readonly number[];
  readonly #checked: Checked;
  readonly #tally: Tally;
  readonly #records: Records;
  readonly #answers = new Map<string, unknown>();

  /** Runs are made by `simulate()`. */
  constructor(checked: Checked, tally: Tally, records: Records, provenance: Provenance) {
    this.experiment = checked.experiment;
    this.provenance = provenance;
    this.generations = checked.generations;
    this.#checked = checked;
    this.#tally = tally;
    this.#records = records;
  }

  /** Statistics of an observable. @throws {InputError} for one that was not recorded */
  observable(name: string): Observable {
    const { observables, trajectories } = this.experiment;
    const index = observables.indexOf(name);
    if (index < 0) throw invalid("observable", name, `one that was recorded: ${observables.join(", ")}`);
    const length = this.generations.length;
    const from = index * length;
    const records = this.#records;
    const sd = records.sd().subarray(from, from + length);
    const theory = this.#theory(`mean ${name}`, () =>
      meanTheory(this.experiment.model, name, this.generations),
    );
    return {
      mean: records.mean().subarray(from, from + length),
      sd,
      standardError: sd.map((x) => x / Math.sqrt(trajectories)),
      get theory() {
        return theory();
      },
      quantile(q) {
        checkNumber("q", q, 0, 1, "a number from 0 to 1");
        const rank = Math.max(0, Math.ceil(q * trajectories * (1 - 1e-12)) - 1);
        return Float64Array.from({ length }, (_, i) => kept(records.sorted(from + i))[rank]);
      },
      trajectory(i) {
        checkInteger("trajectory", i, 0, trajectories - 1, `an integer from 0 to ${trajectories - 1}`);
        return kept(records.trajectory(i, from, from + length));
      },
    };
  }

  /** How likely an event still held. @throws {InputError} for one that was not watched */
  survival(event: string): Survival {
    const index = this.#event(event);
    const { model, trajectories } = this.experiment;
    const probability = this.#tally.events[index].holds.map((n) => n / trajectories);
    const { generations } = this;
    const watched = this.#checked.events[index];
    const theory = this.#theory(`survival ${watched.text}`, () =>
      survivalTheory(model, watched, generations),
    );
    const end = (side: keyof Interval) =>
      probability.map((p, i) => (generations[i] === 0 ? p : wilson(p, trajectories)[side]));
    return {
      event: watched.text,
      probability,
      standardError: probability.map((p) => Math.sqrt((p * (1 - p)) / trajectories)),
      lower: end("lower"),
      upper: end("upper"),
      get theory() {
        return theory();
      },
    };
  }

  /** The first generation at which an event did not hold. @throws {InputError} for one that was not watched */
  timeTo(event: string): EventTime {
    const index = this.#event(event);
    const { model, trajectories, generations } = this.experiment;
    const watched = this.#checked.events[index];
    const theory = this.#theory(`time ${watched.text}`, () => timeTheory(model, watched));
    const time = new TimeTo(this.#tally.events[index].failures, trajectories, generations);
    return Object.defineProperty(time, "theory", { get: theory, enumerable: true }) as EventTime;
  }

  /** Exact laws take a moment: they are worked out when they are asked for, once. */
  #theory<T>(question: string, ask: () => T): () => T {
    return () => {
      if (!this.#answers.has(question)) this.#answers.set(question, ask());
      return this.#answers.get(question) as T;
    };
  }

  /**
   * When the symbols of a categorical model were forgotten.
   * @throws {InputError} for another model
   * @throws {RangeError} when the weights took more than 200,000 different values: too many times to keep
   */
  forgetting(): Forgetting {
    const symbols = this.#tally.symbols;
    if (symbols === undefined) throw invalid("model", this.experiment.model.name, "categorical");
    const { trajectories } = this.experiment;
    const probability = symbols.forgotten.map((n) => n / trajectories);
    const end = (side: keyof Interval) =>
      probability.map((p, i) => (symbols.groupOf[i] < 0 ? 0 : wilson(p, trajectories)[side]));
    return {
      groups: this.#groups(symbols),
      probability,
      // Made when asked for: there may be millions of symbols.
      get lower() {
        return end("lower");
      },
      get upper() {
        return end("upper");
      },
    };
  }

  #groups({ weights, sizes, times, squares }: SymbolTally): Forgetting["groups"] {
    if (times === undefined || squares === undefined) {
      throw new RangeError(`times to forget were not kept: more than ${MAX_GROUPS} different weights`);
    }
    const { trajectories, generations } = this.experiment;
    return weights.map((weight, g) => ({
      weight,
      symbols: sizes[g],
      time: new TimeTo(times[g] ?? new Map(), trajectories, generations, {
        symbols: sizes[g],
        squares: () => squaresAt(squares, g),
      }),
    }));
  }

  #event(text: unknown): number {
    const { survival } = this.experiment;
    const index = typeof text === "string" ? survival.indexOf(text.replaceAll(/\s/g, "")) : -1;
    if (index < 0) throw invalid("event", text, `one that was watched: ${survival.join(", ") || "none was"}`);
    return index;
  }

  /** The run as one JSON document; the same that `lethe run --json` prints. */
  toJSON(): object {
    return runDocument(this);
  }
}

function kept(values: Float64Array | undefined): Float64Array {
  if (values) return values;
  throw new RangeError(
    `the records were not kept, as they are more than ${KEPT_NUMBERS} numbers: ask for fewer trajectories, ` +
      `observables or recorded generations`,
  );
}
