import { get } from "./dom.ts";
import { copy, download, png } from "./download.ts";
import type { Chart } from "./embed/embed.ts";
import { linkOf, type State } from "./link.ts";
import { confirm, notice } from "./notice.ts";
import type { Plot } from "./plot.ts";
import { shareBar } from "./share/bar.ts";
import { plotPicture } from "./share/plot-picture.ts";
import { svg } from "./svg.ts";

/** What a view has to take away. */
export interface Taken {
  /** Of the files, without an ending. */
  readonly name: string;
  readonly command: string;
  /** What the last of the plots shows. */
  readonly sentence: string;
  /** Of a text of the reader's, which no address can hold. */
  readonly own: boolean;
  readonly plots: readonly Plot[];
  readonly upto: number;
  readonly caption: readonly string[];
  readonly csv: string;
}

/** The charts of the views that can be embedded. */
const CHARTS: Readonly<Record<State["view"], Readonly<Record<string, Chart>>>> = {
  distributions: { "Embed the trajectories": "lines", "Embed the survival": "survival" },
  text: { Embed: "vocabulary" },
};

/** Wires the buttons that copy the link and the command, and make files. */
export function takeAway(view: State["view"], taken: () => Taken | undefined, state: () => State): void {
  const on = (name: string, act: (button: HTMLButtonElement, taken: Taken) => unknown) => {
    const button = get<HTMLButtonElement>(`${name}-${view}`);
    button.onclick = async () => {
      const ready = taken();
      if (ready === undefined) confirm(button, "Not yet");
      else await act(button, ready);
    };
  };
  const put = async (button: HTMLButtonElement, text: string) => {
    if (await copy(text)) confirm(button, "Copied");
    else notice("This browser does not let the page copy", [text]);
  };
  on("link", (button) => put(button, new URL(linkOf(state()), location.href).href));
  on("copy", (button, { command }) => put(button, command));
  on("csv", (_, { name, csv }) => download(`${name}.csv`, csv, "text/csv"));
  on("svg", (_, { name, ...rest }) => download(`${name}.svg`, picture(rest), "image/svg+xml"));
  on("png", async (_, { name, ...rest }) => download(`${name}.png`, await png(picture(rest))));
  shareBar(get(`share-${view}`), { charts: CHARTS[view], own: true }, () => {
    const ready = taken();
    if (ready === undefined) return undefined;
    const { name, sentence, command, own, plots, upto } = ready;
    const hash = own ? undefined : linkOf(state());
    return { name, sentence, command, hash, print: plotPicture(plots[plots.length - 1], upto) };
  });
}

const picture = ({ plots, caption, upto }: Pick<Taken, "plots" | "caption" | "upto">) =>
  svg(plots, caption, upto);
