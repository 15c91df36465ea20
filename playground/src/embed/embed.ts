import "./embed.css";
import { get, make } from "../dom.ts";

/** The charts that other pages can show, each with the parts of this page that it needs. */
const CHARTS = {
  passage: [".scrubber", "#story-sentence", "#passage"],
  curve: [".scrubber", "#story-sentence", "#curve"],
  dots: [".scrubber", "#story-sentence", "#dots", "#story-search", "#story-fate"],
  urn: ["#title-urn", "#urn-words", "#step-urn .buttons", "#urn-told", "#urn"],
  bell: ["#title-bell", "#step-bell .buttons", "#step-bell .slide", "#bell-told", "#step-bell .pictures"],
  guess: [
    "#title-guess",
    "#guess-asked",
    "#step-guess .slide",
    "#step-guess .buttons",
    "#guess-told",
    "#guess-picture",
  ],
  scale: [
    "#title-scale",
    "#step-scale .slide",
    "#step-scale .buttons",
    "#scale-told",
    "#step-scale .pictures",
  ],
  rescue: ["#title-rescue", "#step-rescue .slide", "#rescue-told", "#rescue-need", "#rescue"],
  lines: ["#player-distributions", "#title-lines", "#chart-lines"],
  survival: ["#player-distributions", "#title-survival", "#chart-survival"],
  vocabulary: ["#player-text", "#player-text + .finding", "#chart-vocabulary"],
} as const;

export type Chart = keyof typeof CHARTS;

/** What is to be shown of the page, and the rest of the address. */
export interface Embedded {
  readonly chart: Chart;
  readonly hash: string;
}

const STORY: readonly Chart[] = ["passage", "curve", "dots", "urn", "bell", "guess", "scale", "rescue"];

/** The part of an address after # by which other pages show a chart, given the one by which this page does. */
export const embedHash = (chart: Chart, hash: string): string =>
  `#embed=${chart}${hash.replace(/^#(story&?)?/, "&").replace(/&$/, "")}`;

/** Reads the part of an address after #: a chart to be shown alone, or a word that is none; undefined for the whole page. */
export function parseEmbed(hash: string): Embedded | { readonly unknown: string } | undefined {
  const match = /^#embed=([^&]*)(&.*)?$/.exec(hash);
  if (match === null) return undefined;
  const [, name, rest = ""] = match;
  if (!Object.hasOwn(CHARTS, name)) return { unknown: name };
  const chart = name as Chart;
  return { chart, hash: STORY.includes(chart) ? `#story${rest}` : `#${rest.slice(1)}` };
}

export const CHART_NAMES = Object.keys(CHARTS);

let link: HTMLAnchorElement | undefined;

/** Shows nothing but a chart, and below it a link to the whole page. */
export function embed({ chart, hash }: Embedded): void {
  document.body.dataset["embed"] = chart;
  for (const old of document.querySelectorAll("[data-part], [data-around]")) {
    delete (old as HTMLElement).dataset["part"];
    delete (old as HTMLElement).dataset["around"];
  }
  for (const part of document.querySelectorAll<HTMLElement>(CHARTS[chart].join())) {
    part.dataset["part"] = "";
    for (
      let around = part.parentElement!;
      around !== get("main").parentElement;
      around = around.parentElement!
    )
      around.dataset["around"] = "";
  }
  if (link === undefined) {
    link = make("a", { target: "_blank", rel: "noopener", textContent: "lethe: how fast do models forget?" });
    get("main").after(make("footer", { className: "back" }, link));
  }
  link.href = hash === "#" ? "#bench" : hash;
}

/** Shows the whole page. */
export function whole(): void {
  delete document.body.dataset["embed"];
}

/** Has the link to the whole page lead to what is shown now; false where nothing is embedded. */
export function back(hash: string): boolean {
  if (document.body.dataset["embed"] === undefined) return false;
  link!.href = hash;
  return true;
}
