import { Controls } from "./controls.ts";
import { get, make, setBusy, settled } from "./dom.ts";
import type { Page } from "./engine/bench-data.ts";
import { Cancelled, Engine, Lost } from "./engine/client.ts";
import type { Source } from "./engine/protocol.ts";
import type { Values } from "./fields.ts";
import { notice } from "./notice.ts";
import { shown } from "./plot.ts";
import { TEXT_FIELDS } from "./text-fields.ts";

const FIELDS = TEXT_FIELDS.filter(({ name }) => name === "order" || name === "page");

/** A page of the text as the n-gram model writes it after some generations. */
export class Reading {
  /** In a worker of its own: the words go on fading meanwhile. */
  readonly #engine = new Engine();
  readonly #controls: Controls;
  readonly #refresh = settled(() => void this.#read(), 150);
  #asked: { source: Source; id: number; seed: number | string } | undefined;
  #values: Values = {};
  #under: AbortController | undefined;

  constructor(onValues: (values: Values) => void) {
    this.#engine.onLost = () =>
      notice(
        "The worker that writes was lost",
        ["The text may be too long for this browser."],
        [["Restart it", () => void this.#read()]],
      );
    this.#controls = new Controls(get("reading-fields"), (values) => {
      this.#values = values;
      onValues(values);
      this.#refresh();
    });
  }

  show(source: Source, id: number, seed: number | string, values: Values): void {
    this.#asked = { source, id, seed };
    this.#values = { order: values["order"], page: values["page"] };
    this.#controls.show(FIELDS, this.#values);
    void this.#read();
  }

  async #read(): Promise<void> {
    if (this.#asked === undefined) return;
    this.#under?.abort();
    const under = new AbortController();
    this.#under = under;
    const about = get("reading-about");
    about.textContent = "writing …";
    setBusy(get("reading-page"), true);
    try {
      const ask = {
        ...this.#asked,
        order: Number(this.#values["order"]),
        generation: Number(this.#values["page"]),
      };
      const tell = (share: number) => {
        about.textContent = `reading the text … ${Math.round(100 * share)} %`;
      };
      this.#show(await this.#engine.ask("read", ask, tell, under.signal), ask.generation);
    } catch (error) {
      if (error instanceof Cancelled || error instanceof Lost) return;
      about.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  #show({ words, rare, unique, types, tokens, segmented, cut }: Page, generation: number): void {
    get("reading-about").textContent =
      `${generation === 0 ? "The text itself" : `Generation ${shown(generation)}`}: ${shown(unique)} of ${shown(types)} ` +
      `different words are left among ${shown(tokens)}${cut ? ", the beginning of your text" : ""}. Words that the original has ` +
      "five times at most are marked.";
    setBusy(get("reading-page"), false);
    get("reading-page").tabIndex = 0;
    get("reading-page").replaceChildren(
      ...words.flatMap((word, i) => [
        rare[i] ? make("mark", { textContent: word }) : word,
        segmented ? "" : " ",
      ]),
      "…",
    );
  }
}
