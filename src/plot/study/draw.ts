import { InputError, show } from "../../check/errors.ts";
import { toPng, toSvg } from "../render.ts";
import { FONT, pixels, points } from "./frame.ts";
import { toPdf } from "./pdf.ts";
import type { Picture } from "./plot.ts";

/** A picture as SVG of its width and height; its text is text, in the font that is named. */
export async function drawSvg({ spec, frame }: Picture): Promise<string> {
  const svg = await toSvg(spec, "study");
  return svg.replace(/ width="[^"]*" height="[^"]*"/, ` width="${frame.width}" height="${frame.height}"`);
}

/**
 * A picture as PNG: of as many pixels as its width says, or of 600 to an inch. @throws {InputError} for another font
 * than the one that comes with lethe: the same bytes everywhere
 */
export async function drawPng(picture: Picture): Promise<Uint8Array> {
  checkFont(picture, "PNG");
  return toPng(await drawSvg(picture), pixels(picture.frame.width));
}

/** A picture as PDF of its width and height, its font inside. @throws {InputError} for another font */
export async function drawPdf(picture: Picture): Promise<Uint8Array> {
  checkFont(picture, "PDF");
  const { frame, spec } = picture;
  return toPdf(await toSvg(spec, "study"), points(frame.width), frame.across);
}

function checkFont({ frame }: Picture, kind: string): void {
  if (frame.font === FONT) return;
  throw new InputError(
    `invalid font: ${show(frame.font)} (a ${kind} has its font inside, which is ${FONT}; an SVG can name any)`,
  );
}
