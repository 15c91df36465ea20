/**
 * Draws the pictures of docs/regimes from the built library: how many words of a Zipf–Mandelbrot law are left under each
 * regime, beside the law. `node scripts/regimes.mjs [DIRECTORY]`
 */
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { categorical, simulate } from "../dist/index.js";
import { toSvg, vegaLite } from "../dist/plot/index.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const fonts = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");

/**
 * What is drawn on each page, and what its command runs.
 * @type {readonly Exclude<NonNullable<import("../dist/index.js").Experiment["regime"]>, string>[]}
 */
export const regimes = [
  { name: "replace" },
  { name: "accumulate" },
  { name: "accumulate-subsample" },
  { name: "fresh", realShare: 0.1 },
  { name: "fixed", realSamples: 100 },
  { name: "weighted", realSamples: 100, weight: 0.3 },
];

/**
 * The picture of a regime, as a figure.
 * @param {(typeof regimes)[number]} regime
 * @returns {Promise<import("../dist/plot/index.js").Figure>}
 */
export async function figureOf(regime) {
  const { name } = regime;
  const model = categorical({ zipf: { size: 1000, exponent: 1, shift: 2.7 }, samples: 1000 });
  const trajectories = 100;
  const run = await simulate({
    ...{ model, regime, generations: 20, trajectories, seed: 1 },
    observables: ["unique"],
  });
  const { mean, standardError, theory } = run.observable("unique");
  const x = run.generations;
  const law = theory.filter(({ side }) => side === "exact" || side === "approximation");
  return {
    name,
    title: `${name}: words left of 1,000`,
    x: { title: "generation", scale: "linear" },
    y: { title: "different words", scale: "linear", domain: [0, 1000] },
    parts: [
      ...law.map(({ name: label, side, values }) => ({
        ...{ kind: side === "exact" ? side : /** @type {const} */ ("approximation"), label },
        ...{ x, y: values },
      })),
      {
        ...{ kind: "measured", label: "simulation ± 2 s.e.", x, y: mean },
        low: mean.map((value, i) => value - 2 * standardError[i]),
        high: mean.map((value, i) => value + 2 * standardError[i]),
      },
    ],
  };
}

/**
 * A small picture: a page shows it at half the width of a report's.
 * @param {(typeof regimes)[number]} regime
 */
export async function pictureOf(regime) {
  const svg = await toSvg(vegaLite(await figureOf(regime)), regime.name);
  const font = {
    loadSystemFonts: false,
    fontFiles: ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) => join(fonts, file)),
    defaultFontFamily: "DejaVu Sans",
  };
  return new Resvg(svg, { fitTo: { mode: "width", value: 560 }, font }).render().asPng();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const directory = process.argv[2] ?? join(root, "docs/regimes");
  await mkdir(directory, { recursive: true });
  for (const regime of regimes)
    await writeFile(join(directory, `${regime.name}.png`), await pictureOf(regime));
}
