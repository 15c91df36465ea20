import { make } from "./dom.ts";
import type { Corpus } from "./engine/bench-data.ts";

/** Steps of fading: between them nothing is painted. */
const SHADES = 24;

/** The words of a text, each as dark as often it is still written, beside its first count. */
export class Words {
  readonly #host: HTMLElement;
  #words: Corpus["shown"] = [];
  #buttons: HTMLButtonElement[] = [];
  #shades: Int8Array = new Int8Array();
  #chosen = -1;

  /** `onWord` hears of the word that was clicked. */
  constructor(host: HTMLElement, onWord: (word: string) => void) {
    this.#host = host;
    host.onclick = (event) => {
      const at = this.#buttons.indexOf((event.target as HTMLElement).closest("button")!);
      if (at < 0) return;
      this.#focus(at, false);
      onWord(this.#words[at].word);
    };
    host.onkeydown = (event) => {
      const at = this.#buttons.indexOf(document.activeElement as HTMLButtonElement);
      const to = {
        ArrowRight: at + 1,
        ArrowLeft: at - 1,
        ArrowDown: at + 8,
        ArrowUp: at - 8,
        Home: 0,
        End: this.#words.length - 1,
      }[event.key];
      if (at < 0 || to === undefined || to < 0 || to >= this.#words.length) return;
      event.preventDefault();
      this.#focus(to, true);
    };
  }

  /** Shows the words of a text, none of them forgotten. */
  show(words: Corpus["shown"]): void {
    this.#words = words;
    const top = Math.log2(1 + (words[0]?.count ?? 1));
    this.#buttons = words.map(({ word, count }, i) => {
      const button = make("button", {
        type: "button",
        textContent: word,
        tabIndex: i === 0 ? 0 : -1,
      });
      // In steps: a browser sets a few sizes faster than hundreds.
      const size = 0.74 + 0.8 * (Math.log2(1 + count) / top) ** 1.6;
      button.style.fontSize = `${(Math.round(size / 0.06) * 0.06).toFixed(2)}rem`;
      return button;
    });
    this.#shades = new Int8Array(words.length).fill(-1);
    this.#host.replaceChildren(...this.#buttons);
    this.update(Float64Array.from(words, ({ count }) => count));
  }

  /** Fades each word to the share of its first count. */
  update(counts: Float64Array): void {
    for (let i = 0; i < this.#buttons.length; ++i) {
      const { word, count } = this.#words[i];
      const share = Math.min(1, counts[i] / count);
      const shade = counts[i] === 0 ? 0 : Math.max(1, Math.round(share * SHADES));
      if (shade === this.#shades[i]) continue;
      const button = this.#buttons[i];
      const gone = shade === 0;
      if (gone !== (this.#shades[i] === 0)) {
        button.classList.toggle("gone", gone);
        button.setAttribute("aria-label", gone ? `${word}, forgotten` : word);
      }
      this.#shades[i] = shade;
      button.style.opacity = gone ? "" : (0.3 + 0.7 * (shade / SHADES)).toFixed(2);
    }
  }

  /** Only one word is a stop of the Tab key; the arrows go from word to word. */
  #focus(at: number, move: boolean): void {
    this.#buttons[Math.max(0, this.#chosen)]?.classList.remove("chosen");
    for (const button of this.#buttons) button.tabIndex = -1;
    this.#buttons[at].tabIndex = 0;
    this.#buttons[at].classList.toggle("chosen", !move);
    this.#chosen = at;
    if (move) this.#buttons[at].focus();
  }
}
