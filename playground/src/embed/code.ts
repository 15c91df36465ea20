import { type Chart, embedHash } from "./embed.ts";

/** Heights at which a chart and what moves it fit in a column of text, in pixels. */
const HEIGHTS: Readonly<Record<Chart, number>> = {
  passage: 520,
  curve: 400,
  dots: 560,
  urn: 520,
  bell: 720,
  guess: 620,
  scale: 760,
  rescue: 600,
  lines: 480,
  survival: 520,
  vocabulary: 500,
};

const quoted = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** HTML by which another page shows a chart as this address shows it. */
export function embedCode(chart: Chart, hash: string): string {
  const address = new URL(embedHash(chart, hash), location.href).href;
  return (
    `<iframe src="${quoted(address)}" title="lethe: how fast do models forget?" width="100%" ` +
    `height="${HEIGHTS[chart]}" style="border:0" loading="lazy"></iframe>`
  );
}
