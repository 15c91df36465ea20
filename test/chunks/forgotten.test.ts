import { expect, it } from "vitest";
import { addForgotten, emptyForgotten, joinForgotten, settle } from "../../src/chunks/forgotten.ts";
import { Generator } from "../../src/index.ts";
import fc from "../property.ts";

type Case = readonly [group: number, generation: number];

/** Rows as a table of tables has them. */
function byTable(cases: readonly Case[], groups: number) {
  const tables = Array.from({ length: groups }, () => new Map<number, number>());
  for (const [group, generation] of cases)
    tables[group].set(generation, (tables[group].get(generation) ?? 0) + 1);
  return tables.map((table) => [...table].sort(([a], [b]) => a - b));
}

function byRows(tallies: readonly (readonly Case[])[], groups: number) {
  const [tally, ...others] = tallies.map((cases) => {
    const one = emptyForgotten(groups);
    for (const [group, generation] of cases) addForgotten(one, group, generation);
    return one;
  });
  for (const other of others) joinForgotten(tally, other);
  const { starts, generations, counts } = settle(tally);
  return Array.from({ length: groups }, (_, g) =>
    [...generations.subarray(starts[g], starts[g + 1])].map((generation, i) => [
      generation,
      counts[starts[g] + i],
    ]),
  );
}

const case_ = fc.tuple(
  fc.integer({ min: 0, max: 4 }),
  fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2 ** 32 - 1 })),
);

it("counts what was forgotten of each group, at each generation, in any order", () => {
  fc.assert(
    fc.property(fc.array(fc.array(case_, { maxLength: 100 }), { minLength: 1, maxLength: 3 }), (tallies) => {
      expect(byRows(tallies, 5)).toEqual(byTable(tallies.flat(), 5));
    }),
  );
});

it("sorts in what waits, many times over, and keeps no more than its rows and as much again", () => {
  const rng = new Generator(3);
  const cases = Array.from({ length: 300_000 }, (): Case => [rng.integers(0, 3), rng.integers(1, 40)]);
  const tally = emptyForgotten(3);
  for (const [group, generation] of cases) addForgotten(tally, group, generation);
  expect(tally.groups.length).toBe(2 ** 16);
  expect(byRows([cases], 3)).toEqual(byTable(cases, 3));
  expect(settle(tally).generations.length).toBe(3 * 39);
});
