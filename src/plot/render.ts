import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { Json } from "./layers.ts";
import { loadVega } from "./vega.ts";

/**
 * A Vega-Lite spec as SVG, with no browser: coloured for white paper, its text as text.
 *
 * @param name goes before the ids inside, so that several pictures can stand in one page
 */
export async function toSvg(spec: Json, name: string): Promise<string> {
  const { vega, compile } = await loadVega();
  measureText(vega);
  const compiled = compile(spec as unknown as Parameters<typeof compile>[0]).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: "none" });
  try {
    return unique(rounded(await view.toSVG()), name);
  } finally {
    view.finalize();
  }
}

/** Pictures are as wide as a text column: twice as many pixels are sharp on any screen. */
const PIXELS = 1280;

/**
 * Why no PNG can be drawn here; undefined where they can. The program that draws them comes in a package for each
 * platform, which npm leaves out where there is none, or under `--omit=optional`.
 */
export async function whyNoPng(): Promise<string | undefined> {
  try {
    await import("@resvg/resvg-js");
    return undefined;
  } catch {
    return `@resvg/resvg-js has no package for ${process.platform} ${process.arch}, or it is not installed`;
  }
}

/** Where a built package keeps its fonts, and where they are from src/ after a build. */
const FONTS = ["../fonts/", "../../dist/fonts/"];

/** The files of the font that comes with lethe: regular and bold. */
export function fontFiles(): [regular: string, bold: string] {
  const folders = FONTS.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const fonts = folders.find((folder) => existsSync(folder));
  if (fonts === undefined)
    throw new Error("the fonts are missing from this copy of lethe: run `npm run build`");
  return [join(fonts, "DejaVuSans.ttf"), join(fonts, "DejaVuSans-Bold.ttf")];
}

/** An SVG as PNG, in the font that comes with lethe: the same pixels on every machine. */
export async function toPng(svg: string, width = PIXELS): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const picture = new Resvg(svg, {
    fitTo: { mode: "width", value: width },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: "DejaVu Sans" },
  });
  return picture.render().asPng();
}

/** Without a canvas Vega takes every character to be 0.8 em wide, and legends come out far too wide. */
function measureText(vega: typeof import("vega")): void {
  const { textMetrics } = vega as unknown as {
    textMetrics: { width: (item: { fontSize?: number }, text: unknown) => number };
  };
  textMetrics.width = ({ fontSize = 11 }, text) => 0.6 * fontSize * String(text ?? "").length;
}

/** Coordinates to a hundredth of a pixel: half the size, and no difference to the eye. */
const rounded = (svg: string): string =>
  svg.replaceAll(/ (d|transform|x|y|x1|x2|y1|y2|width|height)="([^"]*)"/g, (_, attribute, value) => {
    const short = value.replaceAll(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (x: string) =>
      String(Math.round(Number(x) * 100) / 100),
    );
    return ` ${attribute}="${short}"`;
  });

/** Ids numbered from 0: Vega counts on from one picture to the next, and the same figure would have other bytes. */
function unique(svg: string, name: string): string {
  const ids = new Map<string, string>();
  const renamed = (id: string) => {
    if (!ids.has(id)) ids.set(id, `${name}-${ids.size}`);
    return ids.get(id);
  };
  return svg.replaceAll(/\bid="([^"]+)"|url\(#([^)]+)\)/g, (_, own, used) =>
    own === undefined ? `url(#${renamed(used)})` : `id="${renamed(own)}"`,
  );
}
