import { hex } from "../../dist/plot/palette.js";
import { toSvg } from "../../dist/plot/render.js";
import { digits } from "./format.mjs";

/** Who is drawn, and in which colour. Of the JavaScript libraries of a case, only the fastest. */
const COLOURS = {
  "TypeScript twin": "blue",
  numpy: "vermillion",
  "C, 128-bit": "green",
  "C, native": "purple",
  "JavaScript library": "amber",
  "1 worker": "soft",
};
const NAMES = { twin: "TypeScript twin", "C 128-bit": "C, 128-bit", "C native": "C, native" };

/** Bars: how many times as long as the first contestant the others take. To the left of 1 they are faster. */
export function chart(cases) {
  const data = cases.flatMap(bars);
  const names = Object.keys(COLOURS).filter((name) => data.some(({ who }) => who === name));
  const spec = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    background: hex("paper"),
    padding: 8,
    width: 420,
    height: { step: 9 },
    data: { values: data },
    encoding: {
      y: { field: "name", type: "nominal", sort: null, title: null, scale: { paddingInner: 0.25 } },
      yOffset: { field: "who", sort: names },
      x: { field: "ratio", type: "quantitative", scale: { type: "log" }, ...axis(data) },
      color: {
        field: "who",
        scale: { domain: names, range: names.map((name) => hex(COLOURS[name])) },
        legend: { title: null, orient: "top", columns: 3 },
      },
    },
    layer: [
      { mark: "bar", encoding: { x2: { datum: 1 } } },
      label("datum.ratio >= 1", { align: "left", dx: 3 }),
      label("datum.ratio < 1", { align: "right", dx: -3 }),
      {
        mark: { type: "rule", color: hex("ink") },
        encoding: { x: { datum: 1 }, y: null, yOffset: null, color: null },
      },
    ],
    config,
  };
  return toSvg(spec, "bench");
}

function bars({ name, contestants }) {
  const others = contestants
    .slice(1)
    .map(({ name: who, ratio }) => ({ who: NAMES[who] ?? who, ratio: ratio.median }));
  const known = others.filter(({ who }) => who in COLOURS);
  const libraries = others.filter(({ who }) => !(who in COLOURS)).sort((a, b) => a.ratio - b.ratio);
  const fastest = libraries.slice(0, 1).map(({ ratio }) => ({ who: "JavaScript library", ratio }));
  return [...known, ...fastest].map((bar) => ({ name, ...bar, label: digits(bar.ratio) }));
}

function axis(data) {
  const ratios = data.map(({ ratio }) => ratio);
  const values = [];
  const last = Math.ceil(Math.log10(Math.max(...ratios)));
  for (let power = Math.floor(Math.log10(Math.min(...ratios))); power <= last; ++power)
    values.push(10 ** power);
  return {
    axis: { values, format: "~r", title: "times as long as Wasm: right of 1 Wasm is faster" },
  };
}

const label = (test, mark) => ({
  transform: [{ filter: test }],
  mark: { type: "text", fontSize: 8, baseline: "middle", ...mark },
  encoding: { text: { field: "label" }, color: { value: hex("ink") } },
});

const config = {
  aria: false,
  font: "DejaVu Sans",
  view: { stroke: null },
  axis: {
    labelColor: hex("ink"),
    labelFontSize: 11,
    labelLimit: 400,
    titleColor: hex("ink"),
    titleFontSize: 12,
    titleFontWeight: "normal",
    gridColor: hex("grid"),
    domainColor: hex("axis"),
    tickColor: hex("axis"),
  },
  legend: { labelColor: hex("ink"), labelFontSize: 11 },
};
