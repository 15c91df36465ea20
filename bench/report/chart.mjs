import { hex } from "../../dist/plot/palette.js";
import { toSvg } from "../../dist/plot/render.js";
import { digits } from "./format.mjs";

/** Who is drawn, and in which colour. Of the JavaScript libraries of a case, only the fastest. */
const COLOURS = {
  "TypeScript twin": "blue",
  numpy: "vermillion",
  "C, 128-bit": "green",
  "C, native": "purple",
  "fastest JavaScript library": "amber",
  "1 worker": "soft",
};
const NAMES = { twin: "TypeScript twin", "C 128-bit": "C, 128-bit", "C native": "C, native" };

/** Bars: how many times as long as the first contestant the others take. To the left of 1 they are faster. */
export function chart(cases) {
  const data = rows(cases);
  const names = Object.keys(COLOURS).filter((name) => data.some(({ who }) => who === name));
  const spec = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    background: hex("paper"),
    padding: 8,
    width: 420,
    height: { step: 10 },
    data: { values: data.filter(({ ratio }) => ratio) },
    encoding: {
      y: { field: "row", type: "ordinal", title: null, ...heads(data) },
      x: { field: "ratio", type: "quantitative", ...axis(data) },
      color: {
        field: "who",
        scale: { domain: names, range: names.map((name) => hex(COLOURS[name])) },
        legend: { title: null, orient: "top", columns: 5, symbolType: "square" },
      },
    },
    layer: [
      { mark: "bar", encoding: { x2: { datum: 1 } } },
      label("datum.ratio >= 1", { align: "left", dx: 3 }),
      label("datum.ratio < 1", { align: "right", dx: -3 }),
      { mark: { type: "rule", color: hex("ink") }, encoding: { x: { datum: 1 }, y: null, color: null } },
    ],
    config,
  };
  return toSvg(spec, "bench");
}

/** A row for each bar, and one after each case that only keeps it apart from the next. */
function rows(cases) {
  const all = cases.flatMap((item) => {
    const [first, ...rest] = bars(item);
    return [{ ...first, head: item.name }, ...rest, {}];
  });
  return all.slice(0, -1).map((bar, row) => ({ row, ...bar }));
}

function bars({ contestants }) {
  const others = contestants
    .slice(1)
    .map(({ name, ratio }) => ({ who: NAMES[name] ?? name, ratio: ratio.median }));
  const known = others.filter(({ who }) => who in COLOURS);
  const libraries = others.filter(({ who }) => !(who in COLOURS)).sort((a, b) => a.ratio - b.ratio);
  const fastest = libraries.slice(0, 1).map(({ ratio }) => ({ who: "fastest JavaScript library", ratio }));
  return [...known, ...fastest].map((bar) => ({ ...bar, label: digits(bar.ratio) }));
}

/** The name of a case beside its first bar. */
const heads = (data) => ({
  scale: { domain: data.map(({ row }) => row), paddingInner: 0.15 },
  axis: {
    labelExpr: `${JSON.stringify(data.map(({ head }) => head ?? ""))}[datum.value]`,
    ticks: false,
    domain: false,
    labelOverlap: false,
  },
});

/** Powers of ten that leave room for the numbers at the ends of the bars. */
function axis(data) {
  const powers = data.filter(({ ratio }) => ratio).map(({ ratio }) => Math.log10(ratio));
  const first = Math.floor(Math.min(0, ...powers) - 0.15);
  const last = Math.ceil(Math.max(0, ...powers) + 0.15);
  const values = Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i));
  return {
    scale: { type: "log", domain: [values[0], values.at(-1)] },
    axis: { values, format: "~r", title: "times as long as Wasm: right of 1, Wasm is faster" },
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
  legend: { labelColor: hex("ink"), labelFontSize: 11, labelLimit: 200 },
};
