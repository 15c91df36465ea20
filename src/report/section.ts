import { leftOut } from "../plot/index.ts";
import { counted, seconds } from "../show/numbers.ts";
import type { Finding, Table, Verdict } from "./finding.ts";
import { Html, html } from "./html.ts";

const MARKS = { holds: "✓", violated: "✗", silent: "–" } as const;

/** One figure of the report: picture, verdicts, numbers, and where to find them: a PNG only if there is one. */
export function section(finding: Finding, svg: string, png: boolean): Html {
  const { name, title, caption, differs, legend, figure, verdicts, remarks, table, trajectories } = finding;
  const zeros = leftOut(figure);
  return html`<section id="${name}">
<h2>${title}</h2>
<p>${caption}</p>
<div class="pair ${breadth(table)}">
<figure><div role="img" aria-label="${title}">${new Html(svg)}</div>
<figcaption>${legend}${zeros > 0 ? ` ${zeros} measured zeros have no place on the logarithmic axis and are left out.` : ""}</figcaption></figure>
<ul>${verdicts.map(verdictItem)}${remarks.map((remark) => html`<li><span class="mark">·</span>${remark}</li>`)}</ul>
${tableOf(table, title)}
<div class="foot"><p class="meta">${counted(trajectories, "trajectory")} · ${seconds(finding.seconds)} · ${fileLinks(name, png)}</p>
${differs ? html`<p class="differs">${differs}</p>` : undefined}</div>
</div>
</section>
`;
}

/** About how many pixels a character of a table takes, and the space around a cell. */
const CHARACTER = 8.6;
const AROUND = 16;

/** Where a table has room: beside the figure, beside it on a wide screen alone, or only below it. */
function breadth({ head, rows }: Table): "narrow" | "middle" | "broad" {
  const widest = head.map((text, column) =>
    Math.max(...text.split(" ").map((word) => word.length), ...rows.map((row) => row[column].length)),
  );
  const pixels = widest.reduce((sum, characters) => sum + characters * CHARACTER + AROUND, 0);
  return pixels <= 375 ? "narrow" : pixels <= 600 ? "middle" : "broad";
}

function verdictItem({ name, side, outcome, text }: Verdict): Html {
  const sides = side === "upper" || side === "lower" ? ` (${side})` : "";
  return html`<li class="${outcome}"><span class="mark">${MARKS[outcome]}</span><b>${name}${sides}</b> ${text}</li>`;
}

function tableOf({ head, rows }: Table, title: string): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Numbers: ${title}"><table>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row" data-head="${head[0]}">${first}</th>${rest.map((cell, i) => html`<td data-head="${head[i + 1]}">${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>`;
}

function fileLinks(name: string, png: boolean): Html[] {
  const files = [
    ["SVG", `figures/${name}.svg`],
    ...(png ? [["PNG", `figures/${name}.png`]] : []),
    ["Vega-Lite", `figures/${name}.vl.json`],
    ["CSV", `data/${name}.csv`],
  ];
  return files.map(([label, path]) => html`<a href="${encodeURI(path)}">${label}</a> `);
}
