import type { Paper } from "../papers/index.ts";
import { number, seconds } from "../show/numbers.ts";
import type { Origin } from "../simulate/provenance.ts";
import type { Corpus, Finding } from "./finding.ts";
import { Html, html } from "./html.ts";
import { section } from "./section.ts";
import { style } from "./style.ts";
import { ALPHA, summary } from "./verdict.ts";

/** What the page tells of the whole run. */
export interface Whole {
  readonly paper: Paper;
  /** Where the paper has experiments on a text. */
  readonly corpus: Corpus | undefined;
  readonly quick: boolean;
  /** Whether the figures came as PNG too. */
  readonly png: boolean;
  /** How many figures the whole report has. */
  readonly of: number;
  readonly provenance: Origin;
  /** Seconds, drawing included. */
  readonly seconds: number;
}

/** The report as one page that needs nothing else: no script, no font, no network. */
export function page(findings: readonly Finding[], svgs: readonly string[], whole: Whole): string {
  const { paper } = whole;
  const show = (finding: Finding): Html => section(finding, svgs[findings.indexOf(finding)], whole.png);
  const claims = (paper.claims ?? []).flatMap(({ claim, figures }) => {
    const shown = findings.filter(({ name }) => figures.includes(name));
    return shown.length > 0 ? [{ claim, shown }] : [];
  });
  const opened = new Set(claims.flatMap(({ shown }) => shown.map(({ name }) => name)));
  const opening = claims.map(
    ({ claim, shown }) => html`<section class="claim"><p class="kicker">What the paper finds</p>
<h2 class="says">${claim}</h2></section>
${shown.map(show)}`,
  );
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>How fast do models forget? ${paper.title}, measured</title>
<style>${new Html(style)}</style>
</head>
<body>
<header>
<h1>How fast do models forget?</h1>
<p>A model is fitted to samples of itself, generation after generation. This page repeats the experiments of
<a href="${paper.url}"><i>${paper.title}</i></a> (${paper.authors}) and sets each measurement beside
what theory says of it. For each curve p is the chance that luck alone carries the measurement as far to the wrong side,
at any of its points, if the truth lies on the curve: successive generations are much alike, and that is taken into account.
A curve is <i>contradicted</i> where p is ${ALPHA} or less.</p>${paper.missing ? html`\n<p><b>Not here</b>: ${paper.missing}</p>` : undefined}
${whole.quick ? html`<p><b>A quick look</b>, with a tenth of the trajectories.</p>` : undefined}
${findings.length < whole.of ? html`<p><b>A part</b>: ${findings.length} of ${whole.of} figures, as asked for.</p>` : undefined}
</header>
<main>
${opening}
${overview(findings)}
${findings.filter(({ name }) => !opened.has(name)).map(show)}
${provenanceSection(findings, whole)}
</main>
<footer><p class="meta">Made by lethe ${whole.provenance.lethe} in ${seconds(whole.seconds)}.</p></footer>
</body>
</html>
`;
  return body.text;
}

function overview(findings: readonly Finding[]): Html {
  const row = ({ name, title, trajectories, verdicts, seconds: spent }: Finding) => {
    const outcome = verdicts.some((verdict) => verdict.outcome === "violated") ? "violated" : "holds";
    return html`<tr class="${outcome}"><th scope="row"><span class="mark">${outcome === "holds" ? "✓" : "✗"}</span><a href="#${name}">${title}</a></th><td>${summary(verdicts)}</td>
<td class="number wide">${number(trajectories)}</td><td class="number wide">${seconds(spent)}</td></tr>
`;
  };
  return html`<section class="summary" aria-label="Summary">
<table>
<thead><tr><th scope="col">experiment</th><th scope="col">theory against measurement</th>
<th scope="col" class="number wide">trajectories</th><th scope="col" class="number wide">time</th></tr></thead>
<tbody>${findings.map(row)}</tbody>
</table>
</section>`;
}

const corpusFacts = ({ name, source, counts }: Corpus): [string, string][] => [
  ["corpus", `${name}; ${source}`],
  ["words", `${number(counts.total)} running, ${number(counts.words.length)} different`],
];

function provenanceSection(findings: readonly Finding[], { corpus, provenance }: Whole): Html {
  const facts: [string, string][] = [
    ["lethe", provenance.lethe],
    ["seed", JSON.stringify(provenance.seed)],
    ["kernels", `${provenance.backend}, SHA-256 of the WebAssembly ${provenance.wasm}`],
    ["platform", `${provenance.platform} (the numbers do not depend on it)`],
    ...(corpus ? corpusFacts(corpus) : []),
  ];
  const experiments = Object.fromEntries(findings.map(({ name, experiment }) => [name, experiment]));
  return html`<section id="provenance">
<h2>Where these numbers come from</h2>
<p>The same version, seed and experiment give the same numbers on any machine.</p>
<dl>${facts.map(([term, fact]) => html`<dt>${term}</dt><dd>${fact}</dd>\n`)}</dl>
<details><summary>The experiments as they were run, as JSON</summary><pre>${JSON.stringify(experiments, null, 1)}</pre></details>
</section>`;
}
