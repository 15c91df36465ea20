import { binomialRow, type Row } from "./binomial-row.ts";

// Of a row, what cannot be seen in a sum.
const CUT = 1e-18;

/** A law's probability and its complement, neither of which has lost digits. */
export type Chance = readonly [p: number, rest: number];

/** The chain Binomial(n, p) of a count, p a function of the last one; its rows are worked out when they are met. */
export class CountChain {
  readonly samples: number;
  private readonly chance: (count: number) => Chance;
  private readonly rows: Row[] = [];

  constructor(samples: number, chance: (count: number) => Chance) {
    this.samples = samples;
    this.chance = chance;
  }

  row(count: number): Row {
    this.rows[count] ??= this.from(this.chance(count));
    return this.rows[count];
  }

  from([p, rest]: Chance): Row {
    return binomialRow(this.samples, p, rest, CUT);
  }

  /**
   * Goes through the generations, each with a list of the probabilities of all counts: `see` gets the place of each that is
   * asked for, from 1 on, and its law, which it is not to keep.
   */
  follow(start: Chance, generations: readonly number[], see: (i: number, law: Float64Array) => void): void {
    let law = new Float64Array(this.samples + 1);
    let other = new Float64Array(this.samples + 1);
    add(law, this.from(start), 1);
    let k = 1;
    for (const i of [...generations.keys()].sort((a, b) => generations[a] - generations[b])) {
      if (generations[i] === 0) continue;
      for (; k < generations[i]; ++k) {
        other.fill(0);
        for (let count = 0; count < law.length; ++count) {
          if (law[count] > 0) add(other, this.row(count), law[count]);
        }
        [law, other] = [other, law];
      }
      see(i, law);
    }
  }
}

function add(law: Float64Array, { first, mass }: Row, weight: number): void {
  for (let i = 0; i < mass.length; ++i) law[first + i] += weight * mass[i];
}
