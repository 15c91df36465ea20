// All deviations, sorted, against what the normal law would give: a straight line when all is well.
import { mkdirSync, writeFileSync } from "node:fs";
import * as vega from "vega";
import * as vegaLite from "vega-lite";

/** Vega has it, though its types do not say so. */
const { quantileNormal } = /** @type {any} */ (vega);

export async function picture(tables, file) {
  const cells = tables.flatMap(({ name, cells }) => cells.map(({ what, z }) => ({ name, what, z })));
  cells.sort((a, b) => a.z - b.z);
  const points = cells.map((cell, i) => ({
    ...cell,
    expected: quantileNormal((i + 0.5) / cells.length),
  }));
  const ends = [
    { expected: -4, z: -4 },
    { expected: 4, z: 4 },
  ];
  const type = /** @type {const} */ ("quantitative");
  const x = { field: "expected", type, title: "quantile of the normal law" };
  const y = { field: "z", type, title: "measured minus expected, in standard errors" };
  /** @type {import("vega-lite").TopLevelSpec} */
  const spec = {
    width: 480,
    height: 480,
    background: "white",
    title: `${cells.length} deviations against the normal law`,
    layer: [
      { data: { values: ends }, mark: { type: "line", color: "#999999", clip: true }, encoding: { x, y } },
      { data: { values: points }, mark: { type: "point", color: "#0072B2", size: 25 }, encoding: { x, y } },
    ],
  };
  const view = new vega.View(vega.parse(vegaLite.compile(spec).spec), { renderer: "none" });
  mkdirSync(new URL(".", file), { recursive: true });
  writeFileSync(file, await view.toSVG());
}
