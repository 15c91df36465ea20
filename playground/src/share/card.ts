import { CITATION } from "../../../src/cli/citation.ts";
import type { Colour } from "../../../src/plot/palette.ts";
import { ink } from "../colours.ts";
import { turn } from "../dom.ts";
import { wrapped } from "./lines.ts";
import { linkOfShare, type Share } from "./share.ts";

/** The size that sites show cards in, in pixels. */
const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 48;
/** Of the letters of the sentence, in pixels. */
const LARGEST = 50;
/** The sentence stands on the left, the picture on the right of it. */
const COLUMN = 392;
const PICTURE = { left: MARGIN + COLUMN + 24, top: 40, width: WIDTH - COLUMN - 2 * MARGIN - 24 };
/** Pixels of the card to one of the page: what can be read here is seen on a phone at a third of its size. */
const SCALE = 2;
const SERIF = 'ui-serif, "Iowan Old Style", Palatino, Georgia, "DejaVu Serif", serif';
const SANS = 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
const MONO = 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';

/** A picture of what is shared that can be read on its own, as a PNG, light or dark as the page is. */
export async function card(share: Share): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext("2d")!;
  context.fillStyle = ink("paper");
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = ink("blue");
  context.fillRect(0, 0, 12, HEIGHT);
  write(context, ["lethe"], { top: 40, font: `500 38px ${SERIF}`, line: 46, colour: "ink" });
  // Piece by piece, so that the page goes on meanwhile: the first card has to find fonts, too.
  await turn();
  const bottom = foot(context, share) - 18;
  await turn();
  sentence(context, share.sentence, bottom);
  await turn();
  context.save();
  context.translate(PICTURE.left, PICTURE.top);
  context.scale(SCALE, SCALE);
  await share.print(context, PICTURE.width / SCALE, (bottom - PICTURE.top) / SCALE);
  context.restore();
  await turn();
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no PNG could be made"))), "image/png");
  });
}

interface Look {
  readonly top: number;
  readonly font: string;
  readonly line: number;
  readonly colour: Colour;
}

/** Writes lines below each other; returns where they end. */
function write(
  context: CanvasRenderingContext2D,
  lines: readonly string[],
  { top, font, line, colour }: Look,
): number {
  context.font = font;
  context.fillStyle = ink(colour);
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  lines.forEach((text, i) => {
    context.fillText(text, MARGIN, top + (0.78 + i) * line);
  });
  return top + lines.length * line;
}

/** As large as it can be beside the picture; a sign keeps to its numbers. */
function sentence(context: CanvasRenderingContext2D, said: string, bottom: number): void {
  const top = 104;
  const text = said.replaceAll(/ ([=<>≤≥±%])( ?)/g, (sign) => sign.replaceAll(" ", "\u00a0"));
  const font = (size: number) => `600 ${size}px ${SERIF}`;
  // Measured once: widths grow with the size.
  context.font = font(LARGEST);
  const widths = new Map<string, number>();
  const measure = (part: string) => {
    const width = widths.get(part) ?? context.measureText(part).width;
    widths.set(part, width);
    return width;
  };
  for (let size = LARGEST; ; size -= 2) {
    const line = 1.22 * size;
    const lines = wrapped(text, (COLUMN * LARGEST) / size, measure);
    if (size > 20 && top + lines.length * line > bottom) continue;
    write(context, lines, { top, font: font(size), line, colour: "ink" });
    return;
  }
}

/** Link, command and citation, from the bottom upwards: they may be long. Returns where they begin. */
function foot(context: CanvasRenderingContext2D, share: Share): number {
  const parts = [
    { text: linkOfShare(share), font: `21px ${SANS}`, colour: "blue" },
    ...(share.command === undefined
      ? []
      : [{ text: `npx ${share.command}`, font: `20px ${MONO}`, colour: "ink" } as const]),
    { text: CITATION, font: `17px ${SANS}`, colour: "soft" },
  ] as const;
  const line = 27;
  const all = parts.map(({ text, font, colour }) => {
    context.font = font;
    const lines = wrapped(text, WIDTH - 2 * MARGIN, (part) => context.measureText(part).width);
    return { lines, font, colour };
  });
  const begin = HEIGHT - 20 - line * all.reduce((sum, { lines }) => sum + lines.length, 0);
  let top = begin;
  for (const { lines, font, colour } of all) top = write(context, lines, { top, font, line, colour });
  return begin;
}
