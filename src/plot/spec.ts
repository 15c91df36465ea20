import { type Domain, domains } from "./domain.ts";
import { type Axis, type Figure, type Look, looks, type Part } from "./figure.ts";
import { BAND_OPACITY, type Json, layers } from "./layers.ts";
import { hex } from "./palette.ts";
import { logTicks } from "./ticks.ts";

/** Inner width and height; with its axes a figure is about 560 wide, so that its text can be read on a phone. */
const WIDTH = 480;
const HEIGHT = 320;
const TEXT = 16;

/** A figure as a Vega-Lite spec: plain JSON, its numbers inside. */
export function vegaLite(figure: Figure, { title = true } = {}): Json {
  const { x, y } = domains(figure);
  const styles = looks(figure.parts);
  const scale = {
    domain: styles.map(({ label }) => label),
    range: styles.map(({ colour }) => hex(colour)),
  };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: figure.title,
    ...(title ? { title: figure.title } : {}),
    width: WIDTH,
    height: HEIGHT,
    background: hex("paper"),
    padding: 8,
    encoding: {
      x: { type: "quantitative", ...axis(figure.x, x), title: figure.x.title },
      y: { type: "quantitative", ...axis(figure.y, y, heading), title: figure.y.title },
      color: { type: "nominal", scale, legend: legend(figure.parts, styles), title: null },
    },
    layer: figure.parts.flatMap((part, i) => layers(part, styles[i], figure, y)),
    config,
  };
}

function axis({ scale }: Axis, domain: Domain, more: Json = {}): Json {
  const position = { type: scale, domain, nice: false };
  if (scale === "linear") return { scale: { ...position, zero: false }, axis: { ...more, tickCount: 5, format: ",~r" } };
  const { values, labels } = logTicks(...domain);
  const labelExpr = `${JSON.stringify(labels)}[indexof(${JSON.stringify(values)}, datum.value)]`;
  return { scale: position, axis: { ...more, values, labelExpr } };
}

/** The title of the y axis lies on top of it: no head need be turned, and no width is lost. */
const heading: Json = {
  titleAngle: 0,
  titleAlign: "left",
  titleBaseline: "bottom",
  titleX: -1,
  titleY: -10,
};

/** One legend for all parts: a point for what was measured, lines with their dashes for the rest. */
function legend(parts: readonly Part[], styles: readonly Look[]): Json {
  const pick = (value: (part: Part, look: Look) => unknown): string => {
    const table = Object.fromEntries(parts.map((part, i) => [styles[i].label, value(part, styles[i])]));
    return `(${JSON.stringify(table)})[datum.value]`;
  };
  const symbol = ({ kind }: Part) => (kind === "measured" ? "circle" : kind === "band" ? "square" : "stroke");
  const isFilled = (part: Part) => symbol(part) !== "stroke";
  return {
    orient: "none",
    legendX: -44,
    legendY: HEIGHT + 62,
    direction: "vertical",
    columns: 2,
    columnPadding: 18,
    rowPadding: 5,
    labelLimit: 0,
    symbolOpacity: 1,
    encoding: {
      symbols: {
        shape: { signal: pick(symbol) },
        size: { signal: pick((part) => ({ circle: 90, square: 200, stroke: 900 })[symbol(part)]) },
        strokeDash: { signal: pick((_, look) => look.dash) },
        strokeWidth: { signal: pick((part, look) => (isFilled(part) ? 0 : Math.max(1.5, look.width))) },
        opacity: { signal: pick((part) => (part.kind === "band" ? BAND_OPACITY : 1)) },
        fill: { signal: pick((part, look) => (isFilled(part) ? hex(look.colour) : "transparent")) },
      },
    },
  };
}

const config: Json = {
  aria: false,
  font: "DejaVu Sans",
  view: { stroke: null },
  title: { anchor: "start", color: hex("ink"), fontSize: 18, fontWeight: "bold", offset: 14 },
  axis: {
    labelColor: hex("soft"),
    labelFontSize: TEXT,
    titleColor: hex("ink"),
    titleFontSize: TEXT,
    titleFontWeight: "normal",
    gridColor: hex("grid"),
    domainColor: hex("axis"),
    tickColor: hex("axis"),
    labelFlush: false,
  },
  legend: { labelColor: hex("ink"), labelFontSize: TEXT },
};
