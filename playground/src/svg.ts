import { type Colour, hex } from "../../src/plot/palette.ts";
import { spread } from "./labels.ts";
import { type Band, type Curve, generationTicks, lastOf, type Plot, pointsOf, shown, ticks } from "./plot.ts";

const WIDTH = 900;
const HEIGHT = 344;
const LEFT = 78;
/** Names of curves stand to the right. */
const RIGHT = 214;
const TOP = 52;
const BOTTOM = 52;
const FONT = 'font-family="DejaVu Sans, Verdana, sans-serif"';

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Plots below each other, and a caption, as an SVG that stands on its own; simulated as far as index `upto`. */
export function svg(plots: readonly Plot[], about: readonly string[], upto: number): string {
  const caption = about.flatMap(wrapped);
  const height = plots.length * HEIGHT + 24 + 18 * caption.length;
  const panels = plots.map((plot, i) => `<g transform="translate(0 ${i * HEIGHT})">${panel(plot, upto)}</g>`);
  const lines = caption.map((line, i) =>
    text(line, LEFT, plots.length * HEIGHT + 18 + 18 * i, { size: 12, colour: "soft" }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" ${FONT}>`,
    `<title>${escaped(plots.map(({ title }) => title).join("; "))}</title>`,
    `<rect width="100%" height="100%" fill="${hex("paper")}"/>`,
    ...panels,
    ...lines,
    "</svg>",
  ].join("\n");
}

interface Look {
  readonly size?: number;
  readonly colour?: Colour;
  readonly anchor?: "start" | "middle" | "end";
  readonly turn?: boolean;
  readonly bold?: boolean;
}

function text(
  content: string,
  x: number,
  y: number,
  { size = 12, colour = "ink", anchor = "start", turn, bold }: Look = {},
): string {
  const turned = turn ? ` transform="rotate(-90 ${x} ${y})"` : "";
  const weight = bold ? ' font-weight="bold"' : "";
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${hex(colour)}" text-anchor="${anchor}"${weight}${turned}>${escaped(content)}</text>`;
}

const same = (value: number): number => value;

/** Maps a range to pixels, by what a function makes of it. */
function scale(
  [low, high]: readonly [number, number],
  f: (value: number) => number,
  from: number,
  to: number,
) {
  const span = f(high) - f(low) || 1;
  return (value: number) => from + ((f(value) - f(low)) / span) * (to - from);
}

function panel(plot: Plot, upto: number): string {
  const { x, xLog, yLog, yRange, curves, bands, lines, each } = plot;
  const xRange = [x[0], Math.max(x[x.length - 1], x[0] + 1e-9)] as const;
  const right = WIDTH - RIGHT;
  const bottom = HEIGHT - BOTTOM;
  const toX = scale(xRange, xLog ? Math.log1p : same, LEFT, right);
  const toY = scale(yRange, yLog ? Math.log10 : same, bottom, TOP);
  const clip = `clip-${plot.title.replaceAll(/\W/g, "-")}`;
  const path = (values: ArrayLike<number>, last: number): string =>
    Array.from(
      pointsOf(values, plot, last),
      ([i, value, joined]) => `${joined ? "L" : "M"}${toX(x[i]).toFixed(1)} ${toY(value).toFixed(1)}`,
    ).join("");
  const stroke = (curve: Pick<Curve, "colour" | "width" | "dash">, d: string, opacity = 1): string => {
    const dash = curve.dash ? ` stroke-dasharray="${curve.dash.join(" ")}"` : "";
    const faint = opacity < 1 ? ` stroke-opacity="${opacity}"` : "";
    return `<path d="${d}" fill="none" stroke="${hex(curve.colour)}" stroke-width="${curve.width}"${dash}${faint}/>`;
  };
  const last = x.length - 1;
  const within = (y: number): number => (Number.isNaN(y) ? bottom : Math.min(bottom, Math.max(TOP, y)));
  const area = ({ low, high, colour }: Band): string => {
    const upper = [];
    const lower = [];
    for (let i = 0; i <= Math.min(upto, last); ++i) {
      upper.push(`${toX(x[i]).toFixed(1)} ${within(toY(high[i])).toFixed(1)}`);
      lower.unshift(`${toX(x[i]).toFixed(1)} ${within(toY(low[i])).toFixed(1)}`);
    }
    return `<path d="M${[...upper, ...lower].join("L")}Z" fill="${hex(colour)}" fill-opacity="0.18"/>`;
  };
  return [
    text(plot.title, LEFT, 22, { size: 14, bold: true }),
    ...(plot.note === undefined ? [] : [text(plot.note, LEFT, 40, { size: 11.5, colour: "soft" })]),
    names(plot, upto, toY),
    `<clipPath id="${clip}"><rect x="${LEFT}" y="${TOP}" width="${right - LEFT}" height="${bottom - TOP}"/></clipPath>`,
    ...generationTicks(xRange, xLog).map((tick) =>
      text(shown(tick), toX(tick), bottom + 18, { anchor: "middle", colour: "soft" }),
    ),
    ...ticks(yRange, yLog).flatMap((tick) => [
      `<path d="M${LEFT} ${toY(tick).toFixed(1)}H${right}" stroke="${hex("grid")}"/>`,
      text(shown(tick), LEFT - 8, toY(tick) + 4, { anchor: "end", colour: "soft" }),
    ]),
    `<path d="M${LEFT} ${bottom}H${right}" stroke="${hex("axis")}"/>`,
    text(plot.xLabel, (LEFT + right) / 2, bottom + 38, { anchor: "middle" }),
    text(plot.yLabel, 18, (TOP + bottom) / 2, { anchor: "middle", turn: true }),
    `<g clip-path="url(#${clip})">`,
    ...bands.map((band) => area(band)),
    ...(each
      ? lines.map(({ values }) => stroke({ colour: plot.lineColour, width: 0.8 }, path(values, upto), 0.45))
      : []),
    ...curves.map((curve) => stroke(curve, path(curve.values, curve.simulated ? upto : last))),
    ...lines.flatMap(({ death, values }) =>
      death === undefined || death > upto ? [] : [cross(toX(x[death]), within(toY(values[death])))],
    ),
    "</g>",
  ].join("\n");
}

/** Where a trajectory has come to its end. */
function cross(x: number, y: number): string {
  const [left, right, top, bottom] = [x - 3, x + 3, y - 3, y + 3].map((at) => at.toFixed(1));
  return `<path d="M${left} ${top}L${right} ${bottom}M${left} ${bottom}L${right} ${top}" stroke="${hex("vermillion")}" stroke-width="1.3"/>`;
}

const ROW = 14;

/** The names of curves, each beside the place where its curve ends, or as near as others leave room. */
function names(plot: Plot, upto: number, toY: (value: number) => number): string {
  const { curves } = plot;
  const bottom = HEIGHT - BOTTOM;
  const rows = curves.map(({ name }) => name.match(/.{1,24}(\s|$)/g)?.map((row) => row.trimEnd()) ?? [name]);
  const ends = curves.map((curve) => {
    const at = toY(lastOf(curve, upto));
    // Zero on a logarithmic axis is below the picture.
    return Math.min(bottom, Math.max(TOP, Number.isFinite(at) ? at : bottom));
  });
  const tops = spread(
    ends,
    rows.map((lines) => lines.length * ROW),
    bottom + 4,
  );
  const left = WIDTH - RIGHT + 10;
  return curves
    .map(({ colour, width, dash }, i) => {
      const y = tops[i] + ROW / 2;
      const dashes = dash ? ` stroke-dasharray="${dash.join(" ")}"` : "";
      const line = `<path d="M${left} ${y.toFixed(1)}h22" stroke="${hex(colour)}" stroke-width="${width}"${dashes}/>`;
      const said = rows[i].map((row, r) =>
        text(row, left + 28, +(y + 4 + r * ROW).toFixed(1), { size: 11.5 }),
      );
      return [line, ...said].join("");
    })
    .join("");
}

/** Lines of a text that are not too long for the picture. */
function wrapped(line: string): string[] {
  return line.match(/.{1,118}(\s|$)/g)?.map((part) => part.trimEnd()) ?? [];
}
