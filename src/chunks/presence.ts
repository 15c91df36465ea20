import type { Absences } from "../kernels/chain.ts";
import { addSquare, addSquares, emptySquares, type Squares } from "./squares.ts";

/** The sums over trajectories: of whole numbers, so they add up to the same bits in any order. */
const SUMS = ["absent", "ended", "lost", "open"] as const;
/** Of what the squares are summed, from which follow the products of the first with the others. */
const SQUARES = ["absent", "ended", "lost", "absentAndEnded", "absentAndLost"] as const;

/** What is counted of groups of symbols that come and go, all the symbols of a group and a trajectory together. */
export interface PresenceTally {
  /** As in `Absences`. */
  readonly sums: Readonly<Record<(typeof SUMS)[number], Float64Array>>;
  readonly squares: Readonly<Record<(typeof SQUARES)[number], Squares>>;
}

const all = <Name extends string, T>(names: readonly Name[], make: () => T) =>
  Object.fromEntries(names.map((name) => [name, make()])) as Record<Name, T>;

export const emptyPresence = (groups: number): PresenceTally => ({
  sums: all(SUMS, () => new Float64Array(groups)),
  squares: all(SQUARES, () => emptySquares(groups)),
});

/** Counts one trajectory. Symbols without a group, -1, were never there. */
export function countPresence({ sums, squares }: PresenceTally, groupOf: Int32Array, one: Absences): void {
  const groups = sums.absent.length;
  const own = all(SUMS, () => new Float64Array(groups));
  for (let symbol = 0; symbol < groupOf.length; ++symbol) {
    const group = groupOf[symbol];
    if (group < 0) continue;
    own.absent[group] += one.absent[symbol];
    own.ended[group] += one.ended[symbol];
    own.lost[group] += one.lost[symbol];
    own.open[group] += one.open[symbol];
  }
  for (let g = 0; g < groups; ++g) {
    for (const name of SUMS) sums[name][g] += own[name][g];
    const [absent, ended, lost] = [own.absent[g], own.ended[g], own.lost[g]];
    if (absent + lost === 0) continue;
    addSquare(squares.absent, g, absent);
    addSquare(squares.ended, g, ended);
    addSquare(squares.lost, g, lost);
    addSquare(squares.absentAndEnded, g, absent + ended);
    addSquare(squares.absentAndLost, g, absent + lost);
  }
}

/** Adds what was counted of other trajectories of the same task. */
export function addPresence(tally: PresenceTally, more: PresenceTally): void {
  for (const name of SUMS) {
    const to = tally.sums[name];
    more.sums[name].forEach((many, g) => {
      to[g] += many;
    });
  }
  for (const name of SQUARES) addSquares(tally.squares[name], more.squares[name]);
}
