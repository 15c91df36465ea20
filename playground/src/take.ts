import { get } from "./dom.ts";
import { copy, download, png } from "./download.ts";
import { linkOf, type State } from "./link.ts";
import { confirm, notice } from "./notice.ts";
import type { Plot } from "./plot.ts";
import { svg } from "./svg.ts";

/** What a view has to take away. */
export interface Taken {
  /** Of the files, without an ending. */
  readonly name: string;
  readonly command: string;
  readonly plots: readonly Plot[];
  readonly upto: number;
  readonly caption: readonly string[];
  readonly csv: string;
}

/** Wires the buttons that copy the link and the command, and make files. */
export function takeAway(view: string, taken: () => Taken | undefined, state: () => State): void {
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
}

const picture = ({ plots, caption, upto }: Pick<Taken, "plots" | "caption" | "upto">) =>
  svg(plots, caption, upto);
