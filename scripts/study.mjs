/**
 * Draws the picture of docs/studies.md from the built library: the study of examples/study, its median times over n.
 * `node scripts/study.mjs [FILE]`
 */
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { sweep } from "../dist/index.js";
import { toPng } from "../dist/plot/render.js";
import { drawSvg, plot } from "../dist/plot/study/index.js";

const root = new URL("..", import.meta.url);

/** @returns {Promise<import("../dist/plot/study/index.js").Picture>} */
export async function pictureOfStudy() {
  const study = JSON.parse(readFileSync(new URL("examples/study/study.json", root), "utf8"));
  const { times } = await sweep(study);
  const axes = { x: "samples", y: "median", colour: "estimator" };
  return plot(times, { ...axes, scale: "log" });
}

/**
 * Twice as many pixels as the page gives it.
 * @param {import("../dist/plot/study/index.js").Picture} picture
 */
export const pngOf = async (picture) => toPng(await drawSvg(picture), 840);

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = process.argv[2] ?? fileURLToPath(new URL("docs/median-time.png", root));
  await writeFile(file, await pngOf(await pictureOfStudy()));
}
