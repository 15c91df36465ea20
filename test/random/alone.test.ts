// lethe/random: the Generator without the rest, before its WebAssembly has come and after.
import { describe, expect, it, vi } from "vitest";
import { Generator } from "../../src/index.ts";
import * as alone from "../../src/random/index.ts";
import { message } from "../message.ts";

const size = 5000;
const reals = () => new Float64Array(size);

/** Draws of every law that a generator has. */
const DRAWS: Record<string, (rng: Generator) => unknown> = {
  uint32: (rng) => [rng.uint32(), rng.uint32(new Uint32Array(size))],
  uniform: (rng) => [rng.uniform(), rng.uniform(2, 3, new Float32Array(size)), rng.uniform(reals())],
  integers: (rng) => [rng.integers(0, 10), rng.integers(-5, 1e15, reals())],
  normal: (rng) => [rng.normal(), rng.normal(1, 2, reals()), rng.normal(reals())],
  boxMuller: (rng) => [rng.boxMuller(), rng.boxMuller(reals())],
  exponential: (rng) => [rng.exponential(), rng.exponential(2, reals())],
  gamma: (rng) => [rng.gamma(0.3), rng.gamma(4.5, reals())],
  beta: (rng) => [rng.beta(0.001, 0.001), rng.beta(2, 3, reals())],
  dirichlet: (rng) => rng.dirichlet([0.1, 1, 10]),
  poisson: (rng) => [rng.poisson(3), rng.poisson(300, new Uint16Array(size))],
  binomial: (rng) => [rng.binomial(10, 0.3), rng.binomial(1000, 0.4, reals())],
  geometric: (rng) => [rng.geometric(0.1), rng.geometric(0.01, reals())],
  negativeBinomial: (rng) => [rng.negativeBinomial(2, 0.1), rng.negativeBinomial(2, 0.1, reals())],
  zipf: (rng) => [rng.zipf(2), rng.zipf(1.5, reals())],
  hypergeometric: (rng) => [rng.hypergeometric(9, 5, 3), rng.hypergeometric(1000, 1e4, 500, reals())],
  multivariateHypergeometric: (rng) => rng.multivariateHypergeometric([5, 0, 8], 6),
  multinomial: (rng) => [
    rng.multinomial(1e6, [1, 2, 3]),
    rng.multinomial(
      100,
      Array.from({ length: size }, (_, i) => i),
    ),
  ],
  shuffle: (rng) => rng.shuffle([1, 2, 3, 4, 5]),
  permutation: (rng) => rng.permutation(9),
  choice: (rng) => [rng.choice([1, 2, 3]), rng.choice(9, 4, { replace: false })],
};

/** All draws, one generator going through them, and where it has come to. */
function drawn(rng: Generator): unknown[] {
  return [...Object.values(DRAWS).map((draw) => draw(rng)), rng.toJSON(), rng.spawn(2)[1].normal()];
}

describe("the Generator of lethe/random", () => {
  it("has the laws of the other, and its numbers, before the WebAssembly is there and with it", async () => {
    const { lazyFills } = await import("../../src/random/lazy.ts");
    const expected = drawn(new Generator("alone", 3));
    expect(lazyFills(100)).toBeUndefined();
    expect(drawn(new alone.Generator("alone", 3))).toEqual(expected);
    await alone.init();
    expect(lazyFills(100)).toBeDefined();
    expect(lazyFills(15)).toBeUndefined();
    expect(drawn(new alone.Generator("alone", 3))).toEqual(expected);
    const state = JSON.parse(JSON.stringify(new Generator(5)));
    expect(alone.Generator.from(state).poisson(300)).toBe(new Generator(5).poisson(300));
  });

  it("draws here what every law of it is tried by", () => {
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(new alone.Generator(1)));
    const others = ["constructor", "spawn"];
    expect(methods.filter((name) => !others.includes(name)).sort()).toEqual(Object.keys(DRAWS).sort());
    expect(Object.keys(alone)).toEqual(expect.arrayContaining(Object.keys(DRAWS)));
  });

  it("is without a difference where WebAssembly is refused, and says so", async () => {
    vi.resetModules();
    const warn = vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
    vi.stubGlobal("WebAssembly", undefined);
    try {
      const refused = await import("../../src/random/index.ts");
      await refused.init();
      expect(warn.mock.calls.map(([warning]) => (warning as Error).message)).toEqual([
        expect.stringMatching(
          /^WebAssembly cannot be used: the same arrays take 2 to 7 times as long to fill \(/,
        ),
      ]);
      expect(drawn(new refused.Generator("alone", 3))).toEqual(drawn(new Generator("alone", 3)));
    } finally {
      vi.unstubAllGlobals();
      warn.mockRestore();
    }
  });
});

describe("a generator of some laws", () => {
  const Some = alone.generatorWith({ normal: alone.normal, poisson: alone.poisson });

  it("has these and their numbers, and makes others with them", () => {
    const [rng, other] = [new Some(42), new Generator(42)];
    expect([rng.normal(), rng.poisson(3), rng.normal(reals())]).toEqual([
      other.normal(),
      other.poisson(3),
      other.normal(reals()),
    ]);
    expect("uniform" in rng).toBe(false);
    expect(rng.spawn(1)[0].poisson(30)).toBe(other.spawn(1)[0].poisson(30));
    const again = Some.from(rng.toJSON());
    expect(again).toBeInstanceOf(Some);
    expect(again.normal()).toBe(other.normal());
    // @ts-expect-error: it has no such law
    expect(() => rng.uniform()).toThrow(TypeError);
  });

  it("names what is no law", () => {
    expect(message(() => alone.generatorWith({ normal: 3 } as never))).toBe(
      "invalid laws.normal: 3 (a law, such as normal of lethe/random)",
    );
  });
});
