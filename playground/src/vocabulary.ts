import { plural } from "../../src/plural.ts";
import { lookOf } from "./distribution-plots.ts";
import { csv } from "./download.ts";
import type { VocabularyTheory } from "./engine/bench-data.ts";
import { counted, type Plot, rangeOf, shown } from "./plot.ts";

// Of all runs: a single one may lie outside.
const AT_LEAST = "Corollary 1: the average is at least";
const AT_MOST = "Corollary 1: the average is at most";

/** The different words left of a text, from generation 0 as far as a run has come, beside the theory. */
export class Vocabulary {
  readonly theory: VocabularyTheory;
  /** By generation. */
  readonly unique: number[];
  readonly #name: string;

  constructor(name: string, types: number, theory: VocabularyTheory) {
    this.#name = name;
    this.theory = theory;
    this.unique = [types];
  }

  get generation(): number {
    return this.unique.length - 1;
  }

  get plot(): Plot {
    const { generations, lower, upper } = this.theory;
    const values = generations.map((k) => this.unique[k] ?? Number.NaN);
    return {
      title: `${this.#name}: different words left`,
      xLabel: "generation",
      yLabel: "different words",
      xLog: true,
      yLog: true,
      yRange: rangeOf([[this.unique[0]], lower], true),
      x: generations,
      ...{ bands: [], lines: [], each: false },
      lineColour: "blue",
      curves: [
        { ...lookOf("lower", 0), name: AT_LEAST, values: lower, simulated: false },
        { ...lookOf("upper", 0), name: AT_MOST, values: upper, simulated: false },
        { name: "words left", values, colour: "blue", width: 2.4, simulated: true },
      ],
    };
  }

  /** The index of the last generation of the picture that has been reached. */
  get upto(): number {
    const beyond = this.theory.generations.findIndex((k) => k > this.generation);
    return (beyond < 0 ? this.theory.generations.length : beyond) - 1;
  }

  /** What can be seen, in a sentence. */
  get finding(): string {
    const [types] = this.unique;
    const left = this.unique[this.generation];
    return this.generation === 0
      ? `At first there ${types === 1 ? "is" : "are"} ${shown(types)} different ${plural(types, "word")}.`
      : `After ${counted(this.generation, "generation")} ${shown(left)} of ${shown(types)} different ${plural(types, "word")} ${left === 1 ? "is" : "are"} left: ${shown((100 * left) / types)} %.`;
  }

  get csv(): string {
    const { generations, lower, upper } = this.theory;
    // One column of generations for all: what was not worked out for one is left empty.
    const rows = [...new Set([...this.unique.keys(), ...generations])].sort((a, b) => a - b);
    const known = new Map(generations.map((k, i) => [k, i]));
    const theory = (values: Float64Array) => rows.map((k) => values[known.get(k) ?? -1] ?? null);
    return csv([
      ["generation", rows],
      ["unique", rows.map((k) => this.unique[k] ?? null)],
      ["Corollary 1 (lower)", theory(lower)],
      ["Corollary 1 (upper)", theory(upper)],
    ]);
  }
}
