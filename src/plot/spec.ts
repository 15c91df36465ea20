import { type Domain, domains } from "./domain.ts";
import { type Axis, type Figure, type Look, looks, type Part, type Shape } from "./figure.ts";
import { BAND_OPACITY, type Json, layers } from "./layers.ts";
import { hex } from "./palette.ts";
import type { Frame } from "./study/frame.ts";
import { logTicks } from "./ticks.ts";

/** Inner width and height; with its axes a figure is about 560 wide, so that its text can be read on a phone. */
const WIDTH = 480;
const HEIGHT = 320;
const TEXT = 16;
/** Area of the square that a legend keeps for each symbol: a line is as long as its side. */
const SYMBOL = 676;
/** Smaller symbols in the same square, as paths from -1 to 1. */
const SYMBOLS: Record<Shape, string> = {
  stroke: "stroke",
  circle: "M0.38,0A0.38,0.38,0,1,1,-0.38,0A0.38,0.38,0,1,1,0.38,0Z",
  square: "M-0.34,-0.34H0.34V0.34H-0.34Z",
  "triangle-up": "M0,-0.42L0.44,0.34H-0.44Z",
  "triangle-down": "M0,0.42L0.44,-0.34H-0.44Z",
  diamond: "M0,-0.48L0.42,0L0,0.48L-0.42,0Z",
  cross: "M-0.48,-0.16H-0.16V-0.48H0.16V-0.16H0.48V0.16H0.16V0.48H-0.16V0.16H-0.48Z",
  patch: "M-0.8,-0.55H0.8V0.55H-0.8Z",
};

/** How a figure is laid out. */
interface Layout {
  /** Whether its title stands above it (default: yes). */
  readonly title?: boolean;
  /** The size of all of it (default: as large as a report's). */
  readonly frame?: Frame;
  /** A sentence below it (default: none). */
  readonly caption?: string;
}

/** A figure as a Vega-Lite spec: plain JSON, its numbers inside. */
export function vegaLite(figure: Figure, { title = true, frame, caption = "" }: Layout = {}): Json {
  const { x, y } = domains(figure);
  const styles = looks(figure.parts);
  // Curves of one label look the same, and the legend names them once.
  const shown = [...new Map(styles.map((look) => [look.label, look])).values()];
  const scale = {
    domain: shown.map(({ label }) => label),
    range: shown.map(({ colour }) => hex(colour)),
  };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: figure.title,
    ...(title ? { title: heading(figure.title) } : {}),
    width: frame?.across ?? WIDTH,
    height: frame?.down ?? HEIGHT,
    ...(frame && { autosize: { type: "fit", contains: "padding" } }),
    background: hex("paper"),
    padding: 8,
    encoding: {
      x: { type: "quantitative", ...axis(figure.x, x), title: figure.x.title },
      y: { type: "quantitative", ...axis(figure.y, y, yTitle), title: figure.y.title },
      color: { type: "nominal", scale, legend: legend(figure.parts, styles, frame, caption), title: null },
    },
    layer: figure.parts.flatMap((part, i) => layers(part, styles[i], figure, y)),
    config: frame ? { ...config, font: frame.font, legend: { ...config.legend, layout: BOTTOM } } : config,
  };
}

/** What comes after a colon goes on a line of its own: a wide title would make the picture wide. */
function heading(title: string): Json {
  const [text, ...rest] = title.split(": ");
  return rest.length > 0 ? { text, subtitle: rest.join(": ") } : { text };
}

function axis({ scale }: Axis, domain: Domain, more: Json = {}): Json {
  const position = { type: scale, domain, nice: false };
  if (scale === "linear")
    return { scale: { ...position, zero: false }, axis: { ...more, tickCount: 5, format: ",~r" } };
  const { values, labels } = logTicks(...domain);
  const labelExpr = `${JSON.stringify(labels)}[indexof(${JSON.stringify(values)}, datum.value)]`;
  return { scale: position, axis: { ...more, values, labelExpr } };
}

/** The title of the y axis lies on top of it: no head need be turned, and no width is lost. */
const yTitle: Json = {
  titleAngle: 0,
  titleAlign: "left",
  titleBaseline: "bottom",
  titleX: -1,
  titleY: -10,
};

/** One legend for all parts: a point for what was measured, lines with their dashes for the rest. */
function legend(
  parts: readonly Part[],
  styles: readonly Look[],
  frame: Frame | undefined,
  caption: string,
): Json {
  const pick = (value: (part: Part, look: Look) => unknown): Json => {
    const table = Object.fromEntries(parts.map((part, i) => [styles[i].label, value(part, styles[i])]));
    return { value: { signal: `(${JSON.stringify(table)})[datum.value]` } };
  };
  return {
    ...(frame ? below(frame, styles, caption) : BESIDE_AXIS),
    columnPadding: 18,
    rowPadding: 2,
    labelLimit: 0,
    symbolSize: SYMBOL,
    symbolOpacity: 1,
    encoding: {
      symbols: {
        shape: pick((_, look) => SYMBOLS[look.shape]),
        fill: pick((_, look) => (look.shape === "stroke" ? "transparent" : hex(look.colour))),
        stroke: pick((_, look) => hex(look.colour)),
        strokeDash: pick((_, look) => look.dash),
        // The same for all: Vega computes the layout from it, and there knows of no datum.
        strokeWidth: { value: 2 },
        opacity: pick((part) => (part.kind === "band" ? BAND_OPACITY : 1)),
      },
    },
  };
}

/** Below the picture of a report, as far to the left as the labels of the axis. */
const BESIDE_AXIS: Json = {
  orient: "none",
  legendX: -44,
  legendY: HEIGHT + 66,
  direction: "vertical",
  columns: 2,
};

/** Below a picture of a given size, in as many columns as fit, under what is to be said of all. */
function below({ across }: Frame, styles: readonly Look[], caption: string): Json {
  const labels = [...new Set(styles.map(({ label }) => label))];
  const longest = Math.max(...labels.map((label) => label.length));
  const entry = Math.sqrt(SYMBOL) + 24 + longest * TEXT * 0.6;
  const fitting = Math.max(1, Math.floor((across - 16) / entry));
  const many = labels.length;
  const title = caption === "" ? null : wrapped(caption, Math.floor((across - 16) / (TEXT * 0.6)));
  return {
    ...{ orient: "bottom", direction: "vertical" },
    columns: Math.ceil(many / Math.ceil(many / fitting)),
    ...{ title, titleLimit: 0, titleFontWeight: "normal", titleFontSize: TEXT - 1, titleColor: hex("soft") },
  };
}

/** A text in lines of no more than so many letters. */
function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const BOTTOM: Json = { bottom: { anchor: "start", bounds: "full" } };

const config = {
  aria: false,
  font: "DejaVu Sans",
  view: { stroke: null },
  title: {
    anchor: "start",
    color: hex("ink"),
    fontSize: TEXT + 3,
    fontWeight: "bold",
    subtitleColor: hex("ink"),
    subtitleFontSize: TEXT + 2,
    subtitlePadding: 6,
    offset: 14,
  },
  axis: {
    labelColor: hex("soft"),
    labelFontSize: TEXT + 1,
    titleColor: hex("ink"),
    titleFontSize: TEXT + 1,
    titleFontWeight: "normal",
    gridColor: hex("grid"),
    domainColor: hex("axis"),
    tickColor: hex("axis"),
    labelFlush: false,
  },
  legend: { labelColor: hex("ink"), labelFontSize: TEXT },
};
