import type { Figure } from "./figure.ts";
import { toPng, toSvg, whyNoPng } from "./render.ts";
import { vegaLite } from "./spec.ts";

/** A file to be written: its name, perhaps with a directory, and what is in it. */
export interface NamedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** The files of a figure: `NAME.svg`, `NAME.png`, where one can be drawn, and the Vega-Lite spec `NAME.vl.json`. */
export async function figureFiles(figure: Figure): Promise<NamedFile[]> {
  const { name } = figure;
  const spec = vegaLite(figure);
  const svg = await toSvg(spec, name);
  const png = (await whyNoPng()) === undefined ? [{ name: `${name}.png`, content: await toPng(svg) }] : [];
  return [
    { name: `${name}.svg`, content: svg },
    ...png,
    { name: `${name}.vl.json`, content: specText(spec) },
  ];
}

/** The figure as an SVG without its title, for a page that gives it one. */
export function inlineSvg(figure: Figure): Promise<string> {
  return toSvg(vegaLite(figure, { title: false }), `inline-${figure.name}`);
}

/** The spec as JSON, a row of data on a line. */
export function specText(spec: object): string {
  const flat = (row: string) => row.replaceAll(/\s*\n\s*/g, " ");
  return `${JSON.stringify(spec, null, 1).replaceAll(/\{[^{}[\]]*\}/g, flat)}\n`;
}
