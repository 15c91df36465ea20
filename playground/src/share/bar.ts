import { BIBTEX } from "../../../src/cli/citation.ts";
import { make } from "../dom.ts";
import { copy, download } from "../download.ts";
import { embedCode } from "../embed/code.ts";
import type { Chart } from "../embed/embed.ts";
import { confirm } from "../notice.ts";
import { card } from "./card.ts";
import { linkOfShare, type Share } from "./share.ts";

/** What a bar offers: the charts that can be embedded, by the words for them, and what else the page has buttons for. */
interface Offer {
  readonly charts: Readonly<Record<string, Chart>>;
  readonly own?: boolean;
}

/**
 * Fills an element with buttons by which something is shared. `share` says what is there to share, undefined before
 * anything is. The bench has buttons of its own (`own`) for link and command.
 */
export function shareBar(
  host: HTMLElement,
  { charts, own = false }: Offer,
  share: () => Share | undefined,
): void {
  const shown = make("textarea", { readOnly: true, hidden: true, rows: 3 });
  const button = (label: string, act: (share: Share, button: HTMLButtonElement) => unknown) => {
    const made = make("button", { type: "button", textContent: label });
    // Its own words stand here while it says that something was done.
    made.dataset["label"] = label;
    made.onclick = async () => {
      shown.hidden = true;
      const ready = share();
      if (ready === undefined) confirm(made, "Not yet");
      else await act(ready, made);
    };
    return made;
  };
  /** What cannot be copied is shown, to be copied by hand. */
  const put = async (made: HTMLButtonElement, text: string, show = false) => {
    const copied = await copy(text);
    if (copied) confirm(made, "Copied");
    if (copied && !show) return;
    shown.value = text;
    shown.setAttribute("aria-label", made.dataset["label"] ?? "");
    shown.hidden = false;
    shown.select();
  };
  host.replaceChildren(
    button("Save card", async (ready) => download(`${ready.name}.png`, await card(ready))),
    ...(own
      ? []
      : [
          button("Copy link", (ready, made) =>
            ready.hash === undefined
              ? confirm(made, "No link can hold your text")
              : put(made, linkOfShare(ready)),
          ),
          button("Copy command", ({ command }, made) =>
            command === undefined ? confirm(made, "None for this text") : put(made, `npx ${command}`),
          ),
        ]),
    button("Copy citation", (_, made) => put(made, BIBTEX)),
    ...Object.entries(charts).map(([label, chart]) =>
      button(label, ({ hash }, made) =>
        hash === undefined
          ? confirm(made, "No link can hold your text")
          : put(made, embedCode(chart, hash), true),
      ),
    ),
    shown,
  );
}
