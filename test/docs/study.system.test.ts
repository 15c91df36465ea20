// The picture of docs/studies.md is that of the study beside the examples.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { pictureOfStudy, pngOf } from "../../scripts/study.mjs";

it("is what the study gives, beside the law: `node scripts/study.mjs` draws it again", async () => {
  const picture = await pictureOfStudy();
  const { layer } = picture.spec as unknown as {
    layer: { mark: { type: string }; data: { values: { x: number; y: number }[] } }[];
  };
  const of = (type: string) => layer.filter(({ mark }) => mark.type === type).map(({ data }) => data.values);
  const [laws, measured] = [of("line"), of("point")];
  expect(measured.map((points) => points.map(({ x }) => x))).toEqual(Array(2).fill([10, 30, 100, 300, 1000]));
  // A cell's median of 100 trajectories is spread by up to 8.7 % of the law's, as seen over its seeds; so the median of 20
  // has an error of 1.25 × 8.7 % / √20 = 2.4 %. Ten points, five errors: α < 10^-5.
  for (const [s, points] of measured.entries()) {
    for (const [i, { y }] of points.entries()) expect(Math.abs(y / laws[s][i].y - 1)).toBeLessThan(0.12);
  }
  const file = readFileSync(new URL("../../docs/median-time.png", import.meta.url));
  expect(Buffer.compare(file, await pngOf(picture))).toBe(0);
});
