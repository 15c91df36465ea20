import { invalid } from "../check/errors.ts";
import { settle } from "../chunks/forgotten.ts";
import type { Records } from "../chunks/records.ts";
import { squaresAt } from "../chunks/squares.ts";
import { MAX_GROUPS, type SymbolTally, type Tally } from "../chunks/tally.ts";
import { comesBack } from "../experiment/coming-back.ts";
import type { Checked, NormalisedExperiment } from "../experiment/experiment.ts";
import type * as AllLaws from "../laws/index.ts";
import { checkInteger, checkNumber } from "../random/check.ts";
import { type Interval, wilson } from "../theory/interval.ts";
import { type Definition, definitionsOf } from "./definitions.ts";
import { runDocument } from "./document.ts";
import { presenceOf } from "./presence.ts";
import type { Provenance } from "./provenance.ts";
import type { EventTime, Forgetting, Observable, Presence, Run, Survival } from "./run.ts";
import type { RunDocument } from "./run-document.ts";
import { risingTimes, TimeTo, timesOfGroup } from "./time-to.ts";

/** A run, from what was counted and recorded on the way. */
export class Result implements Run {
  readonly experiment: NormalisedExperiment;
  readonly provenance: Provenance;
  readonly generations: readonly number[];
  readonly #checked: Checked;
  readonly #tally: Tally;
  readonly #records: Records;
  readonly #laws: typeof AllLaws;
  readonly #answers = new Map<string, unknown>();

  constructor(
    checked: Checked,
    tally: Tally,
    records: Records,
    provenance: Provenance,
    laws: typeof AllLaws,
  ) {
    this.experiment = checked.experiment;
    this.provenance = provenance;
    this.generations = checked.generations;
    this.#checked = checked;
    this.#tally = tally;
    this.#records = records;
    this.#laws = laws;
  }

  observable(name: string): Observable {
    const { observables, trajectories } = this.experiment;
    const index = observables.indexOf(name);
    if (index < 0) throw invalid("observable", name, `one that was recorded: ${observables.join(", ")}`);
    const length = this.generations.length;
    const from = index * length;
    const records = this.#records;
    const sd = records.sd().subarray(from, from + length);
    const theory = this.#theory(`mean ${name}`, () =>
      this.#laws.meanTheory(this.experiment, name, this.generations),
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
        return Float64Array.from({ length }, (_, i) => records.quantile(from + i, q));
      },
      trajectory(i) {
        const last = records.kept - 1;
        const why = last < trajectories - 1 ? ": the records of more are not kept" : "";
        checkInteger("trajectory", i, 0, last, `an integer from 0 to ${last}${why}`);
        return records.trajectory(i, from, from + length);
      },
    };
  }

  get keptTrajectories(): number {
    return this.#records.kept;
  }

  survival(event: string): Survival {
    const index = this.#event(event);
    const { trajectories } = this.experiment;
    const probability = this.#tally.events[index].holds.map((n) => n / trajectories);
    const { generations } = this;
    const watched = this.#checked.events[index];
    const theory = this.#theory(`survival ${watched.text}`, () =>
      this.#laws.survivalTheory(this.experiment, watched, generations),
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

  timeTo(event: string): EventTime {
    const index = this.#event(event);
    const { trajectories, generations } = this.experiment;
    const watched = this.#checked.events[index];
    const theory = this.#theory(`time ${watched.text}`, () =>
      this.#laws.timeTheory(this.experiment, watched),
    );
    const time = new TimeTo(risingTimes(this.#tally.events[index].failures), trajectories, generations);
    return Object.defineProperty(time, "theory", { get: theory, enumerable: true }) as EventTime;
  }

  /** Exact laws take a moment: they are worked out when they are asked for, once. */
  #theory<T>(question: string, ask: () => T): () => T {
    return () => {
      if (!this.#answers.has(question)) this.#answers.set(question, ask());
      return this.#answers.get(question) as T;
    };
  }

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

  presence(): Presence | null {
    const symbols = this.#tally.symbols;
    if (symbols === undefined) throw invalid("model", this.experiment.model.name, "categorical");
    if (symbols.times === undefined && comesBack(this.experiment.regime)) throw tooMany("absences");
    return this.#theory("presence", () => presenceOf(this.experiment, symbols, this.#laws))();
  }

  definitions(): Definition[] {
    const { model, observables } = this.experiment;
    const length = this.generations.length;
    return definitionsOf({
      ...{ model: model.name, trajectories: this.#records.kept, observables, generations: this.generations },
      column: (name, index) => this.#records.column(observables.indexOf(name) * length + index),
    });
  }

  #groups({ weights, sizes, times, squares }: SymbolTally): Forgetting["groups"] {
    if (times === undefined || squares === undefined) {
      throw tooMany("times to forget");
    }
    const { trajectories, generations } = this.experiment;
    const rows = settle(times);
    return weights.map((weight, g) => ({
      weight,
      symbols: sizes[g],
      time: new TimeTo(timesOfGroup(rows, g), trajectories, generations, {
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

  toJSON(): RunDocument {
    const symbols = this.#tally.symbols;
    return runDocument(this, symbols?.times && this.#groups(symbols), symbols?.times && this.presence());
  }
}

const tooMany = (what: string): RangeError =>
  new RangeError(`${what} were not kept: more than ${MAX_GROUPS} different weights`);
