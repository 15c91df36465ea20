import { whyNoPng } from "../plot/render.ts";
import { loadVega } from "../plot/vega.ts";
import type { Shell } from "./shell.ts";

/** Says, before the work, that pictures will come as SVG alone. @throws {InputError} where none can be drawn */
export async function checkPictures({ note }: Shell): Promise<void> {
  await loadVega();
  const why = await whyNoPng();
  if (why !== undefined) note(`pictures come as SVG only, without PNG: ${why}`);
}
