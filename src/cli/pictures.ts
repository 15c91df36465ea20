import { whyNoPng } from "../plot/render.ts";
import type { Shell } from "./shell.ts";

/** Says, before the work, that pictures will come as SVG alone. */
export async function sayIfNoPng({ note }: Shell): Promise<void> {
  const why = await whyNoPng();
  if (why !== undefined) note(`pictures come as SVG only, without PNG: ${why}`);
}
