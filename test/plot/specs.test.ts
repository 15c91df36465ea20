// What the pictures are made of, in specs/: after a change that is meant, `npx vitest run --project unit -u` writes them
// again, and the differences are there to be looked at. The figures of the report are pinned where it is made.
import { expect, it } from "vitest";
import { forget } from "../../src/forget/forget.ts";
import { forgetUntilOne } from "../../src/forget/until-one.ts";
import { forgetFigures, untilOneFigure, vegaLite } from "../../src/plot/index.ts";
import { countTokens } from "../../src/text/count.ts";
import { everything, several } from "./figures.ts";
import { pinned } from "./pinned.ts";

const counts = countTokens(
  "one two two three three three four four four four the the the the the the the the",
);

const figures = [
  everything,
  several,
  ...forgetFigures(await forget(counts, { generations: 20, trajectories: 10, seed: 1 })),
  untilOneFigure(await forgetUntilOne(counts, { trajectories: 10, seed: 1 })),
];

it.each(figures.map((figure) => [figure.name, figure] as const))("%s", async (name, figure) => {
  await expect(pinned(vegaLite(figure))).toMatchFileSnapshot(`specs/${name}.txt`);
});

it("numbers that differ are told apart, from the third digit on", () => {
  const spec = { a: [1.2345, 1e-7], b: { c: "x 0.123456 y", d: undefined, e: null } };
  expect(pinned(spec)).toBe('{\n  a: [1.23, 1e-7]\n  b: {c: "x 0.123 y", e: null}\n}');
  const table = [
    { x: 1, y: 0.5 },
    { x: 2, y: 0.25 },
  ];
  expect(pinned(table)).toBe("{\n  x: [1, 2]\n  y: [0.5, 0.25]\n}");
  expect(pinned({ a: 1.24 })).not.toBe(pinned({ a: 1.23 }));
});
