import { describe, expect, it } from "vitest";
import { Queue } from "../../src/workers/queue.ts";

/** The chunks that so many workers take, when a trajectory takes so many milliseconds. */
function sizes(queue: Queue, workers: number, each: number): number[] {
  const taken: number[] = [];
  for (let next = 0; queue.left > 0; ) {
    const { first, count } = queue.take(workers);
    expect(first).toBe(next);
    next += count;
    taken.push(count);
    queue.learn(count, count * each);
  }
  return taken;
}

describe("the queue of trajectories", () => {
  it("starts with one and grows to about 50 ms of work", () => {
    const taken = sizes(new Queue({ first: 0, count: 100_000 }, 8192, undefined), 1, 0.1);
    expect(taken.slice(0, 7)).toEqual([1, 4, 16, 43, 128, 256, 256]);
    expect(taken.reduce((a, b) => a + b)).toBe(100_000);
  });

  it("gives slow trajectories one by one", () => {
    expect(sizes(new Queue({ first: 0, count: 5 }, 1000, undefined), 2, 200)).toEqual([1, 1, 1, 1, 1]);
  });

  it("keeps chunks within their records, however quick they are", () => {
    expect(Math.max(...sizes(new Queue({ first: 0, count: 10_000 }, 512, undefined), 1, 0))).toBe(512);
    expect(Math.max(...sizes(new Queue({ first: 0, count: 10 }, 0, undefined), 1, 0))).toBe(1);
  });

  it("cuts the rest so that all workers have a part of it", () => {
    const taken = sizes(new Queue({ first: 0, count: 10_000 }, 8192, undefined), 4, 0);
    expect(taken.at(-1)).toBeLessThanOrEqual(32);
    expect(Math.max(...taken)).toBeLessThanOrEqual(10_000 / 8);
  });

  it("cuts as it is told to", () => {
    expect(sizes(new Queue({ first: 0, count: 10 }, 2, 4), 3, 1000)).toEqual([4, 4, 2]);
  });
});
