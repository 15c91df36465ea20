import { expect, it } from "vitest";
import { regimes } from "../../../src/theory/index.ts";
import { message } from "../../message.ts";

const fresh = { name: "fresh", realShare: 0.1 } as const;

it("has the limit of the absence and geometric absences", () => {
  const { absent, meanAbsence, meanPresence } = regimes.comingAndGoingPoisson({
    ...{ regime: fresh, samples: 1000, count: 5 },
  });
  // h = .399745425 for a tenth of real data
  expect(absent).toBeCloseTo(Math.exp(-5 * 0.399745425), 9);
  expect(meanAbsence).toBeCloseTo(1 / (1 - Math.exp(-0.5)), 12);
  expect(meanPresence).toBeCloseTo((meanAbsence * (1 - absent)) / absent, 9);
});

it("is near the exact chain of multinomial counts, and nearer for more samples", () => {
  const off = (samples: number) => {
    const exact = regimes.comingAndGoing({ regime: fresh, samples, p: 2 / samples });
    return Math.abs(
      regimes.comingAndGoingPoisson({ regime: fresh, samples, count: 2 }).absent / exact.absent - 1,
    );
  };
  expect(off(200)).toBeLessThan(0.01);
  expect(off(400)).toBeLessThan(0.6 * off(200));
});

it("refuses what brings nothing back", () => {
  const asked = (options: object) =>
    message(() => regimes.comingAndGoingPoisson({ regime: fresh, samples: 10, ...options }));
  expect(asked({ count: 0 })).toBe("invalid count: 0 (a number above 0)");
  expect(asked({ p: 0 })).toBe("invalid p: 0 (a number above 0)");
  expect(asked({ count: 1, regime: { name: "accumulate" } })).toBe(
    'invalid regime.name: "accumulate" (fresh or weighted)',
  );
});
