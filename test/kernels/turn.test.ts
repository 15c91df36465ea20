import { expect, it } from "vitest";
import { Generator } from "../../src/index.ts";
import { turnBy } from "../../src/kernels/turn.ts";

it("is the cosine and the sine, to two rounding errors of 1 up to 10^4", () => {
  const rng = new Generator("turns");
  const turn = { cosine: 0, sine: 0 };
  for (const reach of [1, 20, 1e4]) {
    for (let i = 0; i < 20_000; ++i) {
      const angle = reach * (2 * rng.uniform() - 1);
      turnBy(angle, turn);
      // Math.cos differs between engines by less than this.
      expect(Math.abs(turn.cosine - Math.cos(angle))).toBeLessThan(4.5e-16);
      expect(Math.abs(turn.sine - Math.sin(angle))).toBeLessThan(4.5e-16);
    }
  }
});

it("has the quarters", () => {
  const turn = { cosine: 0, sine: 0 };
  for (let quarter = -9; quarter <= 9; ++quarter) {
    turnBy((quarter * Math.PI) / 2, turn);
    expect(turn.cosine).toBeCloseTo([1, 0, -1, 0][quarter & 3], 14);
    expect(turn.sine).toBeCloseTo([0, 1, 0, -1][quarter & 3], 14);
  }
});
