// Long cells are cut into shards; what is kept of them adds up to the same tables.
import { describe, expect, it } from "vitest";
import type { Shard } from "../../src/chunks/shard.ts";
import { simulate } from "../../src/index.ts";
import type { RunDocument } from "../../src/simulate/run-document.ts";
import { type Cell, cellsOf } from "../../src/study/cells.ts";
import type { Store } from "../../src/study/store.ts";
import { type SweepOptions, sweep } from "../../src/study/sweep.ts";
import { shardsOf } from "../../src/study/units.ts";
import type { Span } from "../../src/workers/queue.ts";

/** One short cell, and one of many generations that cost little: after some nothing changes any more. */
const study = {
  model: { name: "bernoulli", p: 0.5, samples: [2, 4] },
  ...{ generations: [100, 100_000], trajectories: 1100, seed: 3, survival: ["p!=0,1"], record: "log:3" },
  zip: [["generations", "samples"]],
};

/** A store that forgets nothing but what is dropped; shards are copies, as a file would have them. */
function storeOf() {
  const cells = new Map<string, RunDocument>();
  const shards = new Map<string, Shard>();
  const key = ({ label }: Cell, { first, count }: Span) => `${label} ${first} ${count}`;
  const store: Store = {
    read: ({ label }) => cells.get(label),
    write: ({ label }, run) => void cells.set(label, run),
    shards: {
      has: (cell, span) => shards.has(key(cell, span)),
      read: (cell, span) => shards.get(key(cell, span)),
      write: (cell, span, shard) => void shards.set(key(cell, span), structuredClone(shard)),
      drop: ({ label }) => {
        for (const name of shards.keys()) if (name.startsWith(label)) shards.delete(name);
      },
    },
  };
  return { store, cells, shards };
}

const tables = async (options: SweepOptions) => {
  const { cells: _, shards: __, ...rest } = await sweep(study, options);
  return rest;
};
const whole = tables({});

describe("a study whose long cells are cut", () => {
  it("has the tables of one whose cells are not", async () => {
    expect(cellsOf(study).map((cell) => shardsOf(cell).map(({ count }) => count))).toEqual([
      [1100],
      [512, 512, 76],
    ]);
    const { store, cells, shards } = storeOf();
    expect(await tables({ store })).toEqual(await whole);
    expect([cells.size, shards.size]).toEqual([2, 0]);
  });

  it("is dealt out by shards, and put together from them", async () => {
    const { store, cells, shards } = storeOf();
    for (const part of [2, 0]) await sweep(study, { store, only: (unit) => unit % 3 === part });
    expect([...cells.keys()]).toEqual(["samples=2 generations=100"]);
    expect([...shards.keys()]).toEqual([
      "samples=4 generations=100000 512 512",
      "samples=4 generations=100000 1024 76",
    ]);
    const half = await sweep(study, { store, only: () => false });
    expect(half.missing.map(({ label }) => label)).toEqual(["samples=4 generations=100000"]);
    expect(half.shards).toEqual({ there: 3, all: 4 });
    await sweep(study, { store, only: (unit) => unit % 3 === 1 });
    expect(await tables({ store, only: () => false })).toEqual(await whole);
    expect(shards.size).toBe(0);
  });

  it("runs a shard again that is not what was written", async () => {
    const { store, shards } = storeOf();
    const { shards: kept, ...rest } = store;
    await sweep(study, { store, only: (unit) => unit < 3 });
    const [first] = shards.keys();
    let isBad = true;
    const written: string[] = [];
    const wary: Store = {
      ...rest,
      shards: {
        ...kept!,
        read(cell, span) {
          // It is noticed when it is read, and gone then.
          if (isBad) shards.delete(first);
          isBad = false;
          return kept!.read(cell, span);
        },
        write(cell, span, shard) {
          written.push(`${span.first}`);
          kept!.write(cell, span, shard);
        },
      },
    };
    expect(await tables({ store: wary })).toEqual(await whole);
    expect(written).toEqual(["1024", "0"]);
  });

  it("gives a store up that does not keep a shard", async () => {
    const { store } = storeOf();
    let written = 0;
    const leaky: Store = { ...store, shards: { ...store.shards!, write: () => void ++written } };
    await expect(sweep(study, { store: leaky })).rejects.toThrow(
      "the store did not keep trajectories 0 to 511 of the cell",
    );
    // Three shards, three times.
    expect(written).toBe(9);
  });

  it("tells how far it has come", async () => {
    const seen: { done: number; total: number; finished: number }[] = [];
    await sweep(study, { onProgress: (progress) => seen.push(progress) });
    const { done, total, finished } = seen.at(-1)!;
    expect(done / total).toBeCloseTo(1, 9);
    expect(total).toBe(1100 * (100 + 100_000));
    expect(finished).toBeGreaterThanOrEqual(1);
  });
});

describe("until its events have happened", () => {
  const over = {
    model: { name: "gaussian", samples: [5, 10] },
    ...{ generations: 120, trajectories: 200, seed: 3, survival: ["std>0.1", "std>0.2"], record: "every:10" },
  };

  it("a cell has the numbers of as many generations as that takes, and is censored where they do not do", async () => {
    const { cells, times, survival } = await sweep({ ...over, until: "over" });
    const [sooner, censored] = times["generations"]?.filter((_, i) => i % 2 === 0) ?? [];
    expect(sooner).toBeLessThan(120);
    expect(censored).toBe(120);
    expect(times["censored"]?.[0]).toBe(0);
    expect(times["censored"]?.[2]).toBeGreaterThan(0);
    const { experiment } = cells[0].checked;
    const run = await simulate({ ...experiment, generations: sooner as number });
    // It is the last generation in which something happened for the first time.
    const { probability } = run.survival("std>0.1");
    expect(probability.at(-1)).toBe(0);
    const before = await simulate({ ...experiment, generations: (sooner as number) - 1 });
    expect(before.timeTo("std>0.1").censored).toBeGreaterThan(0);
    expect(times["mean"]?.[0]).toBe(run.timeTo("std>0.1").mean);
    const rows = run.generations.length;
    expect(survival["probability"]?.slice(0, rows)).toEqual([...probability]);
    expect(survival["generation"]?.slice(0, rows)).toEqual(run.generations);
  });

  it("is one generation where they happened before the first", async () => {
    const { times } = await sweep({ ...over, survival: ["std>2"], until: "over" });
    expect(times["generations"]).toEqual([1, 1]);
  });

  it("is the same on several workers, and with a store", async () => {
    const { observables } = await sweep({ ...over, until: "over" });
    expect((await sweep({ ...over, until: "over" }, { chunk: 7 })).observables).toEqual(observables);
    const { store } = storeOf();
    expect((await sweep({ ...over, until: "over" }, { store })).observables).toEqual(observables);
  });
});
