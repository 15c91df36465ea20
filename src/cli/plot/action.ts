import { dirname } from "node:path";
import { InputError, invalid } from "../../check/errors.ts";
import { specText } from "../../plot/files.ts";
import { whyNoPng } from "../../plot/render.ts";
import { drawPdf, drawPng, drawSvg, type Picture, type PlotOptions, plot } from "../../plot/study/index.ts";
import type { Flags } from "../flags.ts";
import { writeWhole } from "../open-file.ts";
import type { Shell } from "../shell.ts";
import { removeLeftovers } from "../temporary.ts";
import { TablesIn } from "./tables.ts";

const DRAW: Readonly<Record<string, (picture: Picture) => Promise<string | Uint8Array>>> = {
  svg: drawSvg,
  png: drawPng,
  pdf: drawPdf,
  "vl.json": async ({ spec }) => specText(spec),
};

/** `lethe plot`: draws a table of a study. */
export async function plotStudy(directory: string, flags: Flags, shell: Shell): Promise<void> {
  const { out = "-.svg", table: named, ...rest } = flags;
  const kind = /\.(vl\.json|\w+)$/.exec(out)?.[1].toLowerCase() ?? "";
  if (!Object.hasOwn(DRAW, kind)) throw invalid("out", out, "a file .svg, .png, .pdf or .vl.json");
  const why = kind === "png" ? await whyNoPng() : undefined;
  if (why !== undefined)
    throw new InputError(`invalid out: ${JSON.stringify(out)} (no PNG can be drawn: ${why})`);
  const options = rest as Partial<PlotOptions>;
  for (const name of ["x", "y"] as const) {
    if (options[name] === undefined) throw new InputError(`missing option: ${name} (the name of a column)`);
  }
  const tables = new TablesIn(directory);
  const picture = plot(await tables.read(tables.pick(options, named)), options as PlotOptions);
  const content = await DRAW[kind](picture);
  if (flags.out === undefined) shell.print(content as string);
  else {
    removeLeftovers(dirname(out), false);
    writeWhole(out, content);
  }
  for (const note of picture.notes) shell.note(note);
  if (flags.out !== undefined) shell.note(`picture written to ${out}`);
}
